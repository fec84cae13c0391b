import type { PortfolioAnswer, Position } from '../../terms/portfolio.js';
import type { Term } from './matures-on.js';
import { maturesOn } from './matures-on.js';
import type { Leaving } from './own-exit.js';
import { exitFacts, inShort, leavingOf, nameOf } from './own-exit.js';
import type { Paragraph } from './paragraph.js';

/** 到期: on which day what is held comes to its term, and how far off that is. */

type Say = (id: string, values?: Readonly<Record<string, string>>) => Paragraph;

export function terms(
  say: Say,
  answer: PortfolioAnswer,
  positions: readonly Position[],
): Paragraph {
  const known = leavingOf(answer, positions);
  // Of several, those that come to a term are asked about.
  const dated = known.flatMap(({ position, exit }) => maturesOn(position, exit) ?? []);
  const told = dated.length > 0 ? dated : known.map(withoutTerm);
  const lines = told.map(({ text }) => (told.length > 1 ? `- ${text}` : text));
  return {
    ...say(dated.length > 0 ? 'own_term' : 'own_no_term', { lines: lines.join('\n') }),
    facts: told.flatMap(({ facts }) => facts),
  };
}

/** How it is left instead: no day ends it, or one that stands in the contract alone. */
function withoutTerm({ position, exit }: Leaving): Term {
  const ends = exit.way === 'contract' ? '到哪天为止，以您的合同为准' : '没有固定的到期日';
  return { text: `${nameOf(position)}${ends}：${inShort(exit)}。`, facts: exitFacts(exit) };
}
