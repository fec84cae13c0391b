import { describe, expect, it } from '@jest/globals';
import { loadIntents } from '../../../src/agent/understand/intents.js';
import { productNames } from '../../../src/agent/understand/product-names.js';
import { demoShelf } from '../../demo/demo-shelf.js';

const names = productNames(demoShelf);
const codesIn = (text: string) => names.find(text).map(({ codes }) => codes);

describe('a stem that several names share', () => {
  const { find } = productNames(demoShelf);

  it('names all of them, so that the customer is asked', () => {
    expect(find('安禾收益怎么样')[0]?.codes).toEqual(['YX0201', 'YX0202', 'YX0203']);
  });

  it('names none where it is a word of the trade, or one of them is named', () => {
    expect(find('权益类的有哪些')).toEqual([]);
    expect(find('安禾 8 期收益怎么样')).toMatchObject([{ codes: ['YX0202'] }]);
  });
});

describe('the name of a product', () => {
  it.each([
    ['安鑫纯债的费用', [['QY0021']]],
    ['安鑫纯债C的费用', [['QY0022']]],
    ['安鑫 C 类和 A 类', [['QY0022']]],
    ['青屿安鑫纯债债券 A', [['QY0021']]],
    ['qy0060 怎么样', [['QY0060']]],
    ['红利联接和沪深300指数A哪个好', [['LX0088'], ['LX0050']]],
    ['屿享·安禾 30 天持有', [['YX0201']]],
    ['安禾8期和安禾6期', [['YX0202'], ['YX0203']]],
    ['传家增额终身寿', [['YQ0202']]],
    ['康宁医疗的免赔额', [['YQ0102']]],
    ['康宁县怎么走', []],
    ['风险测评多久有效', []],
  ])('%s names %j', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });

  it('is found as its code, full name and every alias, on the whole shelf', () => {
    const lost = demoShelf.flatMap(({ code, name, aliases }) =>
      [code, name, ...aliases]
        .filter((surface) => JSON.stringify(codesIn(surface)) !== JSON.stringify([[code]]))
        .map((surface) => `${code} ${surface} ${JSON.stringify(codesIn(surface))}`),
    );
    expect(lost).toEqual([]);
  });

  it('stands where the customer wrote it, spaces and all', () => {
    const text = '请问 QY 0021 的费用';
    const [mention] = names.find(text);
    expect(text.slice(mention?.start, mention?.end)).toBe('QY 0021');
  });

  it.each([
    ['安心纯债的费用', '安心纯债', ['QY0021']],
    ['请问优质治里股票风险大吗', '优质治里股票', ['QY0060']],
    ['anxinchunzhai 费用多少', 'anxinchunzhai', ['QY0021']],
  ])('is known though badly written or in pinyin: %s', (text, written, codes) => {
    const [mention] = names.find(text);
    expect([text.slice(mention?.start, mention?.end), mention?.codes]).toEqual([written, codes]);
  });

  it('is not heard in what customers say of other things', () => {
    const { examples } = loadIntents('knowledge/intents');
    const heard = examples.filter(({ text }) => !/沪深/.test(text) && names.find(text).length > 0);
    expect(heard.map(({ text }) => text)).toEqual([]);
  });

  it('is hidden from the router behind one sign', () => {
    expect(names.mask('安鑫纯债和优质治理股票哪个风险大')).toBe('{product}和{product}哪个风险大');
    expect(names.mask('基金赎回几天到账')).toBe('基金赎回几天到账');
  });

  it('may fit several products, and then says which', () => {
    const sisters = demoShelf
      .filter(({ code }) => ['QY0045', 'QY0046'].includes(code))
      .map((product) => ({ ...product, aliases: [] }));
    expect(productNames(sisters).find('和润平衡多少钱起')[0]?.codes).toEqual(['QY0045', 'QY0046']);
  });

  it('is never an ordinary word of the language', () => {
    for (const text of [
      '债券基金',
      '理财',
      '保险',
      '混合',
      '定期存款利率',
      '货币',
      '指数',
      '国债',
    ]) {
      expect([text, codesIn(text)]).toEqual([text, []]);
    }
  });
});
