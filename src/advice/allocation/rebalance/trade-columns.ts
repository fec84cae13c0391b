import { purchaseRate, redemptionRate, isTooLarge, roomToBuy } from './book.js';
import type { ProgramDraft } from './program.js';
import type { RebalanceTask } from './rebalance.js';

/** Prices per yuan, in yuan of fee: what must not be comes dearest. */
export const PRICE = {
  /** Beyond half the band: more than any fee. */
  outside: 0.5,
  /** Off the target inside the band: less than any fee. */
  off: 0.0004,
  idle: 0.05,
  unfunded: 5,
  /** Any trade at all, so that of two equal lists the shorter one is taken. */
  trade: 0.00005,
  /** Of two sales that cost the same, the one out of what is too large a part. */
  spread: 0.00004,
};
/** `whole` in yuan; the program is in parts of it. */
export interface Situation {
  readonly whole: number;
  readonly maySell: boolean;
  readonly mayBuy: boolean;
}

/** Positions of the program's columns. */
export interface Columns {
  readonly buys: readonly number[];
  readonly sells: readonly (readonly number[])[];
  readonly over: readonly number[];
  readonly under: readonly number[];
  readonly idle: number;
  readonly unfunded: number;
}

export function addColumns(
  draft: ProgramDraft,
  { positions, targets, today }: RebalanceTask,
  { whole, maySell, mayBuy }: Situation,
): Columns {
  return {
    buys: positions.map((position) =>
      draft.column(purchaseRate(position) + PRICE.trade, mayBuy ? roomToBuy(position, whole) : 0),
    ),
    sells: positions.map((position) =>
      position.lots.map((lot) =>
        draft.column(
          redemptionRate(position, lot, today) +
            PRICE.trade -
            (isTooLarge(position, whole) ? PRICE.spread : 0),
          maySell && isFree(lot.lockedUntil, today) ? lot.value / whole : 0,
        ),
      ),
    ),
    over: targets.map(() => draft.column(PRICE.outside)),
    under: targets.map(() => draft.column(PRICE.outside)),
    idle: draft.column(PRICE.idle),
    unfunded: draft.column(PRICE.unfunded),
  };
}

export const isFree = (lockedUntil: string | null, today: string): boolean =>
  lockedUntil === null || lockedUntil <= today;
