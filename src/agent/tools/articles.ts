import type { KnowledgeIndex } from '../../retrieval/knowledge-index.js';
import type { Basis } from '../../terms/finding.js';
import type { Passage } from '../../terms/passage.js';
import type { LocalDate } from '../../terms/time.js';

/** 依据条文: what a verdict or a refusal rests on, as the handbook has it. */

/** What was read in the text; a fact tagged W or M is the house's practice and is not said as law. */
const SAYABLE: readonly Basis['tag'][] = ['T', 'T2', 'Q'];

/** The handbook's passages on articles, in the order of `basis`. */
export const articlesOf = (
  index: KnowledgeIndex,
  basis: readonly Basis[],
  asOf: LocalDate,
): readonly Passage[] =>
  basis
    .filter(({ tag }) => SAYABLE.includes(tag))
    .flatMap(({ instrument, article }) => {
      const isIt = ({ title, article: heading }: Passage) =>
        title === instrument && (heading ?? '').startsWith(`${article} `);
      return index
        .search(`${instrument}${article}`, {
          k: 1,
          asOf,
          kinds: ['regulation'],
          hidden: (passage) => !isIt(passage),
        })
        .passages.map(({ passage }) => passage);
    });
