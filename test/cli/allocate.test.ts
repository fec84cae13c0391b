import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const SHUZHI = fileURLToPath(new URL('../../dist/cli/shuzhi.js', import.meta.url));

interface Ran {
  readonly code: number | null;
  readonly answers: readonly Record<string, unknown>[];
}

/** `shuzhi allocate` with `input` on stdin. */
const allocate = (args: readonly string[], input: string): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [SHUZHI, 'allocate', ...args], {
      env: { PATH: process.env['PATH'] ?? '' },
    });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.on('close', (code) => {
      const lines = stdout.split('\n').filter((line) => line !== '');
      resolve({ code, answers: lines.map((line) => JSON.parse(line) as Ran['answers'][number]) });
    });
    child.stdin.end(input);
  });

const cov = [
  [0.04, 0.04],
  [0.04, 0.04],
];
const problem = (id: string | number, input: object) => ({
  id,
  op: 'mvo',
  input: { cov, objective: 'min_variance', ...input },
});
const lines = (...problems: readonly unknown[]): string =>
  problems.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');

describe('shuzhi allocate', () => {
  it('answers one problem with weights, report, certificate, prices and time', async () => {
    const { code, answers } = await allocate([], JSON.stringify(problem('a', {}), null, 2));
    expect(code).toBe(0);
    expect(answers).toEqual([
      {
        id: 'a',
        weights: [expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)],
        report: { volatility: expect.closeTo(0.2, 12), tie_break: 'minimum_norm' },
        certificate: { gap: expect.closeTo(0, 12), violation: 0, status: 'optimal' },
        binding: [{ rule: 'sum', shadow_price: expect.closeTo(-0.08, 12) }],
        ms: expect.any(Number),
      },
    ]);
  });

  it('names the rules that conflict and ends with 2', async () => {
    const { code, answers } = await allocate([], JSON.stringify(problem('a', { ub: 0.4 })));
    expect(code).toBe(2);
    expect(answers).toEqual([
      { id: 'a', error: { code: 'infeasible', conflict: ['sum', 'ub[0]', 'ub[1]'] } },
    ]);
  });

  it('goes on after a bad line, names what is wrong in it, and ends with 1', async () => {
    const { code, answers } = await allocate(
      ['--jsonl'],
      lines(
        problem(1, { cov: [[0.04, 'x']] }),
        'no JSON',
        problem('c', { mood: 1 }),
        problem('d', { objective: 'max_utility', risk_aversion: 1 }),
        problem('e', {
          cov: [
            [1, 2],
            [2, 1],
          ],
        }),
        problem('f', { lb: [0, 0, 0] }),
        { id: 'g', op: 'alchemy', input: {} },
        { id: 'i', op: 'scenario', input: { returns: [], measure: 'CVaR', objective: 'min_risk' } },
        { id: 'j', op: 'min_te', input: { returns_by_asset: [], benchmark: [] } },
        {
          id: 'k',
          op: 'estimator',
          input: {
            kind: 'prices_cagr',
            data: [
              [1, 0],
              [2, 1],
            ],
          },
        },
        {
          id: 'm',
          op: 'estimator',
          input: {
            kind: 'prices_mean',
            data: [
              [1, 1],
              [2, -1],
            ],
          },
        },
        {
          id: 'n',
          op: 'estimator',
          input: {
            kind: 'prices_cagr',
            data: [
              [1, -10],
              [2, -11],
            ],
          },
        },
        { id: 'l', op: 'metric', input: { kind: 'inverse_volatility', weights: [0.1, 0] } },
        { id: 'h', op: 'greedy', input: { prices: [10, 20], weights: [0.5, 0.5], total: 100 } },
      ),
    );
    expect(code).toBe(1);
    const paths = answers.map(({ id, error }) => [id, (error as { path?: string })?.path]);
    expect(paths).toEqual([
      [1, 'input.cov.0.1'],
      [null, ''],
      ['c', 'input'],
      ['d', 'input.mu'],
      ['e', 'input.cov'],
      ['f', 'input.lb'],
      ['g', 'op'],
      ['i', 'input.returns'],
      ['j', 'input.returns_by_asset'],
      ['k', 'input.data.0'],
      ['m', 'input.data.1'],
      ['n', undefined],
      ['l', 'input.weights'],
      ['h', undefined],
    ]);
    const short = answers.find(({ id }) => id === 'n') as { values: number[] };
    expect(short.values[1]).toBeCloseTo(0.1, 12);
    expect(answers.at(-1)).toMatchObject({ values: [5, 2], certificate: null, binding: [] });
  });

  it('answers lines that cannot be met without failing the rest', async () => {
    const { code, answers } = await allocate(
      ['--jsonl'],
      lines(problem('a', { ub: 0.4 }), problem('b', {})),
    );
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('chooses over scenarios, and by clusters', async () => {
    const returns = [
      [0.02, -0.01, 0.01],
      [-0.03, 0.02, 0],
      [0.01, 0.01, -0.01],
      [0.02, -0.02, 0.02],
    ];
    const scenario = { returns, measure: 'CVaR', alpha: 0.25, objective: 'min_risk' };
    const { code, answers } = await allocate(
      ['--jsonl'],
      lines(
        { id: 'a', op: 'scenario', input: scenario },
        { id: 'b', op: 'scenario', input: { ...scenario, ub: 0.3 } },
        { id: 'c', op: 'scenario', input: { ...scenario, objective: 'min_risk_return' } },
        { id: 'd', op: 'hrp', input: { returns, measure: 'MAD', linkage: 'ward' } },
        { id: 'e', op: 'hrp', input: { cov, measure: 'MAD', linkage: 'ward' } },
      ),
    );
    expect(code).toBe(1);
    expect(answers).toMatchObject([
      { id: 'a', certificate: { status: 'optimal' }, report: { risk: expect.any(Number) } },
      { id: 'b', error: { code: 'infeasible', conflict: ['sum', 'ub[0]', 'ub[1]', 'ub[2]'] } },
      { id: 'c', error: { path: 'input.target_return' } },
      { id: 'd', certificate: null },
      { id: 'e', error: { path: 'input.returns' } },
    ]);
  });
});
