import { createHash } from 'node:crypto';
import type { FindingRow } from '../../store/review-rows.js';

/** 抽样: which conversations people look at. By lot, so that the true rate can be told; and by risk. */

export interface SamplingPolicy {
  readonly version: string;
  /** Whoever knows it can draw the lots again. */
  readonly seed: string;
  /** Share of the conversations of a channel that the lot falls on. */
  readonly rates: { readonly other: number; readonly channels: Readonly<Record<string, number>> };
  /** Added where a person of ours spoke. */
  readonly withPerson: number;
  /** Share of the conversations with a soft finding of a rule that are looked at; hard ones all are. */
  readonly rules: { readonly other: number; readonly soft: Readonly<Record<string, number>> };
}

export interface Drawn {
  readonly byLot: boolean;
  readonly byRisk: boolean;
  readonly rate: number;
  readonly score: number;
}

type Found = Pick<FindingRow, 'rule' | 'severity'>;

/** 层: conversations that are alike in how they came about are counted together. */
export const stratumOf = (channel: string, withPerson: boolean): string =>
  `${channel}/${withPerson ? 'person' : 'machine'}`;

/** The same conversation gets the same lot however often it is drawn. */
export function draw(
  policy: SamplingPolicy,
  conversation: string,
  place: { readonly channel: string; readonly withPerson: boolean },
  found: readonly Found[],
): Drawn {
  const { channels, other } = policy.rates;
  const base = channels[place.channel] ?? other;
  const rate = Math.min(1, base + (place.withPerson ? policy.withPerson : 0));
  return {
    rate,
    byLot: lot(policy.seed, conversation, 'lot') < rate,
    byRisk: found.some((one) => isLookedAt(policy, conversation, one)),
    score: riskScore(found),
  };
}

function isLookedAt(policy: SamplingPolicy, conversation: string, { rule, severity }: Found) {
  const share = severity === 'hard' ? 1 : (policy.rules.soft[rule] ?? policy.rules.other);
  return lot(policy.seed, conversation, rule) < share;
}

const HARD = 10;

/** Hard findings first, then how many rules are touched at all. */
export const riskScore = (found: readonly Found[]): number => {
  const hard = new Set(found.filter(({ severity }) => severity === 'hard').map(({ rule }) => rule));
  return HARD * hard.size + new Set(found.map(({ rule }) => rule)).size;
};

const LOTS = 2 ** 48;

/** In [0, 1): as good as random to whoever does not know the seed, and no other for whoever does. */
function lot(seed: string, conversation: string, purpose: string): number {
  const hash = createHash('sha256').update(`${seed}\n${purpose}\n${conversation}`).digest();
  return hash.readUIntBE(0, 6) / LOTS;
}
