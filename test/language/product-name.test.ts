import { describe, expect, it } from '@jest/globals';
import { brandsIn, brandsOf, cutsOf, partsOf } from '../../src/language/product-name.js';

describe('the parts of a product name', () => {
  const parts = (name: string) => Object.values(partsOf(name, ['青山', '绿水']));

  it.each([
    ['青山成长混合', ['青山', '成长', '混合', '', '']],
    ['绿水沪深300ETF联接A', ['绿水', '沪深300', 'etf联接', '', 'a']],
    ['青山全球科技(QDII)', ['青山', '全球科技', '', 'qdii', '']],
    ['青山科技(QDII)C', ['青山', '科技', '', 'qdii', 'c']],
    ['青山成长混合(后端)', ['青山', '成长', '混合', '', '后端']],
    ['青山睿丰混合A/B', ['青山', '睿丰', '混合', '', 'ab']],
    ['青山债券', ['青山', '债券', '', '', '']],
    ['绿水创业板ETF', ['绿水', '创业板', 'etf', '', '']],
  ])('%s', (name, expected) => {
    expect(parts(name)).toEqual(expected);
  });

  it('are cut every way when the kind is of two words', () => {
    expect(cutsOf('绿水天天理财货币A', ['绿水']).map(({ core, kind }) => core + kind)).toEqual([
      '天天理财货币',
      '天天理财货币',
      '天天货币',
    ]);
  });
});

describe('the companies of a catalogue', () => {
  it('are learnt from where its names part', () => {
    const signs = [...'成长稳健价值优选科技消费'];
    const names = (brand: string) => signs.map((sign) => `${brand}${sign}混合`);
    expect(brandsIn([...names('青山'), ...names('远方达'), '孤单成长混合'])).toEqual([
      '远方达',
      '青山',
    ]);
  });

  it('of a small shelf are its issuers and its series, longest first', () => {
    const shelf = [
      { name: '青山成长混合 A', issuer: '青山基金' },
      { name: '青山银行整存整取定期存款', issuer: '青山银行' },
      { name: '山享·安心 30 天', issuer: '青山理财' },
    ];
    expect(brandsOf(shelf)).toEqual(['青山基金', '青山银行', '青山理财', '青山', '山享']);
  });
});
