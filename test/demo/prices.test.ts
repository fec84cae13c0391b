import { describe, expect, it } from '@jest/globals';
import { demoPrices } from '../../src/demo/prices.js';
import { demoShelf } from './demo-shelf.js';

const prices = demoPrices(demoShelf);
const shown = demoShelf.filter(({ performance }) => performance !== null);
const of = (code: string) => prices.filter(({ product_code }) => product_code === code);

describe('the demonstration prices', () => {
  it('are there for what shows performance, and for nothing else', () => {
    const priced = new Set(prices.map(({ product_code }) => product_code));
    expect([...priced].sort()).toEqual(shown.map(({ code }) => String(code)).sort());
  });

  it.each(shown.map(({ code, name, performance }) => ({ code, name, performance })))(
    'of $name show the return and the greatest drawdown that are stated, over the stated window',
    ({ code, performance }) => {
      const rows = of(code);
      expect([rows[0]?.date, rows.at(-1)?.date]).toEqual([performance?.from, performance?.to]);
      const gain = (rows.at(-1)?.nav ?? 0) / (rows[0]?.nav ?? 0) - 1;
      expect(gain).toBeCloseTo(performance?.return ?? NaN, 5);
      let high = 0;
      let worst = 0;
      for (const { nav } of rows) {
        high = Math.max(high, nav);
        worst = Math.min(worst, nav / high - 1);
      }
      expect(worst).toBeCloseTo(performance?.maxDrawdown ?? NaN, 5);
    },
  );

  it('are about three years of weeks, a week apart', () => {
    const dates = of('QY0060').map(({ date }) => Date.parse(date) / 86_400_000);
    expect(dates.length).toBeGreaterThan(150);
    const gaps = dates.slice(1).map((day, at) => day - (dates[at] ?? 0));
    expect(new Set(gaps.slice(0, -1))).toEqual(new Set([7]));
  });

  it('are the same at every seeding of a day', () => {
    expect(demoPrices(demoShelf)).toEqual(prices);
  });
});
