import type { Toned } from '../../conversation/agent.js';
import { figuresSaid } from '../../compliance/figures.js';
import type { Draft } from '../../terms/statement.js';
import type { Wordings } from '../../wording/prompts.js';
import { sentencesOf } from './sentences.js';

/**
 * 换语气: the same facts, figures and sources, said shorter or warmer. Nothing is put in besides
 * written words, and no sentence that has a figure, a source or a caution is left out.
 */

export interface Hearer {
  /** 称呼; null: nobody knows. */
  readonly address: string | null;
  /** What was felt, or feared, in the message that is answered. */
  readonly isWorried: boolean;
  readonly seed: number;
}

/** Those that differ from the draft; one that would tell other figures is none. */
export function retoned(wordings: Wordings, draft: Draft, hearer: Hearer): readonly Toned[] {
  const made: readonly Toned[] = [
    { tone: 'brief', draft: { ...draft, text: brief(draft.text) } },
    { tone: 'warm', draft: warm(wordings, draft, hearer) },
  ];
  return made.filter(
    (one) => one.draft.text !== draft.text && hasSameFigures(one.draft.text, draft.text),
  );
}

export const hasSameFigures = (one: string, other: string): boolean =>
  [...figuresSaid(one)].sort().join('\n') === [...figuresSaid(other)].sort().join('\n');

/** What must be said with an answer, whatever else is left out. */
const BINDS =
  /不保|没有扣|不含|不包括|不算|除外|亏|风险|不代表|不构成|不承诺|以.{0,8}为准|不能|不要|不得|别|请|必须|应当|本人|停|报警|\d|\[\d+\]|\*\*|[？?]|《/;

/** The answer, what binds it, and lists as they are. */
export function brief(text: string): string {
  let isFirst = true;
  const blocks = text.split('\n\n').map((block) =>
    block
      .split('\n')
      .map((line) => {
        if (/^\s*(?:[-*•]|\d+[.、])\s/.test(line)) return line;
        const kept = sentencesOf(line).filter((sentence) => {
          const stays = isFirst || BINDS.test(sentence) || figuresSaid(sentence).length > 0;
          isFirst = false;
          return stays && !IDLE.test(sentence);
        });
        return kept.join('');
      })
      .filter((line) => line !== '')
      .join('\n'),
  );
  const short = blocks.filter((block) => block !== '').join('\n\n');
  return short === '' ? text : short;
}

/** 「想了解别的，随时问我。」 */
const IDLE = /随时(?:问|找|告诉|叫|说)|接着问我|有需要|还有别的想/;

/** A greeting by name and a sentence for how it must feel before; an open door behind. */
function warm(wordings: Wordings, draft: Draft, { address, isWorried, seed }: Hearer): Draft {
  const before = wordings.get(isWorried ? 'warm_before_worried' : 'warm_before');
  const after = wordings.get('warm_after');
  const isGreeted = /^[^，。]{0,6}(?:您好|你好)/.test(draft.text);
  const isFelt = FELT.test(draft.text);
  const opening = isFelt ? '' : before.render({}, seed);
  const name = address && !draft.text.includes(address) && !isGreeted ? `${address}，` : '';
  const closing = /[？?]\s*$|随时|节哀/.test(draft.text) ? '' : after.render({}, seed);
  const text = [`${name}${opening}`, draft.text, closing].filter(Boolean).join(SEPARATOR);
  const used = [...(opening ? [before] : []), ...(closing ? [after] : [])];
  return {
    ...draft,
    text: opening === '' ? `${name}${draft.text}${closing && SEPARATOR + closing}` : text,
    wording: [...draft.wording, ...used.map(({ id, hash }) => ({ id, hash }))],
  };
}

const SEPARATOR = '\n\n';
/** Taken in already. */
const FELT = /对不起|抱歉|担心|难过|心情|不容易|辛苦|恭喜|别着急|先别慌|心里|放心/;
