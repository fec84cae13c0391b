import { parse } from 'yaml';
import { z } from 'zod';
import type { RiskLevel, RiskTolerance } from '../../../terms/risk.js';
import { isLocalDate } from '../../../terms/time.js';
import { ASSET_CLASSES } from '../market/asset-class.js';
import type { ByClass } from '../market/asset-class.js';

const Part = z.number().min(0).max(1);
const RISKY = ASSET_CLASSES.filter((name) => name !== 'cash');

const ClassRules = z.strictObject({
  volatility: z.number().positive(),
  equity: Part,
  caps: z.record(z.enum(RISKY), Part),
});

const byGrade = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ 1: schema, 2: schema, 3: schema, 4: schema, 5: schema });

const PolicyFile = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  basis: z.literal('house'),
  approved_by: z.string().min(1).nullish(),
  approved_on: z.string().refine(isLocalDate, 'is no day').nullish(),
  cash_floor: Part,
  classes: byGrade(ClassRules),
  resampling: z.strictObject({
    draws: z.number().int().min(50).max(2_000),
    years: z.number().positive(),
    seed: z.number().int(),
    low: Part,
    high: Part,
  }),
});

/** What the mix of one risk class may be; ratios. */
export interface ClassPolicy {
  /** Volatility a year. */
  readonly volatility: number;
  /** A shares and US shares together. */
  readonly equity: number;
  readonly caps: ByClass<number>;
}

/** 战略配置规则: the house's own values, approved by an operator. */
export interface StrategicPolicy {
  /** `id@version`. */
  readonly ref: string;
  /** 各等级的声明损失: the suitability gate's, as a part of the money, by grade and class of investor. */
  readonly statedLoss: Readonly<Record<RiskLevel, number>>;
  readonly cashFloor: number;
  readonly classes: Readonly<Record<RiskTolerance, ClassPolicy>>;
  readonly resampling: z.infer<typeof PolicyFile>['resampling'];
}

export const RISK_CLASSES: readonly RiskTolerance[] = [1, 2, 3, 4, 5];

/**
 * The policy, or why it may not be used.
 *
 * @param statedLossPct the house's losses of R1 to R5 (`suitability/house-thresholds.ts`)
 */
export function parsePolicy(
  yaml: string,
  statedLossPct: readonly number[],
): StrategicPolicy | string {
  const parsed = PolicyFile.safeParse(parse(yaml));
  if (!parsed.success) return z.prettifyError(parsed.error).replaceAll('\n', ' ');
  const { id, version, approved_by: by, approved_on: on, ...file } = parsed.data;
  const ref = `${id}@${version}`;
  if (!by || !on) return `${ref} is not approved by an operator`;
  const classes = Object.fromEntries(
    RISK_CLASSES.map((one) => [
      one,
      { ...file.classes[one], caps: { cash: 1, ...file.classes[one].caps } },
    ]),
  ) as StrategicPolicy['classes'];
  const policy: StrategicPolicy = {
    ref,
    statedLoss: Object.fromEntries(
      RISK_CLASSES.map((one) => [one, statedLossPct[one - 1]! / 100]),
    ) as StrategicPolicy['statedLoss'],
    cashFloor: file.cash_floor,
    classes,
    resampling: file.resampling,
  };
  const reason = RISK_CLASSES.map((one) => inconsistency(policy, one)).find(Boolean);
  return reason ? `${ref}: ${reason}` : policy;
}

/** One year in twenty is worse than this many volatilities below the mean (normal). */
const BAD_YEAR = 1.645;

function inconsistency(
  { classes, statedLoss }: StrategicPolicy,
  one: RiskTolerance,
): string | null {
  const { volatility, caps, equity } = classes[one];
  const loss = statedLoss[one];
  if (loss > 0 && BAD_YEAR * volatility > loss) {
    return `C${one}: a volatility of ${volatility} loses more than ${loss} in one year of twenty`;
  }
  if (loss === 0 && RISKY.some((name) => caps[name] > 0)) {
    return `C${one} may lose nothing and so holds cash only`;
  }
  if (one === 1) return null;
  const below = (one - 1) as RiskTolerance;
  const isLower =
    loss < statedLoss[below] ||
    volatility < classes[below].volatility ||
    equity < classes[below].equity;
  return isLower ? `C${one} is allowed less than C${below}` : null;
}
