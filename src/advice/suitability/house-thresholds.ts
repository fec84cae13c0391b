/** 机构自定的界限: what the law leaves to the house; an operator may set others in the institution file. */
export interface HouseThresholds {
  /** Raised by whoever changes a value: it becomes part of the rule version. */
  readonly version: string;
  /** 各风险等级说明的可能亏损, per cent of what is put in: five, of R1 to R5, never falling. */
  readonly statedLossPct: readonly number[];
  /** Above this share of liquid assets an order goes to a person; a ratio. */
  readonly reviewShare: number;
  /** Months of spending below which what is left goes to a person. */
  readonly reviewMonths: number;
  /** The same two for a warning. */
  readonly warningShare: number;
  readonly warningMonths: number;
}

export const DEFAULT_THRESHOLDS: HouseThresholds = {
  version: 'default',
  statedLossPct: [0, 5, 15, 30, 60],
  reviewShare: 0.8,
  reviewMonths: 3,
  warningShare: 0.5,
  warningMonths: 6,
};

/** What an institution set, the rest by default. */
export const thresholdsOf = (given: Partial<HouseThresholds> = {}): HouseThresholds => ({
  ...DEFAULT_THRESHOLDS,
  ...given,
});
