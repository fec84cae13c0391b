/** 支付能力: shares of income and of liquid assets. All in yuan. */

/** Of the greatest operand; a few roundings of double precision lie well below a fen in any of them. */
const ROUNDING = 1e-14;

/** `left` > `right`, where a difference that is only rounding (0.1 + 0.2 against 0.3) is none. */
export const exceeds = (left: number, right: number, scale = 0): boolean =>
  left - right > ROUNDING * Math.max(Math.abs(left), Math.abs(right), scale);

/** Whether an order takes too large a share of what can be used, or leaves too few months to live on. */
export function strains(
  money: {
    readonly amount: number | null;
    readonly assets: number | null;
    /** A month's. */
    readonly spending: number | null;
  },
  share: number,
  months: number,
): boolean {
  const { amount, assets, spending } = money;
  if (amount === null || assets === null) return false;
  if (exceeds(amount, share * assets)) return true;
  return spending !== null && exceeds(months * spending, assets - amount, Math.max(amount, assets));
}
