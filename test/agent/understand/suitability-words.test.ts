import { describe, expect, it } from '@jest/globals';
import { asksWhetherItSuits } from '../../../src/agent/understand/suitability-words.js';

describe('words that ask whether a product suits somebody', () => {
  it.each([
    '我妈退休了适合买不',
    '安鑫纯债适合我吗',
    '我爸七十了能买吗',
    '我是C2，能买添禾增强吗',
    '稳健型的人能不能买',
    '适合老人吗',
    '退休的人敢买不',
  ])('%s', (text) => expect(asksWhetherItSuits(text)).toBe(true));

  it.each([
    '日日通适合什么人',
    '适合放多久的钱',
    '还能买吗',
    '安鑫纯债风险大吗',
    '等级够了为什么还不合适',
    '我妈去世了，她的基金怎么办',
  ])('and words that do not: %s', (text) => expect(asksWhetherItSuits(text)).toBe(false));
});
