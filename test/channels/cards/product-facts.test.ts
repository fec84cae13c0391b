import { describe, expect, it } from '@jest/globals';
import { productFactsCard } from '../../../src/channels/cards/product-facts.js';
import type { Product } from '../../../src/terms/product.js';
import { TODAY, demoProduct, demoShelf } from '../../demo/demo-shelf.js';
import { partsOf, wordsOf } from './parts.js';

const read = (product: Product) => wordsOf(productFactsCard(product, TODAY)).join('\n');
const factsOf = (product: Product) =>
  Object.fromEntries(
    partsOf(productFactsCard(product, TODAY))
      .filter(({ title, value }) => typeof title === 'string' && typeof value === 'string')
      .map(({ title, value }) => [title, value]),
  ) as Record<string, string>;

describe('the facts card of a product', () => {
  it('names product, code, kind and issuer, and that we only sell it', () => {
    expect(read(demoProduct('CH0107'))).toContain('CH0107 · 基金 · 发行 澄海基金 · 我们代销');
    expect(read(demoProduct('CK0012'))).not.toContain('代销');
  });

  it('tells every fee in force from the master', () => {
    expect(factsOf(demoProduct('QY0021'))).toMatchObject({
      赎回费: '不满 7 日 1.50%；满 7 日不满 30 日 0.50%；满 30 日不收',
      管理费: '每年 0.30%',
    });
  });

  it('never shows a gain without the drawdown and the window of the same time', () => {
    const product = demoProduct('QY0060');
    expect(factsOf(product)['区间表现']).toMatch(/^[+−]\d.*，同期最大回撤 −\d/);
    expect(read(product)).toContain(`区间 ${product.performance?.from} 至`);
    expect(read(product)).toContain('过往业绩不代表未来表现');
  });

  it('shows the higher of two grades, in a picture that can be read aloud', () => {
    const parts = partsOf(productFactsCard(demoProduct('LX0050'), TODAY));
    expect(parts.find(({ type }) => type === 'Image')).toMatchObject({
      altText: '风险等级 R4，共五级',
      url: expect.stringMatching(/^data:image\/svg\+xml;base64,/),
    });
  });

  it('says of what is not graded that it is not', () => {
    expect(read(demoProduct('CK0012'))).toContain('不评级');
    expect(read(demoProduct('YQ0101'))).toContain('不评级');
  });

  it('calls a premium a premium and a return of a deposit interest', () => {
    expect(read(demoProduct('YQ0201'))).toContain('保费起点');
    expect(factsOf(demoProduct('CK0012'))).toMatchObject({ 年利率: '1.10%' });
    expect(read(demoProduct('CK0012'))).not.toContain('业绩');
  });

  it('says of every product on the shelf how money is lost and as of when', () => {
    for (const product of demoShelf) {
      expect(read(product)).toContain(`主要会怎么亏：${product.mainLoss}`);
      expect(read(product)).toContain(`数据截至 ${product.asOf}`);
    }
  });

  it('asks for the next thing with a button that carries no words of ours', () => {
    const card = productFactsCard(demoProduct('QY0021'), TODAY);
    expect(card['actions']).toMatchObject([
      { data: { intent: 'describe_product', code: 'QY0021', aspect: 'redemption' } },
      { data: { intent: 'request_human', reason: 'asked' } },
    ]);
  });
});
