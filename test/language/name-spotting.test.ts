import { describe, expect, it } from '@jest/globals';
import { nameIndex } from '../../src/language/name-index.js';
import { spotNames } from '../../src/language/name-spotting.js';

const index = nameIndex(
  [
    { code: '000101', name: '青山成长混合', aliases: [] },
    { code: '000201', name: '青山稳健增值债券A', aliases: [] },
    { code: '000202', name: '青山稳健增值债券C', aliases: [] },
  ],
  ['青山'],
);
const spots = (text: string) =>
  spotNames(index, text).map(({ from, to, codes }) => [text.slice(from, to), ...codes]);

describe('names in a sentence', () => {
  it('are found from left to right, the longest where they overlap', () => {
    expect(spots('青山稳健增值债券c和000101比')).toEqual([
      ['青山稳健增值债券c', '000202'],
      ['000101', '000101'],
    ]);
  });

  it('are several products where the share class is left out', () => {
    expect(spots('青山稳健增值怎么样')).toEqual([['青山稳健增值', '000201', '000202']]);
  });

  it('are heard with a slip only when nothing is named well', () => {
    expect(spots('青山城长混合贵吗')).toEqual([['青山城长混合', '000101']]);
    expect(spots('青山城长混合和000202')).toEqual([['000202', '000202']]);
  });

  it('are found in pinyin, but not inside another Latin word', () => {
    expect(spots('qscz怎么样')).toEqual([['qscz', '000101']]);
    expect(spots('xqsczx怎么样')).toEqual([]);
  });

  it('are read as written in a long story, in no time', () => {
    const story = '我昨天去银行问了很多事情'.repeat(160);
    const before = process.cpuUsage();
    expect(spots(`${story}青山城长混合`)).toEqual([]);
    expect(spots(`${story}青山成长混合`)).toEqual([['青山成长混合', '000101']]);
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});
