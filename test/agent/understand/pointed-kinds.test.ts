import { describe, expect, it } from '@jest/globals';
import { productNames } from '../../../src/agent/understand/product-names.js';
import { demoShelf } from '../../demo/demo-shelf.js';

const names = productNames(demoShelf.filter((product) => !product.private));
const codesIn = (text: string) => names.find(text).map(({ codes }) => codes);

describe('a kind of product with a word that points at one', () => {
  it.each([
    ['挂黄金的那款最多亏多少', [['JG0001']]],
    ['投连那个会亏本金吗', [['YQ0205']]],
    ['租房那个REIT怎么卖掉', [['QY0090']]],
    ['康宁那个住院押金是先垫吗', [['YQ0102']]],
    ['增强债那只跌过多少', [['QY0031']]],
  ])('means the one of that kind: %s', (text, codes) => expect(codesIn(text)).toEqual(codes));

  it.each([
    ['货基那只最少买多少', [['QY0003', 'CH0001']]],
    ['纯债那只几天到账', [['QY0021', 'QY0022']]],
    ['短债基金那只要手续费吗', [['CH0107', 'CH0108']]],
    ['养老目标那只锁多久', [['QY0080', 'CH0090']]],
    ['纯债那边呢，久期大概多少', [['QY0021', 'QY0022']]],
    ['那短债呢，回撤多少', [['CH0107', 'CH0108']]],
  ])('means all of that kind where there are several: %s', (text, codes) =>
    expect(codesIn(text)).toEqual(codes),
  );

  it.each([
    '短债基金是什么',
    '货币基金国庆前买划算吗',
    '货币基金那个收益怎么算',
    '纯债基金会亏吗',
    '百万医疗是什么',
  ])('means none where nothing is pointed at: %s', (text) => expect(codesIn(text)).toEqual([]));
});

describe('a nickname made of kind, feature and class', () => {
  it.each([
    ['短债A几天到账', [['CH0107']]],
    ['短债 C 卖的时候收钱不', [['CH0108']]],
    ['挂黄金的结构性存款', [['JG0001']]],
    ['安禾封闭12个月能提前取吗', [['YX0202']]],
    ['红利ETF联接多久分一次红', [['LX0088']]],
    ['和润平蘅C几天到账', [['QY0046']]],
  ])('%s names %j', (text, codes) => expect(codesIn(text)).toEqual(codes));

  it('is kept with every product', () => {
    const without = demoShelf.filter(
      ({ nicknames = [], kinds = [] }) => nicknames.length === 0 || kinds.length === 0,
    );
    expect(without.map(({ code }) => code)).toEqual([]);
  });

  it('is known as it is written, on the whole shelf', () => {
    const lost = demoShelf.flatMap(({ code, nicknames = [] }) =>
      nicknames.filter(
        (nickname) => productNames(demoShelf).find(nickname)[0]?.codes.includes(code) !== true,
      ),
    );
    expect(lost).toEqual([]);
  });
});
