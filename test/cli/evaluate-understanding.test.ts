import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shuzhi } from './run-shuzhi.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-eval-'));
  const file = (name: string, lines: string) => writeFileSync(join(folder, name), lines);
  file(
    'train.csv',
    'text,category\n费用多少,fees\n手续费多少,fees\n"谢谢,多谢",thanks\n谢谢你,thanks\n',
  );
  file('test.csv', 'text,category\n费用几多,fees\n谢谢啊,thanks\n');
  file('other.csv', 'question,answer\n费用,fees\n');
  const intent = (id: string, body: string) =>
    file(`${id}.md`, `---\nid: ${id}\npurpose: p\nowner: o\ncommand: answer\n---\n${body}`);
  const block = (word: string) =>
    ['申购时', '卖出那天', '一年', '每月', '定投里', '老人家', '总共', '大概']
      .map((when) => `${when}${word}怎样\n${word}${when}如何`)
      .join('\n\n');
  intent('fees', block('费用'));
  intent('risk', block('风险'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const understanding = (...words: string[]) => shuzhi(['eval', 'understanding', ...words]);

describe('shuzhi eval understanding', () => {
  it('learns from one file and answers another', async () => {
    const { code, stdout } = await understanding(
      '--train',
      join(folder, 'train.csv'),
      '--test',
      join(folder, 'test.csv'),
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      examples: 2,
      classes: 2,
      accuracy: 1,
      macro_f1: 1,
      calibration_error: expect.any(Number),
      train_seconds: expect.any(Number),
      latency_p99_ms: expect.any(Number),
    });
  });

  it('holds whole families of an intent catalogue out', async () => {
    const { stdout } = await understanding('--intents', folder, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ examples: 32, classes: 2, folds: 5, accuracy: 1 });
  });

  it('says in one line what is missing', async () => {
    const only = await understanding('--train', join(folder, 'train.csv'));
    expect([only.code, only.stderr]).toEqual([
      1,
      'shuzhi: give --train and --test, or --intents\n',
    ]);
    const other = join(folder, 'other.csv');
    const wrong = await understanding('--train', other, '--test', other);
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/^shuzhi: .*columns text,category are needed.*\n$/);
  });
});
