import { describe, expect, it } from '@jest/globals';
import { shuzhi } from './run-shuzhi.js';

const COMMANDS = [
  [],
  ['serve'],
  ['chat'],
  ['ingest'],
  ['search'],
  ['eval'],
  ['eval', 'retrieval'],
  ['demo'],
  ['demo', 'reset'],
];

const oneLine = /^shuzhi: [^\n]+\n$/;

const MISTAKES: readonly (readonly [string, ...string[]])[] = [
  ['chat', '--nope'],
  ['chat', '--jsn'],
  ['ingest'],
  ['search', '赎回', '-k', 'many'],
  ['search', '赎回', '--as-of', '2026-02-30'],
];

const runAll = (calls: readonly (readonly string[])[]) =>
  Promise.all(calls.map(async (words) => ({ words, ...(await shuzhi(words)) })));

describe('the command line', () => {
  it('helps with every command', async () => {
    const helped = await runAll(COMMANDS.map((words) => [...words, '--help']));
    for (const { words, code, stdout, stderr } of helped) {
      expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: '' });
      expect(stdout).toContain(['Usage: shuzhi', ...words.slice(0, -1)].join(' '));
    }
  });

  it('says in one line what is wrong with a call and fails', async () => {
    for (const { words, code, stdout, stderr } of await runAll(MISTAKES)) {
      expect({ words, stdout, stderr }).toEqual({
        words,
        stdout: '',
        stderr: expect.stringMatching(oneLine),
      });
      expect(code).not.toBe(0);
    }
  });

  it('says in one line everything that is wrong with the environment', async () => {
    const { code, stderr } = await shuzhi(['serve'], { PORT: 'many', SESSION_SECRET: 'short' });
    expect(stderr).toMatch(oneLine);
    expect(stderr).toContain('PORT');
    expect(code).toBe(1);
  });
});
