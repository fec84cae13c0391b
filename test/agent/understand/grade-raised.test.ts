import { describe, expect, it } from '@jest/globals';
import { asksOfGradeRaised } from '../../../src/agent/understand/grade-raised.js';
import { normalize } from '../../../src/language/fold.js';

const asks = (text: string) => asksOfGradeRaised(normalize(text).text);

describe('row 25: the grade of what is held was raised', () => {
  it.each([
    '我那只基金从R2调到R3了，要卖掉吗',
    '我持有的增强债券风险等级调高了怎么办',
    '添禾增强升到R3了，我是C2，会不会被强制卖掉',
    '买的理财由R2升级为R3，还能拿着吗',
    '你们把它的评级上调了，对我有什么影响',
  ])('%s', (text) => {
    expect(asks(text)).toBe(true);
  });

  it.each([
    '把等级测高点行不行',
    '我的等级升了怎么办',
    '测评等级提高了能买什么',
    '升到C5就能买了吧',
    '怎么把等级调高',
    'R3的基金有哪些',
    '我买的是R2',
  ])('%s is something else', (text) => {
    expect(asks(text)).toBe(false);
  });
});
