import { describe, expect, it } from '@jest/globals';
import { CONVERSION, conversionAsked } from '../../../src/agent/understand/conversion-asked.js';
import { turnOf } from './llm-turn.js';

const { state } = turnOf('');
const told = { ...state, entries: [{ document: CONVERSION, ago: 0 }] };

describe('row 23: a customer asks to count as a professional', () => {
  it.each([
    '我想转成专业投资者，基金和存款一共三百五十万，买基金六年了，够不够',
    '月薪两万，股票八十万，炒股三年，能当专业投资者吗',
    '申请专业客户，年收入五十万可以吗',
  ])('and tells their means, which are judged: %s', (text) => {
    expect(conversionAsked(text, state)).toEqual({
      do: 'answer',
      query: '我的钱够不够',
      entry: CONVERSION,
    });
  });

  it.each(['那理财那边也按专业的来吗', '保险那边能算专业的不'])(
    'of a side that knows no such people: %s',
    (text) => {
      expect(conversionAsked(text, told)).toMatchObject({ query: '买理财能用吗' });
    },
  );

  it.each([
    '我已经是专业投资者了，有三百万想放五年',
    '专业投资者要什么条件',
    '我有三百万，想存五年',
    '我有三百万专门用来养老',
  ])('and not: %s', (text) => {
    expect(conversionAsked(text, state)).toBeNull();
  });
});
