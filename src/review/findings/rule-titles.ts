import { RULES } from '../../compliance/rules.js';
import { TRANSCRIPT_RULES } from '../../compliance/transcript/transcript-rules.js';
import type { Finding } from '../../terms/finding.js';
import { CONCERN_RULES } from './concerns.js';

const TITLES = new Map(
  [...RULES, ...TRANSCRIPT_RULES, ...Object.values(CONCERN_RULES)].map(({ id, title }) => [
    id,
    title,
  ]),
);

/** What a rule is called; its id where it is one of a former book. */
export const ruleTitle = (id: string): string => TITLES.get(id) ?? id;

/** What the guard said of words, with the rule by its name. */
export const titled = (finding: Finding) => ({
  ...finding,
  title: ruleTitle(finding.rule),
  basis: { ...finding.basis },
});
