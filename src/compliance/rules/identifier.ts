import type { Finding } from '../../terms/finding.js';
import { identifiersOf } from '../identifiers.js';
import type { Rule } from '../rule.js';

/** 个人标识 (PII): nobody repeats a whole number; an organisation's code may stand in a passage. */
export const identifier: Rule = {
  id: 'PII',
  title: '说出了完整的个人标识',
  basis: { instrument: '个人信息保护法', article: '第五十一条', tag: 'T' },
  inspect({ plain, original, context }) {
    const isPublished = (text: string): boolean =>
      (context.passages ?? []).some((passage) => passage.text.includes(text));
    return identifiersOf(plain).flatMap(({ kind, start, end }): Finding[] => {
      const text = original.slice(start, end);
      const isOfAnOrganisation = kind === 'company_code' || kind === 'email';
      if (isOfAnOrganisation && isPublished(text)) return [];
      return [{ rule: identifier.id, severity: 'hard', start, end, text, basis: identifier.basis }];
    });
  },
};
