import { describe, expect, it } from '@jest/globals';
import {
  dayInChat,
  holdingSpan,
  aboutLikely,
  likelihood,
  likelyBetween,
  percent,
  signedPercent,
  spaced,
  workingDays,
  yuan,
} from '../../src/wording/figures.js';

describe('percentages', () => {
  it('have two decimals and a true minus sign', () => {
    expect([percent(0.015), percent(0), percent(1), percent(-0.1234)]).toEqual([
      '1.50%',
      '0.00%',
      '100.00%',
      '−12.34%',
    ]);
  });

  it('carry a sign where they are gains or losses', () => {
    expect([0.0462, -0.0462, 0].map(signedPercent)).toEqual(['+4.62%', '−4.62%', '0.00%']);
  });
});

describe('a probability from a simulation', () => {
  it('is never told as none or all', () => {
    expect([0, 0.0004, 0.432, 0.9995, 1].map(likelihood)).toEqual([
      '不到 0.1%',
      '不到 0.1%',
      '43.2%',
      '99.9% 以上',
      '99.9% 以上',
    ]);
  });

  it('says about only of a figure that is not bounded already, and no interval that is none', () => {
    expect([0.0004, 0.432, 0.9995].map(aboutLikely)).toEqual([
      '不到 0.1%',
      '约 43.2%',
      '99.9% 以上',
    ]);
    expect(likelyBetween(0.429, 0.435)).toBe('，区间 42.9% 至 43.5%');
    expect(likelyBetween(0, 0.0002)).toBe('');
  });
});

describe('amounts', () => {
  it.each([
    [0, '0 元'],
    [0.01, '0.01 元'],
    [10, '10 元'],
    [8_500, '8,500 元'],
    [10_000, '1 万元'],
    [15_000, '1.5 万元'],
    [300_000, '30 万元'],
    [10_500, '10,500 元'],
    [1_234_567, '1,234,567 元'],
    [100_000_000, '1 亿元'],
    [150_000_000, '1.5 亿元'],
    [-8_500, '−8,500 元'],
  ])('%d reads %s, and no digit is lost', (amount, text) => {
    expect(yuan(amount)).toBe(text);
  });
});

describe('days', () => {
  it('of settlement are working days', () => {
    expect(dayInChat('2026-12-11')).toBe('12 月 11 日（周五）');
    expect([workingDays(0), workingDays(3)]).toEqual(['当天', '3 个工作日']);
  });

  it.each([
    [0, 7, '不满 7 日'],
    [7, 30, '满 7 日不满 30 日'],
    [30, null, '满 30 日'],
    [0, null, '不论持有多久'],
  ])('of holding from %s to %s read %s', (from, to, text) => {
    expect(holdingSpan(from, to)).toBe(text);
  });
});

describe('a name before Chinese words', () => {
  it('keeps its distance when it ends in a letter or a figure', () => {
    expect(['青屿安鑫纯债债券 A', '第 8 期', '权益增强 1'].map(spaced)).toEqual([
      '青屿安鑫纯债债券 A ',
      '第 8 期',
      '权益增强 1 ',
    ]);
  });
});
