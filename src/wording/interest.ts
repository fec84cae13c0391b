/** 利息 and 折算: simple interest, in yuan rounded to the fen; rates as ratios a year. */

const DAYS_A_YEAR = 365;

const toFen = (amount: number): number => Math.round((amount + Number.EPSILON) * 100) / 100;

export const interestOfDays = (amount: number, ratio: number, days: number): number =>
  toFen((amount * ratio * days) / DAYS_A_YEAR);

/** A deposit or savings bond held to its end: interest on interest there is none. */
export const interestOfYears = (amount: number, ratio: number, years: number): number =>
  toFen(amount * ratio * years);
