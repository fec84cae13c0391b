import type { Emergency, HumanReason } from '../../terms/command.js';
import type { LocalDate } from '../../terms/time.js';

/** Why somebody waits for a person. */
export type WaitingReason = HumanReason | Emergency;

/** 分派规则的取值: what the house set, one file a version (`knowledge/routing`). */
export interface RoutingPolicy {
  readonly version: string;
  readonly effective: LocalDate;
  /** Ratios that sum to 1. */
  readonly weights: Readonly<Record<ScoreTerm, number>>;
  readonly outcome: {
    /** Ratio of conversations that end well, before anything is known of somebody. */
    readonly usual: number;
    /** In how many conversations one's own rate counts as much as the usual one. */
    readonly strength: number;
  };
  readonly fullTenureDays: number;
  /** Minutes. */
  readonly headStart: Readonly<Record<WaitingReason, number>>;
  readonly elder: { readonly age: number; readonly headStart: number };
  /** Minutes from assignment to first reply. */
  readonly reply: Pace;
  /** Parts of the time to the first reply, rising, the last one the whole. */
  readonly remindAt: readonly [number, number];
  readonly returnAt: number;
  readonly mostReturns: number;
  /** Minutes. */
  readonly longestWait: Pace;
  readonly fewestServed: number;
}

export const SCORE_TERMS = ['skill', 'load', 'outcome', 'tenure'] as const;
export type ScoreTerm = (typeof SCORE_TERMS)[number];

interface Pace {
  readonly emergency: number;
  readonly other: number;
}

export const isEmergency = (reason: WaitingReason): boolean =>
  reason === 'fraud' || reason === 'self_harm';

export const paceFor = (pace: Pace, reason: WaitingReason): number =>
  isEmergency(reason) ? pace.emergency : pace.other;
