import { inspect } from '../compliance/guard.js';
import type { Texts } from '../store/version-archive.js';
import type { Wording } from '../wording/prompts.js';
import { readWording } from '../wording/prompts.js';

/**
 * Why a template of the house's may not speak in the place of the one that ships; null: it may. It is
 * asked for by id with the values the other had: it may say other words, and ask for no more.
 */
export function wordingFault(text: string, name: string, shipped: Texts): string | null {
  const before = shipped.get(name);
  if (before === undefined) return '没有代码会用到这个模板；只能改已有的模板';
  const own = readWording(before, name);
  const wording = wordingIn(text, name);
  if (typeof wording === 'string') return wording;
  if (wording.id !== own.id) return `它的 id 必须还是 ${own.id}`;
  const more = wording.variables.filter((one) => !own.variables.includes(one));
  if (more.length > 0) return `没有人会给 ${more.join('、')} 取值`;
  return promiseIn(wording);
}

function wordingIn(text: string, name: string): Wording | string {
  try {
    return readWording(text, name);
  } catch (error) {
    const { message } = error as Error;
    return message.replace(`${name}: `, '').replaceAll(/\s*\n\s*/g, ' ');
  }
}

/** What the guard would stop whoever says it: a promise in a template is stopped here and not in a chat. */
function promiseIn({ variants, variables, render }: Wording): string | null {
  const values = Object.fromEntries(variables.map((one) => [one, '某']));
  for (let variant = 0; variant < variants; variant += 1) {
    const found = inspect(render(values, variant), { speaker: 'bot', allowedHosts: [] });
    const hard = found.find(({ rule, severity }) => severity === 'hard' && /^L\d/.test(rule));
    if (hard) return `合规守则 ${hard.rule} 不允许「${hard.text}」`;
  }
  return null;
}

/** Files as they would be served, and why some of the house's are not. */
export interface Served {
  readonly files: Texts;
  /** By name. */
  readonly faults: ReadonlyMap<string, string>;
}

/**
 * What the house put in the place of some files. A template that may not speak any more, after a new
 * release say, leaves its place to the one that ships, which is whole. Whatever others are judged by
 * (rules, questionnaire, figures) has no such stand-in: it is served as it is, or nothing is.
 */
export function served(shipped: Texts, changed: Texts): Served {
  const faults = new Map<string, string>();
  for (const [name, text] of changed) {
    const fault = name.startsWith('prompts/') ? wordingFault(text, name, shipped) : null;
    if (fault !== null) faults.set(name, fault);
  }
  const own = [...changed].filter(([name]) => !faults.has(name));
  return { files: new Map([...shipped, ...own]), faults };
}
