import { findingAt } from '../rule.js';
import type { Rule } from '../rule.js';

const MARK = /[[【]\s?(\d{1,3}(?:\s?[,、\-–]\s?\d{1,3})*)\s?[\]】]/g;

/** 依据可查 (CITE): every `[n]` points at a passage that is there. */
export const citation: Rule = {
  id: 'CITE',
  title: '引用了不存在的依据',
  basis: { instrument: '数智员工守则', article: '依据', tag: 'M' },
  inspect({ plain, context }) {
    const count = context.passages?.length;
    if (count === undefined || context.speaker === 'customer') return [];
    return [...plain.text.matchAll(MARK)]
      .filter((match) => match[1]!.split(/\D+/).some((n) => Number(n) < 1 || Number(n) > count))
      .map((match) =>
        findingAt(citation, 'hard', plain, {
          start: match.index,
          end: match.index + match[0].length,
        }),
      );
  },
};
