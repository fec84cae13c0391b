import { describe, expect, it } from '@jest/globals';
import { exitOf } from '../../../src/advice/lifecycle/exit.js';
import { valuePositions } from '../../../src/advice/lifecycle/positions.js';
import type { Trade } from '../../../src/terms/portfolio.js';
import { demoProduct } from '../../demo/demo-shelf.js';
import { portfolio, trade } from './portfolios.js';

const TODAY = '2026-11-25';

function leaving(code: string, trades: readonly Trade[]) {
  const record = portfolio([[code, 10_000, 10_000]], { [code]: { '2026-11-24': 1.2 } });
  const [position] = valuePositions(record, TODAY);
  return position && exitOf(position, demoProduct(code), trades, TODAY);
}

describe('leaving what is held', () => {
  it('takes nothing once it was held long enough', () => {
    const exit = leaving('QY0071', [trade('QY0071', 10_000, '2026-01-10')]);
    expect(exit).toMatchObject({ way: 'open', fee: 0, paidOut: 12_000, freeFrom: 180 });
    expect(exit?.bought).toEqual([{ day: '2026-01-10', days: 319 }]);
  });

  it('takes the fee of its time before that', () => {
    const exit = leaving('QY0071', [trade('QY0071', 10_000, '2026-11-05')]);
    expect(exit).toMatchObject({ fee: 0.01, paidOut: 11_880 });
  });

  it('names no one fee where the purchases fall under several', () => {
    const exit = leaving('QY0071', [
      trade('QY0071', 5_000, '2026-01-10'),
      trade('QY0071', 5_000, '2026-11-05'),
    ]);
    expect(exit).toMatchObject({ fee: null, paidOut: null });
  });

  it('counts what was bought first as sold first', () => {
    const exit = leaving('QY0071', [
      trade('QY0071', 5_000, '2025-01-10'),
      trade('QY0071', 5_000, '2026-11-05'),
      trade('QY0071', -5_000, '2026-11-10'),
    ]);
    expect(exit?.bought).toEqual([{ day: '2026-11-05', days: 20 }]);
  });

  it('waits for the end of a lock', () => {
    const exit = leaving('CH0090', [trade('CH0090', 10_000, '2026-06-01')]);
    expect(exit).toMatchObject({ way: 'held', openFrom: '2027-06-01', fee: null });
  });

  it('knows the day of a term, and of a closed product the end of its lock', () => {
    expect(leaving('CK0012', [trade('CK0012', 10_000, '2026-05-09')])?.matures).toBe('2027-05-09');
    expect(leaving('YX0202', [trade('YX0202', 10_000, '2026-10-16')])?.matures).toBe('2027-10-16');
    expect(leaving('QY0071', [trade('QY0071', 10_000, '2026-01-10')])?.matures).toBeNull();
  });

  it('of a deposit is by its contract', () => {
    expect(leaving('CK0012', [trade('CK0012', 10_000, '2026-06-01')])?.way).toBe('contract');
  });
});
