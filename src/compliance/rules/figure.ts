import { groundsOf, ungroundedFigures } from '../figures.js';
import { findingAt } from '../rule.js';
import type { Rule } from '../rule.js';

/** 数字有出处 (FIGURE): checked when facts or passages are given, empty lists included. */
export const figure: Rule = {
  id: 'FIGURE',
  title: '数字没有出处',
  basis: { instrument: '数智员工守则', article: '数字', tag: 'M' },
  inspect({ plain, context }) {
    const { facts, passages, said, speaker } = context;
    if (speaker === 'customer' || (!facts && !passages)) return [];
    const grounds = groundsOf(facts ?? [], passages ?? [], said);
    return ungroundedFigures(plain.text, grounds).map((found) =>
      findingAt(figure, 'hard', plain, found),
    );
  },
};
