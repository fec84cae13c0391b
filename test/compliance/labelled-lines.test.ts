import { describe, expect, it } from '@jest/globals';
import { parseLines } from '../../src/compliance/learned/lines.js';

const wordings = (line: string) => parseLines('L1', line).map(({ text }) => text);

describe('labelled lines', () => {
  it('are themselves where they give no choice', () => {
    expect(wordings('+ 亏了算我的[1]。')).toEqual(['亏了算我的[1]。']);
  });

  it('use every word of every choice and repeat nothing', () => {
    const all = wordings('- [亏了|跌了|少了][没人补|自己担]。');
    for (const word of ['亏了', '跌了', '少了', '没人补', '自己担']) {
      expect(all.some((text) => text.includes(word))).toBe(true);
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeLessThanOrEqual(6);
  });

  it('keep who speaks and of what for the whole family', () => {
    const [first, second] = parseLines('L1', '~ {advisor CSRC_FUND/bond} [甲|乙]没事');
    for (const line of [first, second]) {
      expect(line).toMatchObject({ speaker: 'advisor', rule: 'L1', severity: 'soft' });
      expect(line?.product?.type).toBe('bond');
    }
  });
});
