import { describe, expect, it } from '@jest/globals';
import { foldsOf, joinTwins } from '../../../src/agent/understand/folds.js';
import type { Utterance } from '../../../src/agent/understand/intents.js';

const line = (label: string, text: string, family: string): Utterance => ({ label, text, family });
const familiesOf = (lines: readonly Utterance[]) => joinTwins(lines).map(({ family }) => family);

describe('near twins', () => {
  it('are one family, whether marked or not', () => {
    expect(
      familiesOf([
        line('fees', '手续费是多少', 'fees.1'),
        line('fees', '手续费是多少呀', 'fees.2'),
        line('fees', '贵不贵', 'fees.3'),
      ]),
    ).toEqual(['fees.1', 'fees.1', 'fees.3']);
  });

  it('bring their marked families with them', () => {
    const [one, , three] = familiesOf([
      line('fees', '手续费是多少', 'fees.1'),
      line('fees', '手续费是多少呀', 'fees.2'),
      line('fees', '贵不贵', 'fees.2'),
    ]);
    expect(three).toBe(one);
  });

  it('of two intents are what the classifier must tell apart', () => {
    expect(
      familiesOf([line('fees', '手续费是多少', 'fees.1'), line('law', '手续费是多少', 'law.1')]),
    ).toEqual(['fees.1', 'law.1']);
  });
});

describe('the folds', () => {
  const lines = Array.from({ length: 300 }, (_, n) =>
    line('fees', `第${n}句`, `fees.${Math.floor(n / 3)}`),
  );
  const folds = foldsOf(lines, 5);

  it('never part a family', () => {
    for (let at = 0; at < lines.length; at += 3)
      expect(new Set(folds.slice(at, at + 3)).size).toBe(1);
  });

  it('are all used, and the same every time', () => {
    expect(new Set(folds)).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(foldsOf(lines, 5)).toEqual(folds);
  });
});
