import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assumptions } from '../advice/allocation/market/assumptions.js';
import { parseAssumptions } from '../advice/allocation/market/assumptions.js';
import type { MarketHistory } from '../advice/allocation/market/history.js';
import { parseHistory } from '../advice/allocation/market/history.js';
import type { Outlook } from '../advice/allocation/market/outlook.js';
import { outlookOf } from '../advice/allocation/market/outlook.js';
import type { MarketSeries } from '../advice/allocation/market/series.js';
import { parseSeries } from '../advice/allocation/market/series.js';
import type { StrategicPolicy } from '../advice/allocation/strategic/policy.js';
import { parsePolicy } from '../advice/allocation/strategic/policy.js';
import type { HouseThresholds } from '../advice/suitability/house-thresholds.js';
import { DEFAULT_THRESHOLDS } from '../advice/suitability/house-thresholds.js';

const MARKET = fileURLToPath(new URL('../../knowledge/market', import.meta.url));

/** 市场与假设: everything the strategic mixes and the goal reckoning rest on. */
export interface Market {
  readonly series: MarketSeries;
  readonly history: MarketHistory;
  readonly assumptions: Assumptions;
  readonly outlook: Outlook;
  readonly policy: StrategicPolicy;
}

/**
 * Reads `knowledge/market`; figures that do not hang together (the mixes' also with the losses that the
 * house states) or are not approved stop the start.
 */
export function loadMarket(
  { statedLossPct }: Pick<HouseThresholds, 'statedLossPct'> = DEFAULT_THRESHOLDS,
  folder = MARKET,
): Market {
  const read = <Value>(file: string, parse: (text: string) => Value | string): Value => {
    const value = parse(readFileSync(join(folder, file), 'utf8'));
    if (typeof value === 'string') throw new Error(`${join(folder, file)}: ${value}`);
    return value;
  };
  const series = read('series.yaml', parseSeries);
  const history = read(series.file, (csv) => parseHistory(csv, series));
  const assumptions = read('assumptions.yaml', (yaml) => parseAssumptions(yaml, history));
  const policy = read('strategic.yaml', (yaml) => parsePolicy(yaml, statedLossPct));
  return { series, history, assumptions, outlook: outlookOf(assumptions, history), policy };
}
