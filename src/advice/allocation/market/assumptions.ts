import { parse } from 'yaml';
import { z } from 'zod';
import { isLocalDate } from '../../../terms/time.js';
import { ASSET_CLASSES } from './asset-class.js';
import type { ByClass } from './asset-class.js';
import type { MarketHistory } from './history.js';
import { monthNumber } from './month.js';
import type { Month } from './month.js';
import { MonthText } from './series.js';

const Covariance = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('sample'), from: MonthText, to: MonthText }),
  z.strictObject({
    method: z.literal('exponential'),
    from: MonthText,
    to: MonthText,
    half_life_months: z.number().positive(),
  }),
]);

const AssumptionsFile = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  basis: z.literal('house'),
  as_of: MonthText,
  approved_by: z.string().min(1).nullish(),
  approved_on: z.string().refine(isLocalDate, 'is no day').nullish(),
  horizon_years: z.number().int().min(1).max(50),
  covariance: Covariance,
  classes: z.record(
    z.enum(ASSET_CLASSES),
    z.strictObject({
      expected_return: z.number().min(-0.05).max(0.15),
      volatility: z.number().positive().max(0.8).optional(),
      why: z.string().min(1),
    }),
  ),
});

/** What is assumed of one class a year, in yuan; ratios. */
export interface ClassAssumption {
  readonly expectedReturn: number;
  /** Null: that of the history. */
  readonly volatility: number | null;
  readonly why: string;
}

/** 长期假设: approved by an operator; the house's own values, no forecast. */
export interface Assumptions {
  /** `id@version`, named by everything reckoned with it. */
  readonly ref: string;
  readonly basis: 'house';
  readonly asOf: Month;
  readonly approvedBy: string;
  readonly approvedOn: string;
  readonly horizonYears: number;
  readonly covariance: z.infer<typeof Covariance>;
  readonly classes: ByClass<ClassAssumption>;
}

/** Months of history below which no covariance is estimated. */
const LEAST_MONTHS = 60;

/** The assumptions, or why they may not be used: not approved, or at odds with the history. */
export function parseAssumptions(yaml: string, history: MarketHistory): Assumptions | string {
  const parsed = AssumptionsFile.safeParse(parse(yaml));
  if (!parsed.success) return z.prettifyError(parsed.error).replaceAll('\n', ' ');
  const { id, version, approved_by: approvedBy, approved_on: approvedOn, ...file } = parsed.data;
  const ref = `${id}@${version}`;
  if (!approvedBy || !approvedOn) return `${ref} is not approved by an operator`;
  if (approvedOn.slice(0, 7) < file.as_of) {
    return `${ref} was approved on ${approvedOn}, before what it assumes (${file.as_of})`;
  }
  const classes = Object.fromEntries(
    ASSET_CLASSES.map((name) => {
      const { expected_return: expectedReturn, volatility = null, why } = file.classes[name];
      return [name, { expectedReturn, volatility, why }];
    }),
  ) as ByClass<ClassAssumption>;
  const reason = inconsistency(file, classes, history);
  if (reason !== null) return `${ref}: ${reason}`;
  return {
    ref,
    basis: file.basis,
    asOf: file.as_of,
    approvedBy,
    approvedOn,
    horizonYears: file.horizon_years,
    covariance: file.covariance,
    classes,
  };
}

function inconsistency(
  {
    as_of: asOf,
    covariance: { from, to },
  }: Pick<z.infer<typeof AssumptionsFile>, 'as_of' | 'covariance'>,
  classes: Assumptions['classes'],
  history: MarketHistory,
): string | null {
  if (to > asOf) return `the covariance window ends ${to}, after ${asOf}`;
  if (from < history.start || to > (history.months.at(-1) ?? '')) {
    return `the covariance window ${from} to ${to} is not in the history`;
  }
  if (monthNumber(to) - monthNumber(from) < LEAST_MONTHS) {
    return `the covariance window is shorter than ${LEAST_MONTHS} months`;
  }
  const cash = classes.cash;
  for (const name of ASSET_CLASSES) {
    const { volatility, expectedReturn } = classes[name];
    if (history.returns[name] === null && volatility === null) {
      return `${name} has no series and needs a volatility`;
    }
    if (volatility !== null && volatility < (cash.volatility ?? 0)) {
      return `${name} is assumed to move less than cash`;
    }
    // Whoever bears risk for less than cash pays would never be given the class: a slip of the pen.
    if (expectedReturn < cash.expectedReturn) return `${name} is assumed to pay less than cash`;
  }
  return null;
}
