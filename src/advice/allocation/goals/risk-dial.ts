import { returnRows } from '../market/history.js';
import type { MixBasis, StrategicMix } from '../strategic/mix.js';
import { mixReturns, vectorOf, volatilityOf } from '../strategic/weights.js';
import type { Fates, TableOf } from './fates.js';
import { historyFates, independentFates } from './fates.js';
import type { GlidePath } from './glide-path.js';
import { riskAt } from './glide-path.js';
import type { Growth, GrowthTable } from './growth-table.js';
import { historyTable, lognormalTable } from './growth-table.js';

/** How months come about: drawn from a lognormal, or from the real history in blocks of a year. */
export type GrowthModel = 'lognormal' | 'history';

export interface FateOptions {
  readonly model: GrowthModel;
  readonly seed: number;
  /** Yearly fee, ratio. */
  readonly fee: number;
  /** Standard errors by which the assumed return may be too high; 0 = as assumed. */
  readonly doubt?: number;
}

/** 风险刻度: the mixes of C1 … C5 (or the first few) as one dial from 0 to their number less one. */
export interface RiskDial {
  readonly highest: number;
  weightsAt(risk: number): Float64Array;
  growthAt(risk: number, doubt?: number): Growth;
  /** What happens to money that follows the path over so many months. */
  fates(path: GlidePath, months: number, options: FateOptions): Fates;
}

export function riskDial(
  { history, outlook, policy }: Pick<MixBasis, 'history' | 'outlook' | 'policy'>,
  mixes: readonly Pick<StrategicMix, 'weights'>[],
): RiskDial {
  const vectors = mixes.map(({ weights }) => vectorOf(weights));
  const rows = returnRows(history, outlook.mean[0]!);
  const weightsAt = (risk: number): Float64Array => {
    const below = Math.min(Math.floor(risk), vectors.length - 1);
    const above = Math.min(below + 1, vectors.length - 1);
    const part = risk - below;
    return vectors[below]!.map((weight, at) => weight + part * (vectors[above]![at]! - weight));
  };
  const growthAt = (risk: number, doubt = 0): Growth => {
    const weights = weightsAt(risk);
    const volatility = volatilityOf(weights, outlook);
    const assumed = weights.reduce((sum, weight, at) => sum + weight * outlook.mean[at]!, 0);
    // The error of a mean of so many years as the house says its assumptions are worth.
    return {
      volatility,
      mean: assumed - (doubt * volatility) / Math.sqrt(policy.resampling.years),
    };
  };
  const tableAt = (risk: number, { model, fee, doubt }: FateOptions): GrowthTable =>
    model === 'lognormal'
      ? lognormalTable(growthAt(risk, doubt), fee)
      : historyTable(mixReturns(weightsAt(risk), rows), growthAt(risk, doubt).mean, fee);
  return {
    highest: mixes.length - 1,
    weightsAt,
    growthAt,
    fates(path, months, options) {
      const tables = new Map<number, GrowthTable>();
      const tableOf: TableOf = (month) => {
        // In month 1 there are all months to go, in the last one none is left after it.
        const risk = riskAt(path, months - month);
        const table = tables.get(risk) ?? tableAt(risk, options);
        tables.set(risk, table);
        return table;
      };
      const model = options.model === 'lognormal' ? independentFates : historyFates;
      return model(tableOf, options.seed);
    },
  };
}
