import { describe, expect, it } from '@jest/globals';
import { answerAssignment } from '../../src/cli/assignment-problems.js';
import { answersOf } from './run-shuzhi.js';

const PROBLEM = {
  id: 'a',
  score: [
    [3, 5],
    [4, null],
    [-1, -2],
  ],
  capacity: [1, 1],
};

const run = (args: readonly string[], input: string) => answersOf('assign', args, input);

describe('shuzhi assign', () => {
  it('answers one problem with assignment, value, certificate and time', async () => {
    const { code, answers } = await run([], JSON.stringify(PROBLEM, null, 2));
    expect(code).toBe(0);
    expect(answers).toEqual([
      {
        id: 'a',
        assignment: [1, 0, null],
        value: 9,
        certificate: { dual: 9, gap: 0 },
        ms: expect.any(Number),
      },
    ]);
  });

  it('answers every line in order, goes on after a bad one and ends with 1', async () => {
    const lines = [
      JSON.stringify({ ...PROBLEM, id: 7 }),
      '不是 JSON',
      '',
      JSON.stringify({ ...PROBLEM, id: null }),
      JSON.stringify({ ...PROBLEM, mood: 1 }),
    ];
    const { code, answers } = await run(['--jsonl'], lines.join('\n'));
    expect(code).toBe(1);
    expect(answers).toHaveLength(4);
    expect(answers[0]).toMatchObject({ id: 7, value: 9 });
    expect(answers[1]).toMatchObject({ id: null, error: { code: 'not_json' } });
    expect(answers[2]).not.toHaveProperty('id');
    expect(answers[3]).toMatchObject({ id: 'a', error: { code: 'unknown_field', path: 'mood' } });
  });

  it.each([
    [{ score: [[1, 2], [1]] }, 'invalid_value', 'score.1'],
    [{ score: [[1, '2']] }, 'invalid_value', 'score.0.1'],
    [{ score: [[1, true]] }, 'invalid_value', 'score.0.1'],
    [{ score: [[1, [2]]] }, 'invalid_value', 'score.0.1'],
    [{ score: [[1, 1e300]] }, 'invalid_value', 'score.0.1'],
    [{ score: [1, 2] }, 'invalid_value', 'score.0'],
    [{ score: [null] }, 'missing_field', 'score.0'],
    [{ score: 'all' }, 'invalid_value', 'score'],
    [{ score: null }, 'missing_field', 'score'],
    [{ capacity: undefined }, 'missing_field', 'capacity'],
    [{ capacity: [1] }, 'invalid_value', 'score.0'],
    [{ capacity: [1, -1] }, 'invalid_value', 'capacity.1'],
    [{ capacity: [1, 0.5] }, 'invalid_value', 'capacity.1'],
    [{ capacity: [1, 1e300] }, 'invalid_value', 'capacity.1'],
    [{ capacity: { 0: 1 } }, 'invalid_value', 'capacity'],
    [{ id: { a: 1 } }, 'invalid_value', 'id'],
  ])('names what is wrong in %j', (part, code, path) => {
    expect(answerAssignment(JSON.stringify({ ...PROBLEM, ...part }))).toMatchObject({
      error: { code, path, message: expect.any(String) },
    });
  });

  it.each(['[]', '1', 'null', '"a"', ''])('refuses %j, which is no problem at all', (text) => {
    expect(answerAssignment(text)).toMatchObject({ id: null, error: {} });
  });

  it('refuses a number beyond all numbers', () => {
    const line = JSON.stringify(PROBLEM).replace('5', '1e999');
    expect(answerAssignment(line)).toMatchObject({ id: 'a', error: { path: 'score.0.1' } });
  });
});
