import { describe, expect, it } from '@jest/globals';
import {
  measuredAnew,
  tellsMeasure,
  withSumBefore,
  withTold,
} from '../../../src/agent/understand/measures-told.js';
import { productNames } from '../../../src/agent/understand/product-names.js';
import type { Command, ProductAspect } from '../../../src/terms/command.js';
import { productCode } from '../../../src/terms/ids.js';
import { demoShelf } from '../../demo/demo-shelf.js';
import { turnOf } from './llm-turn.js';

const router = { names: productNames(demoShelf) };
const context = turnOf('');
const asks = (aspect: ProductAspect, query: string): Command => ({
  do: 'describe_product',
  code: productCode('QY0021'),
  aspects: [aspect],
  query,
});
const queries = (commands: readonly Command[] | null) =>
  commands?.map((command) => ('query' in command ? command.query : '')) ?? null;

describe('what tells a time or a sum before the questions', () => {
  it.each([
    '优质治理我放100天了',
    '颐和我去年十二月初买的',
    '汇宝万能险交2万第二年退',
    '放10天就卖呢',
  ])('%s', (piece) => expect(tellsMeasure(router, context, [], piece)).toBe(true));

  it.each([
    '红利联接一年分几次红',
    '三年到了自己会卖吗',
    '安禾30天到期会自动转出来吗',
    '放10天卖扣多少',
  ])('and what asks: %s', (piece) => expect(tellsMeasure(router, context, [], piece)).toBe(false));

  it('holds for a question that names neither', () => {
    expect(withTold(router, context, ['我放100天了'], asks('fees', '卖扣几个点'))).toEqual(
      asks('fees', '我放100天了，卖扣几个点'),
    );
    const own = asks('fees', '放10天卖扣几个点');
    expect(withTold(router, context, ['我放100天了'], own)).toEqual(own);
    const risk = asks('risk', '风险大吗');
    expect(withTold(router, context, ['我放100天了'], risk)).toEqual(risk);
  });
});

describe('a time or a sum after a question', () => {
  it('asks it once more where that named one, too', () =>
    expect(
      queries(measuredAnew(router, context, asks('fees', '放二十天卖3万扣多少'), '满一个月呢')),
    ).toEqual(['放二十天卖3万扣多少', '30000元，满一个月呢，赎回扣多少']));

  it('says which fee was meant', () =>
    expect(
      queries(measuredAnew(router, context, asks('fees', '满一年还扣服务费不'), '一个月呢')),
    ).toEqual(['满一年还扣服务费不', '一个月呢，服务费扣多少']));

  it('belongs to a question that named none', () =>
    expect(
      queries(measuredAnew(router, context, asks('fees', '投顾费一年多少'), '放10万呢')),
    ).toEqual(['投顾费一年多少，放10万呢']));

  it('asks what leaving costs after another question', () =>
    expect(
      measuredAnew(router, context, asks('performance', '去年亏没亏'), '要是放一周卖呢'),
    ).toEqual([asks('performance', '去年亏没亏'), asks('fees', '要是放一周卖呢，赎回扣多少')]));

  it('is none where it asks something itself', () =>
    expect(
      measuredAnew(router, context, asks('redemption', '能提前取吗'), '三年到了自己会卖吗'),
    ).toBeNull());

  it('is the sum of the next question after money', () => {
    const before = asks('minimum', '十五万能存吗');
    expect(withSumBefore(router, before, asks('performance', '三年利息一共多少'))).toEqual(
      asks('performance', '150000元，三年利息一共多少'),
    );
    expect(withSumBefore(router, before, asks('risk', '风险大吗'))).toEqual(
      asks('risk', '风险大吗'),
    );
  });
});
