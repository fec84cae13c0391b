import { describe, expect, it } from '@jest/globals';
import { nameIndex } from '../../src/language/name-index.js';

const product = (code: string, name: string, ...aliases: string[]) => ({ code, name, aliases });
const index = nameIndex(
  [
    product('000101', '青山成长混合'),
    product('000102', '青山成长混合(后端)'),
    product('000201', '青山稳健增值债券A'),
    product('000202', '青山稳健增值债券C'),
    product('000301', '绿水天天理财货币A', '天天宝'),
    product('000401', '绿水沪深300ETF联接A'),
    product('000501', '绿水中证500ETF联接A'),
    product('000601', '青山全球科技互联网(QDII)'),
    product('000701', '青山重庆长城股票'),
  ],
  ['青山', '绿水'],
);

describe('a figure in a name', () => {
  const house = nameIndex([product('000801', '甲', '安禾8期', '多元180天')], []);

  it.each(['安禾八期', '多元一百八十天'])('is said as %s, too', (text) =>
    expect(house.exact(text)).toEqual(['000801']),
  );
});

const codes = (text: string) => index.lookup(text).codes;

describe('a product name well written', () => {
  it.each([
    ['000101', '000101'],
    ['青山成长混合', '000101'],
    ['青山成长混合（后端）', '000102'],
    ['青山稳健增值债券 C', '000202'],
    ['青山稳健增值C类', '000202'],
    ['稳健增值债券A份额', '000201'],
    ['绿水天天理财A', '000301'],
    ['天天宝', '000301'],
    ['绿水沪深300联接A', '000401'],
    ['绿水沪深300A', '000401'],
    ['青山全球科技互联网QDII', '000601'],
  ])('%s is %s', (text, code) => {
    expect(index.lookup(text)).toEqual({ codes: [code], how: expect.stringMatching(/exact|near/) });
  });

  it('that has its own product is not taken for a share class of another', () => {
    expect(codes('青山成长')).toEqual(['000101']);
  });
});

describe('a name in pinyin', () => {
  it.each([
    ['qingshanchengzhanghunhe', '000101'],
    ['qing shan cheng zhang', '000101'],
    ['qscz', '000101'],
    ['tiantianbao', '000301'],
    ['qingshanchongqingchangcheng', '000701'],
  ])('%s is %s', (text, code) => {
    expect(index.lookup(text)).toEqual({ codes: [code], how: 'spelled' });
  });
});

describe('a name badly written', () => {
  it.each([
    ['a sign of the same sound', '青山城长混合', '000101'],
    ['another sign', '青山成熟混合', '000101'],
    ['a sign too few', '青山稳增值债券C', '000202'],
    ['a sign too many', '青山稳健健增值债券C', '000202'],
    ['two signs swapped', '青山健稳增值债券C', '000202'],
    ['only its beginning', '青山全球科技', '000601'],
  ])('with %s is still known', (_, text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it('never has another number or share class', () => {
    expect(codes('绿水沪深500ETF联接A')).not.toContain('000401');
    expect(codes('绿水天天理财货币C')).not.toContain('000301');
  });

  it('is not guessed from too little', () => {
    expect(codes('成畅')).toEqual([]);
    expect(index.lookup('今天天气怎么样')).toEqual({ codes: [], how: 'unknown' });
  });
});

describe('a name that fits several', () => {
  it('asks which share class when it is left out', () => {
    expect(codes('青山稳健增值')).toEqual(['000201', '000202']);
    expect(codes('青山稳见增值债券')).toEqual(['000201', '000202']);
    expect(codes('qswjzz')).toEqual(['000201', '000202']);
  });
});
