/**
 * 机构自定的界限: what the law leaves to the house. Compliance changes them by two people
 * (`knowledge/house/thresholds.yaml`); an operator may start with others in the institution file.
 */
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
  /** Largest part of a plan's money with one issuer; a ratio. */
  readonly issuerShare: number;
  /** Yuan at one bank of money that may lose nothing: what is insured, less room for interest. */
  readonly depositPerBank: number;
  /**
   * Days between a draft and money that can be had again, besides what is locked: an advisor's week, the
   * customer's week (`conversation/proposal/decide.ts`), and a few for holidays.
   */
  readonly lockMarginDays: number;
  /** A target-date fund whose year lies further beyond the need still holds many shares when it is sold. */
  readonly targetDateSlackYears: number;
  /** So long a confirmed need is taken up again, to be confirmed once more. */
  readonly needDays: number;
  /** A conversation that waits longer for its reviewer is late. */
  readonly reviewHours: number;
}

export const DEFAULT_THRESHOLDS: HouseThresholds = {
  version: 'default',
  statedLossPct: [0, 5, 15, 30, 60],
  reviewShare: 0.8,
  reviewMonths: 3,
  warningShare: 0.5,
  warningMonths: 6,
  issuerShare: 0.6,
  depositPerBank: 470_000,
  lockMarginDays: 21,
  targetDateSlackYears: 5,
  needDays: 90,
  reviewHours: 24,
};

/** What an institution set, the rest as it ships. */
export const thresholdsOf = (
  given: Partial<HouseThresholds> = {},
  shipped: HouseThresholds = DEFAULT_THRESHOLDS,
): HouseThresholds => ({ ...shipped, ...given });
