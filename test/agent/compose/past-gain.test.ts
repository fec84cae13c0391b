import { describe, expect, it } from '@jest/globals';
import { gainsByTheDay, pastGain } from '../../../src/agent/compose/past-gain.js';
import { withTimeSaid } from '../../../src/agent/compose/reckoning.js';
import type { PastReturn, Product } from '../../../src/terms/product.js';
import { demoProduct } from '../../demo/demo-shelf.js';

const money = demoProduct('QY0003');
const other = demoProduct('CH0001');
const bond = demoProduct('QY0021');

const whole = (product: Product, gain: number, annual: number): PastReturn => ({
  product: product.code,
  from: product.performance?.from ?? '',
  to: product.performance?.to ?? '',
  return: gain,
  annual,
});
const returns = [
  whole(money, 0.0462, 0.0152),
  whole(other, 0.0448, 0.0147),
  whole(bond, 0.082, 0.0266),
];

describe('what a sum would have brought', () => {
  it('is reckoned by the day where a price hardly moves, with its working', () => {
    const said = pastGain(money, '一千块放一个月能有多少', returns);
    expect(said?.text).toContain('1,000 元放 30 天大约是 **1.25 元**');
    expect(said?.text).toContain('1,000 元 × 1.52% × 30 天 ÷ 365 天');
    expect(said?.text).toContain('过往业绩不代表未来表现');
    expect(said?.facts).toContainEqual({ value: 1.25, unit: 'yuan', label: '照过去折算的收益' });
  });

  it('is told of the whole past alone where the price moves, and never for a time to come', () => {
    const said = pastGain(bond, '一万放一年能赚多少', returns)?.text;
    expect(said).toContain('谁也说不准');
    expect(said).toContain('账面多了 **820 元**');
    expect(said).not.toContain('365');
  });

  it('says so where that was a loss', () => {
    const fell = [whole(bond, -0.1, -0.035)];
    expect(pastGain(bond, '一万能有多少', fell)?.text).toContain('账面少了 **1,000 元**');
  });

  it.each([
    ['收益怎么样', money],
    ['十来万放一个月能有多少', money],
    ['一万存一年有多少利息', demoProduct('CK0012')],
  ])('is not reckoned for: %s', (words, product) => {
    expect(pastGain(product, words, returns)).toBeNull();
  });

  it('is nothing where no price reaches over the whole time', () => {
    expect(pastGain(money, '一千块放一个月能有多少', [])).toBeNull();
  });

  it('is put side by side for several of the kind', () => {
    const said = gainsByTheDay(
      [money, other],
      ({ aliases }) => aliases[0] ?? '',
      '一千块放一个月能有多少',
      returns,
    );
    expect(said?.text).toContain('日日通每年约 1.52%，大约 **1.25 元**');
    expect(said?.text).toContain('添宁货币每年约 1.47%，大约 **1.21 元**');
    expect(
      gainsByTheDay([money, bond], ({ name }) => name, '一千块放一个月能有多少', returns),
    ).toBeNull();
  });
});

describe('a time said before', () => {
  it('stands where the next sum names none', () => {
    expect(withTimeSaid('那一万呢，利息多少', ['一千块放三个月能有多少'])).toBe(
      '那一万呢，利息多少，放90天',
    );
  });

  it('gives way to one of its own', () => {
    expect(withTimeSaid('放一年呢', ['一千块放三个月能有多少'])).toBe('放一年呢');
  });

  it('is none where no money was asked for', () => {
    expect(withTimeSaid('那一万呢', ['三年持有期是什么'])).toBe('那一万呢');
  });
});
