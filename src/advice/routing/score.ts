import type { Candidate, Request } from './candidate.js';
import type { RoutingPolicy, ScoreTerm } from './policy.js';
import { SCORE_TERMS } from './policy.js';

/** How well somebody suits a request: the whole and its sides, all ratios. */
export interface Suiting {
  readonly total: number;
  readonly terms: Readonly<Record<ScoreTerm, number>>;
}

/** 匹配得分: subject × need, free time, past outcome, acquaintance. The customer's worth is no part of it. */
export function suiting(
  candidate: Candidate,
  { domains }: Pick<Request, 'domains'>,
  policy: RoutingPolicy,
): Suiting {
  const terms = {
    skill: skillFor(candidate, domains),
    load: candidate.capacity > 0 ? Math.max(0, 1 - candidate.load / candidate.capacity) : 0,
    outcome: outcomeOf(candidate, policy.outcome),
    tenure: Math.min(1, Math.max(0, candidate.tenureDays ?? 0) / policy.fullTenureDays),
  };
  const total = SCORE_TERMS.reduce((sum, term) => sum + policy.weights[term] * terms[term], 0);
  return { total, terms };
}

/** The part of the subjects that somebody is good at; of a request that names none everybody suits. */
function skillFor({ domains }: Candidate, wanted: readonly string[]): number {
  if (wanted.length === 0) return 1;
  return wanted.filter((one) => domains.includes(one)).length / wanted.length;
}

/** The rate drawn to the usual one as long as few conversations speak for it. */
const outcomeOf = (
  { served, endedWell }: Candidate,
  { usual, strength }: RoutingPolicy['outcome'],
): number => (endedWell + usual * strength) / (served + strength);
