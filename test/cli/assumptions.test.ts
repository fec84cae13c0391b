import { describe, expect, it } from '@jest/globals';
import { shuzhi } from './run-shuzhi.js';

interface Review {
  readonly assumptions: string;
  readonly mixes: readonly { readonly past: { readonly from: string; readonly to: string } }[];
  readonly backtest: { readonly classes: readonly unknown[] };
}

describe('shuzhi assumptions', () => {
  it('shows the mix of every class, its past with the window, and the backtest', async () => {
    const { code, stdout } = await shuzhi(['assumptions']);
    expect(code).toBe(0);
    for (const one of ['C1', 'C2', 'C3', 'C4', 'C5']) expect(stdout).toContain(`\n${one}  `);
    expect(stdout).toContain('2008-01 to 2026-07, before costs (no promise)');
    expect(stdout).toContain('walk-forward 2013-02 to 2026-07');
    expect(stdout).toMatch(/best of 4 trials: C\d/);
  });

  it('prints one JSON value with the drawdown beside every return', async () => {
    const { stdout } = await shuzhi(['assumptions', '--json']);
    const { assumptions, mixes, backtest } = JSON.parse(stdout) as Review;
    expect(assumptions).toBe('house-long-run@1');
    expect(mixes).toHaveLength(5);
    for (const { past } of mixes) {
      expect(past).toMatchObject({ from: '2008-01', to: '2026-07' });
      expect(past).toHaveProperty('maxDrawdown');
    }
    expect(backtest.classes).toHaveLength(4);
  });

  it('says in one line why a file of the institution is no use', async () => {
    const { code, stderr } = await shuzhi(['assumptions'], { INSTITUTION_FILE: '/no/such' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^shuzhi: [^\n]+\n$/);
  });
});
