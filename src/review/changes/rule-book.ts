import { isSeq, parseDocument } from 'yaml';
import { TRANSCRIPT_RULES } from '../../compliance/transcript/transcript-rules.js';

/** 质检守则的状态: which rules over whole conversations count, as a file that is changed by two people. */

export const RULE_BOOK = 'knowledge/review/rules.yaml';

export type RuleState = 'live' | 'trial';

/** What holds before anything is said stands on law, and is in no list from which it could be taken. */
export const maySwitch = (rule: string): boolean => TRANSCRIPT_RULES.some(({ id }) => id === rule);

/** Ids of the rules that are only tried, by a book's text. */
export function triedIn(book: string): ReadonlySet<string> {
  const list = parseDocument(book).get('tried');
  return new Set(isSeq(list) ? (list.toJSON() as readonly string[]) : []);
}

/** The book with one rule put on trial or taken off it; other rules' comments stay where they are. */
export function withRuleState(book: string, rule: string, state: RuleState): string {
  const document = parseDocument(book);
  const list = document.get('tried');
  if (!isSeq(list)) return book;
  const at = (list.toJSON() as readonly string[]).indexOf(rule);
  if (state === 'trial' && at < 0) list.add(rule);
  if (state === 'live' && at >= 0) {
    list.delete(at);
    // What stands before the first rule is kept by the list itself, and would explain the next one.
    if (at === 0) list.commentBefore = null;
  }
  return document.toString();
}
