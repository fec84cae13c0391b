import type { Basis, Finding } from '../terms/finding.js';
import { isQuestion, isSoftened } from './modality.js';
import { eachMatch, wordsFirst } from './patterns.js';
import { isNegated, isTakenBack } from './polarity.js';
import { isReported } from './reporting.js';
import { findingAt } from './rule.js';
import type { Rule } from './rule.js';
import { isAboutDeposit } from './scope.js';
import { clauseAt } from './utterance.js';
import type { Speaker, Utterance } from './utterance.js';

/** Something that may not be asserted (不得主张的内容), as it reads in folded text. */
export interface Claim {
  readonly pattern: RegExp;
  readonly severity: Finding['severity'];
  /** Said of a deposit or a government bond it is a plain fact. */
  readonly lawfulForDeposits?: boolean;
  /** The form itself asserts (还能亏?); negations and question marks around it change nothing. */
  readonly rhetorical?: boolean;
  /** A demand: put as a question (能把验证码发我吗?) it is still made. */
  readonly demand?: boolean;
  /** Its own words (骗子、误导) read like a warning and excuse nothing. */
  readonly accuses?: boolean;
  /** Only about products of these types; about any where absent. */
  readonly types?: readonly string[];
}

type Marks = Pick<Claim, 'lawfulForDeposits' | 'rhetorical' | 'demand' | 'accuses' | 'types'>;

/**
 * A claim said outright. In the pattern `~n` is a gap of up to n characters that stays in the
 * clause and holds no negation, so that 收益不保证 is never read as 收益…保证.
 */
export const outright = (pattern: string, marks: Marks = {}): Claim => ({
  pattern: compile(pattern),
  severity: 'hard',
  ...marks,
});

/** A claim hinted at, or a promise softened by the way it is put. */
export const hinted = (pattern: string, marks: Marks = {}): Claim => ({
  pattern: compile(pattern),
  severity: 'soft',
  ...marks,
});

const GAP = '[^,。;:!?\\n不没非无未别勿]';
const compile = (pattern: string): RegExp =>
  new RegExp(wordsFirst(pattern.replace(/~(\d+)/g, (_, n: string) => `${GAP}{0,${n}}`)), 'g');

interface ClaimRule {
  readonly id: string;
  readonly title: string;
  readonly basis: Basis;
  readonly claims: readonly Claim[];
  /** Who is bound by it; everybody on our side unless named. Customers' words are always signals. */
  readonly binds?: readonly Speaker[];
  /** Every claim of it accuses. */
  readonly accuses?: boolean;
}

/** A rule made of claims: each match counts unless its polarity, modality or scope excuses it. */
export function claimRule({ id, title, basis, claims, binds, accuses }: ClaimRule): Rule {
  const rule = { id, title, basis };
  return {
    ...rule,
    hears: (text) => claims.some(({ pattern }) => text.search(pattern) >= 0),
    inspect: (utterance) => {
      if (binds && !binds.includes(utterance.context.speaker)) return [];
      const own = accuses ? claims.map((claim) => ({ ...claim, accuses })) : claims;
      return assertions(utterance, own).map(({ severity, ...range }) =>
        findingAt(rule, severity, utterance.folded, range),
      );
    },
  };
}

/** A claim made: a range of the folded text. */
export interface Assertion {
  readonly start: number;
  readonly end: number;
  readonly severity: Finding['severity'];
}

/** Where any of the claims is made: not denied, not asked, not told of others. */
export function assertions(utterance: Utterance, claims: readonly Claim[]): readonly Assertion[] {
  const made: Assertion[] = [];
  for (const claim of claims) {
    eachMatch(claim.pattern, utterance.folded.text, (match) => {
      const range = { start: match.index, end: match.index + match[0].length };
      const severity = weigh(utterance, claim, range);
      if (severity) made.push({ ...range, severity });
    });
  }
  return made;
}

/** Null: not asserted here. */
function weigh(
  utterance: Utterance,
  claim: Claim,
  { start, end }: { readonly start: number; readonly end: number },
): Finding['severity'] | null {
  const clause = clauseAt(utterance, start);
  if (claim.types && !claim.types.includes(utterance.context.product?.type ?? '')) return null;
  if (claim.lawfulForDeposits && isAboutDeposit(utterance, clause, start, end)) return null;
  if (isReported(utterance, clause, start, end, claim.accuses)) return null;
  if (claim.rhetorical) return claim.severity;
  if (!claim.demand && isQuestion(utterance, clause, end)) return null;
  if (isNegated(utterance, clause, start)) return null;
  const { text } = utterance.folded;
  if (isTakenBack(text.slice(end, end + 40))) return null;
  return isSoftened(text.slice(utterance.clauses[clause]!.start, start)) ? 'soft' : claim.severity;
}
