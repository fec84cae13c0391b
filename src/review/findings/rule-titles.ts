import { RULES } from '../../compliance/rules.js';
import { TRANSCRIPT_RULES } from '../../compliance/transcript/transcript-rules.js';

const TITLES = new Map([...RULES, ...TRANSCRIPT_RULES].map(({ id, title }) => [id, title]));

/** What a rule is called; its id where it is one of a former book. */
export const ruleTitle = (id: string): string => TITLES.get(id) ?? id;
