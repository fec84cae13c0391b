import { describe, expect, it } from '@jest/globals';
import { shelfFilter } from '../../../src/agent/tools/shelf-filter.js';
import { effectiveRiskLevel } from '../../../src/terms/product.js';
import { demoShelf } from '../../demo/demo-shelf.js';

const codesFor = (query: string) =>
  demoShelf.filter(shelfFilter(query).matches).map(({ code }) => String(code));

describe('what a sentence says about the shelf', () => {
  it.each([
    ['有哪些货币基金', '货币基金', ['QY0003', 'CH0001']],
    ['指数基金有哪些', '指数基金', ['LX0050', 'LX0088']],
    ['有没有国债', '储蓄国债', ['GZ2610']],
    ['结构性存款呢', '结构性存款', ['JG0001']],
    ['定期存款有哪些', '存款', ['CK0012', 'CK0036']],
    ['信托', '信托', ['WC0001']],
    ['有没有万能险', '万能险', ['YQ0204']],
    ['你们卖重疾险吗', '重疾险', ['YQ0103']],
  ])('%s: %s', (query, name, codes) => {
    expect(shelfFilter(query).name).toBe(name);
    expect(codesFor(query)).toEqual(codes);
  });

  it('reads a grade in any writing', () => {
    for (const query of ['R2的债券基金', 'r2 债基', 'Ｒ２ 的固收']) {
      expect(codesFor(query)).toEqual(['QY0021', 'QY0022', 'CH0107', 'CH0108']);
    }
    expect(shelfFilter('R2 的理财').name).toBe('R2 的理财产品');
  });

  it.each([
    ['中低风险的理财', [2]],
    ['中高风险的产品', [4]],
    ['低风险的基金', [1, 2]],
    ['风险高一点的基金', [4, 5]],
    ['中等风险的产品', [3]],
  ])('reads a grade in words: %s', (query, levels) => {
    const found = demoShelf.filter(shelfFilter(query).matches);
    expect(found.length).toBeGreaterThan(0);
    expect(
      [...new Set(found.map(effectiveRiskLevel))].every((one) => levels.includes(one ?? 0)),
    ).toBe(true);
  });

  it('takes a class for all grades up to its own', () => {
    const found = demoShelf.filter(shelfFilter('我是C2，能买哪些基金').matches);
    expect(new Set(found.map(effectiveRiskLevel))).toEqual(new Set([1, 2]));
    expect(shelfFilter('C3能买什么产品').name).toBe('R1 至 R3 的产品');
    expect(shelfFilter('C1能买哪些').name).toBe('R1 的产品');
  });

  it('judges by the higher of two grades', () => {
    const found = demoShelf.filter(shelfFilter('R4 的指数基金').matches);
    expect(found.map(({ code }) => code)).toContain('LX0050');
    expect(found.every((product) => effectiveRiskLevel(product) === 4)).toBe(true);
  });

  it('knows a series by its name', () => {
    expect(shelfFilter('屿享系列都有哪几款').name).toBe('屿享系列产品');
    const names = demoShelf.filter(shelfFilter('屿享系列都有哪几款').matches);
    expect(names.length).toBeGreaterThan(3);
    expect(names.every(({ name }) => name.startsWith('屿享'))).toBe(true);
  });

  it('is everything when nothing narrows it', () => {
    expect(codesFor('你们卖什么')).toHaveLength(demoShelf.length);
  });

  it('mixes up no deposit with a wealth product, no trust with either', () => {
    const wealth = codesFor('理财有哪些');
    for (const code of ['JG0001', 'WC0001', 'CK0012']) expect(wealth).not.toContain(code);
  });
});
