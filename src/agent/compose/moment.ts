import type { MomentTold } from '../../conversation/moments/telling.js';
import type { Fact } from '../../terms/fact.js';
import type { Draft, Suggestion } from '../../terms/statement.js';
import { dayInChat, spaced, yuan } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { EMBEDDED_MODEL } from '../understand/embedded.js';
import { draftOf } from './compose.js';
import { worded } from './paragraph.js';
import { CALL_BACK } from './proposal.js';

/** 关键时刻提醒 in words: always of templates, whichever model is configured. */

const ASSESS: Suggestion = { label: '做风险测评', say: '我要做风险测评' };
const HOLDINGS: Suggestion = { label: '我的持仓', say: '我的持仓' };

/** What may come next; a call by the advisor where nothing else does. */
const NEXT: Readonly<Record<number, readonly Suggestion[]>> = {
  4: [HOLDINGS, CALL_BACK],
  5: [HOLDINGS, CALL_BACK],
  10: [ASSESS],
};

export function composeMoment(wordings: Wordings, moment: MomentTold): Draft {
  const { number, told } = moment;
  return draftOf(
    worded(wordings, wordingOf(moment), valuesOf(told), 0, {
      facts: factsIn(told),
      suggestions: NEXT[number] ?? [CALL_BACK],
    }),
    EMBEDDED_MODEL,
  );
}

/** What an advisor would write because of a moment; null: it is nothing to write about. */
export function composeMomentLetter(
  wordings: Wordings,
  { number, told }: Pick<MomentTold, 'number' | 'told'>,
  address: string | null,
): Draft | null {
  const id = `moment_${number}_advisor`;
  if (!wordings.has(id)) return null;
  const values = { ...valuesOf(told), hail: address ? `${address}，您好` : '您好' };
  // Raised by an older version, which did not tell as much.
  if (!wordings.get(id).variables.every((name) => name in values)) return null;
  return draftOf(worded(wordings, id, values, 0, { facts: factsIn(told) }), EMBEDDED_MODEL);
}

const factsIn = (told: MomentTold['told']): readonly Fact[] =>
  Object.values(told).filter((one) => typeof one !== 'string');

const valuesOf = (told: MomentTold['told']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(told).map(([name, one]) => [
      name,
      typeof one === 'string' ? spaced(one) : inChat(one),
    ]),
  );

/** Moments whose words change once their day has gone by. */
const WITH_PAST = [10, 31];

function wordingOf({ number, told: { day }, today }: MomentTold): string {
  if (number === 31 && day === undefined) return 'moment_31_gap';
  const isPast = typeof day === 'object' && String(day.value) < today;
  return `moment_${number}${isPast && WITH_PAST.includes(number) ? '_past' : ''}`;
}

function inChat({ value, unit }: Fact): string {
  if (unit === 'date') return dayInChat(String(value));
  if (unit === 'yuan') return yuan(Number(value));
  return `${value}${unit === 'day' ? ' 天' : unit}`;
}
