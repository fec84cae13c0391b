import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

import { shuzhi } from './run-shuzhi.js';

const SHUZHI = fileURLToPath(new URL('../../dist/cli/shuzhi.js', import.meta.url));

interface Ran {
  readonly code: number | null;
  readonly answers: readonly Record<string, unknown>[];
}

/** `shuzhi guard` with `input` on stdin. */
const guard = (args: readonly string[], input: string): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [SHUZHI, 'guard', ...args], {
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

describe('shuzhi guard', () => {
  it('answers every line in order, with rule, article and place', async () => {
    const lines = [
      { id: 'a', speaker: 'bot', text: '这款保本的，您放心' },
      { id: 'b', speaker: 'customer', text: '你们说这款保本' },
      { id: 'c', speaker: 'bot', text: '管理费 0.5%', facts: [] },
      { id: 'd', speaker: 'advisor', text: '请您按真实情况填写测评' },
    ];
    const { code, answers } = await guard(
      ['--jsonl'],
      lines.map((line) => JSON.stringify(line)).join('\n'),
    );
    expect(code).toBe(0);
    expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['a', 'block'],
      ['b', 'pass'],
      ['c', 'block'],
      ['d', 'pass'],
    ]);
    expect(answers[0]!['findings']).toEqual([
      {
        rule: 'L1',
        severity: 'hard',
        start: 2,
        end: 4,
        text: '保本',
        basis: { instrument: '广告法', article: '第二十五条', tag: 'T' },
      },
    ]);
  });

  it('names an unknown field, goes on with the next line and ends with 1', async () => {
    const { code, answers } = await guard(
      ['--jsonl'],
      '{"id":"a","speaker":"bot","text":"好的","mood":1}\n不是 JSON\n{"id":"c","speaker":"bot","text":"好的"}\n',
    );
    expect(code).toBe(1);
    expect(answers[0]).toMatchObject({
      id: 'a',
      error: { message: expect.stringContaining('mood') },
    });
    expect(answers[1]).toMatchObject({ id: null, error: { code: 'not_json' } });
    expect(answers[2]).toEqual({ id: 'c', verdict: 'pass', findings: [] });
  });

  it('recommends no product above what the customer can bear', async () => {
    const about = (tolerance: number) => ({
      speaker: 'bot',
      text: '这款很适合您',
      product: { regime: 'CSRC_FUND', type: 'equity', riskLevel: 4 },
      customer: { tolerance },
    });
    const [over, within] = await Promise.all(
      [2, 4].map((tolerance) => guard([], JSON.stringify(about(tolerance)))),
    );
    expect(over!.answers[0]).toMatchObject({
      verdict: 'block',
      findings: [{ rule: 'SUITABILITY' }],
    });
    expect(within!.answers[0]).toMatchObject({ verdict: 'pass' });
  });
});

describe('shuzhi eval guard', () => {
  it('prints recall and false alarms of labelled lines', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-guard-'));
    const file = join(folder, 'lines.jsonl');
    const lines = [
      { id: '1', speaker: 'bot', text: '这款保本', label: 'violation', rules: ['L1'] },
      { id: '2', speaker: 'bot', text: '赎回三个工作日到账', label: 'violation', rules: ['L2'] },
      { id: '3', speaker: 'bot', text: '这款不保本', label: 'ok', rules: [] },
    ];
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const { code, stdout } = await shuzhi(['eval', 'guard', '--data', file, '--json']);
    rmSync(folder, { recursive: true });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ recall: 0.5, falseAlarms: 0, named: 1 });
  });
});
