import { describe, expect, it } from '@jest/globals';
import { fragmentIn, putInto } from '../../../../src/agent/understand/carried/fragment.js';

const nothing = { sum: null, time: null, letter: null };

describe('words that change one thing of what was asked', () => {
  it.each([
    ['那第31天呢', { ...nothing, time: '第31天' }],
    ['要是满一年呢', { ...nothing, time: '满一年' }],
    ['存半年呢', { ...nothing, time: '半年' }],
    ['那C类呢', { ...nothing, letter: 'C' }],
    ['那A呢', { ...nothing, letter: 'A' }],
    ['20万呢', { ...nothing, sum: '20万' }],
    ['按50万算吧', { ...nothing, sum: '50万' }],
    ['还是三十万吧', { ...nothing, sum: '三十万' }],
    ['10万一年', { ...nothing, sum: '10万', time: '一年' }],
    ['十万一年', { ...nothing, sum: '十万', time: '一年' }],
    ['C类 放20天', { ...nothing, time: '20天', letter: 'C' }],
  ])('%s names it', (text, fragment) => {
    expect(fragmentIn(text)).toEqual(fragment);
  });

  it.each([
    '我有三十万',
    '20天卖要扣多少',
    '几天到账',
    '呢',
    '10万还是20万',
    '先买5000试试',
    '我想存半年',
    '每月存2000',
    '近一年收益',
    'A和C',
  ])('%s says something else', (text) => {
    expect(fragmentIn(text)).toBeNull();
  });
});

describe('a question with one thing changed', () => {
  it.each([
    ['20天卖要扣多少', { time: '第31天' }, '第31天卖要扣多少'],
    ['10万放半年能有多少利息', { sum: '20万' }, '20万放半年能有多少利息'],
    ['赎回费多少', { time: '满一年' }, '满一年，赎回费多少'],
    ['十万一年利息多少', { sum: '3万' }, '3万，一年利息多少'],
  ])('%s', (question, change, changed) => {
    expect(putInto(question, { ...nothing, ...change })).toBe(changed);
  });
});

it('reads a long hostile line in no time', () => {
  const from = performance.now();
  fragmentIn('一'.repeat(50_000));
  putInto('一十'.repeat(2_000), { ...nothing, time: '一年' });
  expect(performance.now() - from).toBeLessThan(500);
});
