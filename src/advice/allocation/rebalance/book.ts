import type { Fee } from '../../../terms/product.js';
import type { LocalDate } from '../../../terms/time.js';

/** 一笔买入: what was bought on one day, at today's value in yuan. */
export interface Lot {
  readonly bought: LocalDate;
  readonly value: number;
  /** First day on which it may be redeemed; null: any day. */
  readonly lockedUntil: LocalDate | null;
}

/** A product that is held or may be bought. */
export interface Position {
  readonly code: string;
  /** What it counts as in the target: an asset class, or the product itself. */
  readonly bucket: string;
  /** Oldest first: redemptions take them in this order. */
  readonly lots: readonly Lot[];
  /** Its fee table; lines of kind `redemption` and `purchase` count. */
  readonly fees: readonly Fee[];
  /** Not on sale, not suitable, or no quota: may only be sold. */
  readonly isBuyable: boolean;
  /** Least amount of one purchase, yuan. */
  readonly minAmount: number;
  /** Largest part of the whole that buying may make of it, ratio; absent: any. */
  readonly mostPart?: number;
}

/** 目标与再平衡带: ratios. The tighter half-width counts. */
export interface Target {
  readonly bucket: string;
  readonly weight: number;
  /** Percentage points as a ratio: 0.05 = five points either side. */
  readonly absolute?: number;
  /** Part of the weight: 0.25 = a quarter of it either side. */
  readonly relative?: number;
}

export const halfWidth = ({ weight, absolute = Infinity, relative }: Target): number =>
  relative === undefined ? absolute : Math.min(absolute, relative * weight);

export const isTooLarge = (position: Position, whole: number): boolean =>
  valueOf(position) > (position.mostPart ?? Infinity) * whole;

/** What may still be bought of a position, as a part of the whole. */
export const roomToBuy = (position: Position, whole: number): number =>
  position.isBuyable
    ? Math.max(0, Math.min(1, (position.mostPart ?? Infinity) - valueOf(position) / whole))
    : 0;

export const valueOf = ({ lots }: Position): number =>
  lots.reduce((sum, { value }) => sum + value, 0);

const DAY_MS = 86_400_000;
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** 赎回费率 of a lot sold on a day: the line of the ladder in which its holding days fall; ratio. */
export function redemptionRate({ fees }: Position, { bought }: Lot, day: LocalDate): number {
  const held = daysBetween(bought, day);
  return redemptionLine(fees, held)?.rate ?? 0;
}

const redemptionLine = (fees: readonly Fee[], held: number): Fee | undefined =>
  fees.find(
    ({ kind, fromDays = 0, toDays = null }) =>
      kind === 'redemption' && held >= fromDays && (toDays === null || held < toDays),
  );

/** The next day on which selling a lot costs less, and the lower rate; null: it never will. */
export function cheaperFrom(
  { fees }: Position,
  { bought }: Lot,
  day: LocalDate,
): { readonly inDays: number; readonly rate: number } | null {
  const held = daysBetween(bought, day);
  const line = redemptionLine(fees, held);
  if (!line?.rate || typeof line.toDays !== 'number') return null;
  const rate = redemptionLine(fees, line.toDays)?.rate ?? 0;
  return rate < line.rate ? { inDays: line.toDays - held, rate } : null;
}

const purchaseLine = (fees: readonly Fee[], amount: number): Fee | undefined =>
  fees.find(
    ({ kind, fromAmount = 0, toAmount = null }) =>
      kind === 'purchase' && amount >= fromAmount && (toAmount === null || amount < toAmount),
  );

/** 申购费率 of the smallest purchase, and so the highest one, on top of what is invested; ratio. */
export const purchaseRate = ({ fees, minAmount }: Position): number =>
  purchaseLine(fees, minAmount)?.rate ?? 0;

/** 申购费 of a purchase of so much, in yuan: by the line its amount falls in, a rate or one sum. */
export function purchaseFee({ fees }: Position, amount: number): number {
  const line = purchaseLine(fees, amount);
  return line?.amount ?? amount * (line?.rate ?? 0);
}
