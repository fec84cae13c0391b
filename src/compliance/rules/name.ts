import { ungroundedNames } from '../names.js';
import { findingAt } from '../rule.js';
import type { Rule } from '../rule.js';

/** 名称有出处 (NAME): checked where grounds for names are given, as for a model's words. */
export const name: Rule = {
  id: 'NAME',
  title: '名称没有出处',
  basis: { instrument: '数智员工守则', article: '名称', tag: 'M' },
  inspect({ plain, context }) {
    const { names, passages = [], said = [] } = context;
    if (!names || context.speaker === 'customer') return [];
    const grounds = [
      ...names.known,
      ...said,
      ...passages.flatMap(({ text, title, article, issuer, source }) =>
        [text, title, article, issuer, source].map((words) => words ?? ''),
      ),
      ...(context.facts ?? []).map(({ label }) => label),
    ];
    return ungroundedNames(plain.text, grounds, names.houses).map((found) =>
      findingAt(name, 'hard', plain, found),
    );
  },
};
