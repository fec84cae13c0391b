import type { Candidate, Request } from './candidate.js';
import type { FilteredOut, House } from './filters.js';
import { filter } from './filters.js';
import { nobodyWords, routedWords } from './reasons.js';
import type { RoutingPolicy } from './policy.js';
import type { Suiting } from './score.js';
import { suiting } from './score.js';

/** Whom a conversation goes to, why, and why to nobody else. */
export interface Routing {
  /** Null: nobody may take it now. */
  readonly to: string | null;
  readonly by: 'manager' | 'score' | null;
  /** In Chinese, for the desk and the record. */
  readonly reason: string;
  /** Everybody who might, the best first. */
  readonly ranking: readonly Ranked[];
  readonly filtered: readonly FilteredOut[];
  /** Of the values it was decided by. */
  readonly version: string;
}

export interface Ranked extends Suiting {
  readonly employee: string;
}

/**
 * 转人工分派: hard filters, then the customer's own advisor, then the best score; of equals whoever has
 * less on hand, then the first by id. The same facts always give the same answer.
 */
export function route(
  request: Request,
  candidates: readonly Candidate[],
  house: House,
  policy: RoutingPolicy,
): Routing {
  const { left, out } = filter(candidates, request, house);
  const ranked = rank(left, request, policy);
  const manager = ranked.find(({ candidate }) => candidate.id === request.manager);
  const chosen = manager ?? ranked[0] ?? null;
  return {
    to: chosen?.candidate.id ?? null,
    by: manager ? 'manager' : chosen ? 'score' : null,
    reason: chosen
      ? routedWords(chosen, request, manager !== undefined, out)
      : nobodyWords(candidates, out),
    ranking: ranked.map(({ candidate, suits }) => ({ employee: candidate.id, ...suits })),
    filtered: out,
    version: policy.version,
  };
}

export interface RankedCandidate {
  readonly candidate: Candidate;
  readonly suits: Suiting;
}

function rank(
  candidates: readonly Candidate[],
  request: Request,
  policy: RoutingPolicy,
): readonly RankedCandidate[] {
  return candidates
    .map((candidate) => ({ candidate, suits: suiting(candidate, request, policy) }))
    .sort(
      (a, b) =>
        b.suits.total - a.suits.total ||
        a.candidate.load - b.candidate.load ||
        (a.candidate.id < b.candidate.id ? -1 : 1),
    );
}
