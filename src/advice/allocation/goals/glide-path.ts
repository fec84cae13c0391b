/**
 * 下滑路径: how risk comes down as the day nears, by three figures. Risk is a place on the dial
 * (`risk-dial.ts`): 0 = the mix of C1 … 4 = that of C5.
 */
export interface GlidePath {
  readonly startRisk: number;
  readonly endRisk: number;
  /** Months before the goal from which risk falls evenly; 0: never. */
  readonly descentMonths: number;
}

/** One risk all the way. */
export const steadyRisk = (risk: number): GlidePath => ({
  startRisk: risk,
  endRisk: risk,
  descentMonths: 0,
});

export const isSteady = ({ descentMonths }: GlidePath): boolean => descentMonths === 0;

/** Steps on the dial: finer ones would not be traded. */
const STEPS_PER_CLASS = 16;

/** Risk with so many months to go, in sixteenths of a class; at the goal itself it is the end risk. */
export function riskAt(path: GlidePath, monthsToGo: number): number {
  const { startRisk, endRisk, descentMonths } = path;
  if (monthsToGo >= descentMonths) return startRisk;
  const risk = endRisk + ((startRisk - endRisk) * monthsToGo) / descentMonths;
  return Math.round(risk * STEPS_PER_CLASS) / STEPS_PER_CLASS;
}
