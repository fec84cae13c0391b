import { describe, expect, it } from '@jest/globals';
import {
  expectedBestSharpe,
  probabilisticSharpe,
} from '../../../../src/advice/allocation/backtest/sharpe.js';
import { judgeTrials, trialOf } from '../../../../src/advice/allocation/backtest/trials.js';
import { normalQuantile } from '../../../../src/advice/allocation/normal.js';
import { bitsAt, streamOf, uniformAt } from '../../../../src/advice/allocation/random.js';
import { loadMarket } from '../../../../src/app/market.js';

const aShares = loadMarket().history.returns.a_shares!.slice(-120);

/** In or out of A shares each month by the toss of a coin: real months, no skill. */
function coinToss(search: number, name: number): Float64Array {
  const stream = streamOf(search, name);
  return aShares.map((value, month) => ((bitsAt(stream, month) & 1) === 1 ? value : -value));
}

/** Normal months with a given monthly Sharpe ratio. */
const skilled = (sharpe: number, name: number): Float64Array =>
  Float64Array.from(
    aShares,
    (_, month) => 0.02 * (sharpe + normalQuantile(uniformAt(streamOf(99, name), month))),
  );

describe('the deflated Sharpe ratio', () => {
  // Bailey & López de Prado (2014), numerical example: five years of days, yearly ratio 2.5.
  const found = { sharpe: 2.5 / Math.sqrt(250), months: 1250, skewness: -3, kurtosis: 10 };
  const variance = 0.5 / 250;

  it('agrees with the example of the paper for a hundred trials', () => {
    const luck = expectedBestSharpe(variance, 100);
    expect(luck).toBeCloseTo(0.1132, 4);
    expect(probabilisticSharpe(found, luck)).toBeCloseTo(0.9004, 4);
  });

  it('would have believed the same strategy after 46 trials', () => {
    expect(probabilisticSharpe(found, expectedBestSharpe(variance, 46))).toBeCloseTo(0.9505, 3);
  });

  it('discounts nothing for a single trial', () => {
    expect(expectedBestSharpe(variance, 1)).toBe(0);
  });
});

describe('a search among strategies', () => {
  it('is flagged when its best of a thousand coin tosses is shown, in 95 of 100 searches', () => {
    let flagged = 0;
    for (let search = 0; search < 100; search++) {
      const trials = Array.from({ length: 1_000 }, (_, name) =>
        trialOf(`coin ${name}`, coinToss(search, name)),
      );
      if (judgeTrials(trials).isFlagged) flagged++;
    }
    expect(flagged).toBeGreaterThanOrEqual(95);
  });

  it('would fool whoever forgets how many were tried', () => {
    const trials = Array.from({ length: 1_000 }, (_, name) =>
      trialOf(`coin ${name}`, coinToss(1, name)),
    );
    const { best } = judgeTrials(trials);
    expect(judgeTrials([best]).isFlagged).toBe(false);
  });

  it('lets real skill through', () => {
    const trials = [
      trialOf('skilled', skilled(0.6, 0)),
      ...Array.from({ length: 49 }, (_, name) => trialOf(`coin ${name}`, coinToss(5, name))),
    ];
    const judged = judgeTrials(trials);
    expect(judged).toMatchObject({ trials: 50, isFlagged: false, best: { name: 'skilled' } });
    expect(judged.deflatedSharpe).toBeGreaterThan(0.95);
  });

  it('has nothing to judge where no trial was recorded', () => {
    expect(() => judgeTrials([])).toThrow('no trial');
  });
});
