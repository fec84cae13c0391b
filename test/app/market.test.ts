import { describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ASSET_CLASSES } from '../../src/advice/allocation/market/asset-class.js';
import { DEFAULT_THRESHOLDS } from '../../src/advice/suitability/house-thresholds.js';
import { loadMarket } from '../../src/app/market.js';

const SHIPPED = fileURLToPath(new URL('../../knowledge/market', import.meta.url));

/** A copy of the shipped folder with one passage of one file replaced. */
function changed(file: string, from: string | RegExp, to: string): () => unknown {
  const folder = mkdtempSync(join(tmpdir(), 'market-'));
  cpSync(SHIPPED, folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  const replaced = text.replace(from, to);
  if (replaced === text) throw new Error('nothing was changed');
  writeFileSync(join(folder, file), replaced);
  return () => loadMarket(DEFAULT_THRESHOLDS, folder);
}

describe('the shipped market', () => {
  const market = loadMarket();
  const column = (name: (typeof ASSET_CLASSES)[number]): Float64Array =>
    market.history.returns[name] ?? new Float64Array();

  it('has 222 monthly returns from January 2008 to July 2026', () => {
    expect(market.history.months).toHaveLength(222);
    expect([market.history.start, market.history.months.at(-1)]).toEqual(['2008-01', '2026-07']);
  });

  it('turns dollar levels into yuan', () => {
    const first = (1330.63 * 7.1058) / (1378.55 * 7.1853) - 1;
    expect(column('us_equity')[0]).toBeCloseTo(first, 12);
    expect(column('gold')[0]).toBeCloseTo((974.17 * 7.1058) / (925.99 * 7.1853) - 1, 12);
    expect(column('a_shares')[0]).toBeCloseTo(4674.55 / 4620.401 - 1, 12);
  });

  it('estimates the volatility of A shares as the yearly one of its months', () => {
    // numpy: A.std(ddof=1)*12**.5 over the same file.
    const at = ASSET_CLASSES.indexOf('a_shares');
    const variance = market.outlook.covariance[at * ASSET_CLASSES.length + at] ?? 0;
    expect(Math.sqrt(variance)).toBeCloseTo(0.2502480568329115, 12);
  });

  it('keeps the correlations where the house sets the volatility', () => {
    const of = (a: number, b: number): number =>
      market.outlook.covariance[a * ASSET_CLASSES.length + b] ?? 0;
    expect(of(2, 2)).toBeCloseTo(0.03 ** 2, 14);
    // numpy: corrcoef of the corporate-bond and treasury months.
    expect(of(1, 2) / Math.sqrt(of(1, 1) * of(2, 2))).toBeCloseTo(0.6078, 3);
  });

  it('says who approved the assumptions, and that they are the house’s own', () => {
    const { ref, approvedBy, basis } = market.assumptions;
    expect({ ref, approvedBy, basis }).toEqual({
      ref: 'house-long-run@1',
      approvedBy: 'operator1',
      basis: 'house',
    });
  });
});

describe('a market that does not hang together', () => {
  it.each([
    ['is not approved', 'assumptions.yaml', /approved_by: .*/, 'approved_by:'],
    ['before what it assumes', 'assumptions.yaml', '2026-08-10', '2026-06-30'],
    ['is not in the history', 'assumptions.yaml', 'from: 2008-01', 'from: 2007-01'],
    ['shorter than 60 months', 'assumptions.yaml', 'from: 2008-01', 'from: 2024-01'],
    ['cash has no series', 'assumptions.yaml', ' volatility: 0.003,', ''],
    ['gold is assumed to pay less than cash', 'assumptions.yaml', '0.035', '0.01'],
    ['corporate_bond is assumed to move less', 'assumptions.yaml', '0.03,', '0.001,'],
    ['a_shares', 'assumptions.yaml', 'expected_return: 0.07', 'expected_return: 7'],
    ['no series is called', 'series.yaml', 'level: gold_usd_oz', 'level: gold_cny_g'],
    ['does not follow on', 'month-end-levels.csv', /2010-05,.*\n/, ''],
    ['is no positive number', 'month-end-levels.csv', '4674.55', '0'],
    ['is not approved', 'strategic.yaml', /approved_on: .*/, 'approved_on:'],
    ['loses more than', 'strategic.yaml', 'volatility: 0.08', 'volatility: 0.2'],
    ['holds cash only', 'strategic.yaml', 'treasury: 0, corporate', 'treasury: 0.1, corporate'],
    ['is allowed less than C3', 'strategic.yaml', 'volatility: 0.14', 'volatility: 0.07'],
  ])('is refused: %s (%s)', (message, file, from, to) => {
    expect(changed(file, from, to)).toThrow(message);
  });

  it('is refused where the house states smaller losses than its mixes were made for', () => {
    const careful = { statedLossPct: [0, 2, 8, 15, 30] };
    expect(() => loadMarket(careful)).toThrow('loses more than');
  });

  it('names the file', () => {
    expect(changed('assumptions.yaml', /approved_by: .*/, '')).toThrow('assumptions.yaml');
  });
});
