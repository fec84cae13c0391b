/** 每月收支: paid in (positive) or taken out (negative) at the end of months `from` … `to`, 1 = the first. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  /** Yuan a month. */
  readonly monthly: number;
}

/** 目标计划: what is had, saved and needed. Money in yuan, ratios a year. */
export interface GoalPlan {
  /** Until the day the money is needed. */
  readonly months: number;
  readonly initial: number;
  /** On that day; in today's money where `inflation` is given. 0: it is enough that nothing runs dry. */
  readonly target: number;
  readonly inflation?: number;
  /** Saved every month to the end. */
  readonly saving: Saving;
  /** Dated sums besides the saving. */
  readonly flows: readonly Flow[];
  /** All yearly fees together, as a part of the money; taken month by month. */
  readonly fee: number;
}

export interface Saving {
  readonly monthly: number;
  /** By how much the monthly sum rises every year; 0.03 = 3 %. */
  readonly yearlyIncrease: number;
}

/** A plan longer than this is refused at the door. */
export const LONGEST_MONTHS = 720;

/** 目标日的金额: the target in the money of that day. */
export const targetThen = ({ target, inflation = 0, months }: GoalPlan): number =>
  target * (1 + inflation) ** (months / 12);

/** What one yuan of monthly saving is in month 1, 2, …. */
export const savingByMonth = ({ months, saving }: GoalPlan): Float64Array =>
  Float64Array.from(
    { length: months },
    (_, at) => (1 + saving.yearlyIncrease) ** Math.floor(at / 12),
  );

/** The dated sums of every month, without the saving. */
export function flowsByMonth({ months, flows }: GoalPlan): Float64Array {
  const byMonth = new Float64Array(months);
  for (const { from, to, monthly } of flows) {
    for (let month = Math.max(1, from); month <= Math.min(months, to); month++) {
      byMonth[month - 1]! += monthly;
    }
  }
  return byMonth;
}

/** The dated sums of every month and the saving. */
export function allFlowsByMonth(plan: GoalPlan): Float64Array {
  const saved = savingByMonth(plan);
  return flowsByMonth(plan).map((flow, at) => flow + plan.saving.monthly * saved[at]!);
}

/** 累计投入: all that is put in, with what is had at the start. */
export function paidIn(plan: GoalPlan): number {
  const dated = flowsByMonth(plan).reduce((sum, flow) => sum + Math.max(0, flow), 0);
  const saved = savingByMonth(plan).reduce((sum, part) => sum + part, 0);
  return plan.initial + dated + plan.saving.monthly * saved;
}
