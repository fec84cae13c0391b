import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { occasionJudge } from '../../src/cli/suitability-occasions.js';
import { answersOf } from './run-shuzhi.js';

const judge = occasionJudge(undefined);

const LINE = {
  id: 'a',
  today: '2026-11-22',
  product: { regime: 'CSRC_FUND', status: 'on_sale', riskLevel: 2 },
  customer: { tolerance: 3, assessedOn: '2026-03-01', age: 40, identityVerified: true },
  channel: { operator: 'licensed_self_operated' },
  initiative: 'customer',
};

/** The line with one field replaced, by its path. */
function withField(path: string, value: unknown): string {
  const line = structuredClone(LINE) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop()!;
  const place = names.reduce(
    (at, name) => (at[name] ??= {}) as Record<string, unknown>,
    line as Record<string, unknown>,
  );
  place[last] = value;
  return JSON.stringify(line);
}

const run = (args: readonly string[], input: string) => answersOf('suitability', args, input);

describe('shuzhi suitability', () => {
  it('answers one occasion with verdict, row, duties, sources and rule version', async () => {
    const { code, answers } = await run([], JSON.stringify(LINE, null, 2));
    expect(code).toBe(0);
    expect(answers).toEqual([
      {
        id: 'a',
        verdict: 'ALLOW_WITH',
        row: 32,
        duties: ['ai_label', 'data_date', 'fees', 'main_loss', 'match_opinion', 'risk_grade'],
        basis: [{ instrument: '证券期货投资者适当性管理办法', article: '第十八条', tag: 'Q' }],
        ruleVersion: expect.any(String),
      },
    ]);
  });

  it('answers every line in order, goes on after a bad one and ends with 1', async () => {
    const lines = [
      JSON.stringify(LINE),
      '不是 JSON',
      '',
      withField('id', null),
      withField('mood', 1),
    ];
    const { code, answers } = await run(['--jsonl'], lines.join('\n'));
    expect(code).toBe(1);
    expect(answers).toHaveLength(4);
    expect(answers[1]).toMatchObject({ id: null, error: { code: 'not_json' } });
    expect(answers[2]).not.toHaveProperty('id');
    expect(answers[3]).toMatchObject({ id: 'a', error: { code: 'unknown_field', path: 'mood' } });
  });

  it.each([
    ['product.colour', 1, 'unknown_field'],
    ['customer.riskLevel', 3, 'unknown_field'],
    ['need.horizon', 3, 'unknown_field'],
    ['today', '2026-02-30', 'invalid_value'],
    ['today', '2026-2-3', 'invalid_value'],
    ['today', null, 'missing_field'],
    ['initiative', undefined, 'missing_field'],
    ['channel.operator', 'wechat', 'invalid_value'],
    ['channel', null, 'missing_field'],
    ['product.status', null, 'missing_field'],
    ['product.riskLevel', 6, 'invalid_value'],
    ['product.riskLevel', '3', 'invalid_value'],
    ['product.riskLevel', 2.5, 'invalid_value'],
    ['customer.assessedOn', '2025-02-29', 'invalid_value'],
    ['customer.age', 40.5, 'invalid_value'],
    ['customer.age', -1, 'invalid_value'],
    ['customer.liquidAssets', -0.01, 'invalid_value'],
    ['customer.identityVerified', 'true', 'invalid_value'],
    ['order.amount', -1, 'invalid_value'],
    ['order.borrowed', 1, 'invalid_value'],
    ['need.goal', 3, 'invalid_value'],
    ['insuranceFinding', 'other', 'invalid_value'],
    ['product.insuranceKind', 'whole_life', 'invalid_value'],
    ['product.regime', 'NFRA_INSURANCE', 'missing_field'],
    ['id', 7, 'invalid_value'],
  ])('names what is wrong: %s = %j', (path, value, code) => {
    const wrong = path === 'product.regime' ? 'product.insuranceKind' : path;
    expect(judge(withField(path, value))).toMatchObject({
      error: { code, path: wrong, message: expect.stringContaining(wrong.split('.').at(-1)!) },
    });
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(judge(`\uFEFF${withField('id', 'a')}`)).not.toHaveProperty('error');
  });

  it('takes null for absent everywhere it may be absent', () => {
    for (const path of ['id', 'customer', 'need', 'order', 'insuranceFinding', 'emergency']) {
      expect(judge(withField(path, null))).not.toHaveProperty('error');
    }
    expect(judge(withField('customer', null))).toMatchObject({ row: 3 });
  });

  it('judges by the thresholds of the institution’s file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-house-'));
    const file = join(folder, 'institution.yaml');
    const demo = readFileSync('knowledge/demonstration/institution.yaml', 'utf8');
    writeFileSync(file, `${demo}suitability: { version: '1', reviewShare: 0.1 }\n`);
    const order = withField('order', { amount: 20 }).replace(
      '"age":40',
      '"age":40,"liquidAssets":100',
    );
    expect(judge(order)).toMatchObject({ row: 32 });
    expect(occasionJudge(file)(order)).toMatchObject({ row: 17 });
    rmSync(folder, { recursive: true });
  });
});
