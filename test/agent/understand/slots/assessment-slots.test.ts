import { describe, expect, it } from '@jest/globals';
import { ruleFor } from '../../../../src/agent/understand/rules.js';
import {
  assessmentSlots,
  optionIn,
} from '../../../../src/agent/understand/slots/assessment-slots.js';
import { emptyState } from '../../../../src/conversation/evolve.js';
import type { FlowState } from '../../../../src/conversation/flows/flow.js';
import { personal } from '../../../advice/profiling/questionnaires.js';

const TODAY = '2026-11-26';
const asking = (...asked: string[]): FlowState => ({
  name: 'assessment',
  values: {},
  asked,
  stage: 'asking',
  misses: 0,
});
const said = (text: string, ...asked: string[]) =>
  assessmentSlots(text, asking(...asked), personal, TODAY);

describe('an answer', () => {
  it.each(
    personal.questions.flatMap(({ id, options }) =>
      options.flatMap((option) => [
        [option.text, id, option.id],
        [option.label, id, option.id],
        [`${option.id.toUpperCase()}. ${option.text}`, id, option.id],
        [option.id, id, option.id],
      ]),
    ),
  )('%s to %s is %s', (text, id, option) => {
    expect(said(text, id)).toEqual({ [id]: option });
    // No rule that stands before the questionnaire may take it for something else.
    expect(ruleFor(text, { ...emptyState, flow: asking(id) })).toBeNull();
  });

  it.each([
    '收入那题应该是A，收入稳定那题应该是C',
    '刚才收入那题选错了，应该是A，收入稳定那题应该是C',
    '第二题改成A，第三题改成C',
  ])('is changed together with another: %s', (text) => {
    expect(said(text, 'assets')).toEqual({ income: 'a', stability: 'c' });
  });

  it('is taken back by 「改成B」 of the question before', () => {
    expect(said('改成B', 'stability')).toEqual({ income: 'b' });
  });

  it.each(['A', '第一种'])('%s to how it is to be filled in is the first way', (text) => {
    expect(said(text, 'way')).toEqual({ way: 'words' });
  });

  it.each([
    ['age', '我今年四十五', 'b'],
    ['debts', '没有', 'a'],
    ['age', '38岁', 'a'],
    ['age', '刚退休，62', 'c'],
    ['income', '一年大概二十万', 'b'],
    ['income', '八万多', 'a'],
    ['income', '一百五十万左右', 'd'],
    ['stability', '固定工资', 'a'],
    ['stability', '做生意的，忽高忽低', 'c'],
    ['assets', '三十来万', 'b'],
    ['debts', '没有贷款', 'a'],
    ['debts', '房贷占两成', 'b'],
    ['debts', '40%', 'c'],
    ['years', '从来没买过', 'a'],
    ['years', '半年', 'b'],
    ['years', '三年了', 'c'],
    ['years', '十几年', 'd'],
    ['held', '炒股', 'c'],
    ['held', '余额宝', 'b'],
    ['knowledge', '不太懂', 'd'],
    ['horizon', '三年后要用', 'c'],
    ['horizon', '两年', 'b'],
    ['horizon', '明年三月', 'a'],
    ['liquidity', '不会动', 'a'],
    ['loss', '一分都不能亏', 'a'],
    ['loss', '最多亏五千', 'b'],
    ['loss', '亏一成可以', 'c'],
    ['loss', '20%', 'd'],
    ['loss', '亏一半也行', 'e'],
    ['reaction', '加仓', 'a'],
    ['reaction', '赶紧卖了', 'd'],
  ])('to %s may be said as 「%s」', (id, text, option) =>
    expect(said(text, id)).toEqual({ [id]: option }),
  );

  it('that would fit two options is asked for again', () => {
    expect(said('四五十', 'age')).toEqual({});
    expect(said('六十多了', 'age')).toEqual({});
    expect(said('5 到 20 万', 'income')).toEqual({});
  });

  it('by place counts the options', () => {
    expect(said('第二个', 'stability')).toEqual({ stability: 'b' });
    expect(said('最后一项', 'loss')).toEqual({ loss: 'e' });
  });
});

describe('several answers at once', () => {
  it('go by number, or on from the question asked', () => {
    expect(said('1A 2b 3、C')).toEqual({ age: 'a', income: 'b', stability: 'c' });
    expect(said('ABB', 'debts')).toEqual({ debts: 'a', years: 'b', held: 'b' });
    expect(said('ABCD', 'reaction')).toEqual({});
  });
});

describe('another answer than the one asked for', () => {
  it.each([
    ['第2题改成C', { income: 'c' }],
    ['第三题选错了，应该是 B', { stability: 'b' }],
    ['第四题改成二十万', { assets: 'b' }],
    ['收入那题应该是 10 万到 30 万元', { income: 'b' }],
    ['上一题改成没有买过', { years: 'a' }],
    ['期限改成两年', { horizon: 'b' }],
  ])('is heard in 「%s」', (text, values) => expect(said(text, 'held')).toEqual(values));

  it('is not heard where no question of that number is', () => {
    expect(said('第20题改成B', 'correction')).toEqual({});
  });
});

describe('the way it is answered', () => {
  it.each([
    ['用表单填', 'form'],
    ['一题一题答', 'words'],
    ['直接问吧', 'words'],
    ['好的', 'words'],
  ])('%s', (text, way) => expect(said(text, 'way')).toEqual({ way }));

  it('is not changed by a courtesy later on', () => expect(said('好的', 'age')).toEqual({}));
});

describe('a reason', () => {
  it('is kept in the customer’s own words', () => {
    expect(said('孩子上大学了，花销变大', 'reason')).toEqual({ reason: '孩子上大学了，花销变大' });
  });
});

describe('words that fit no option', () => {
  it('give none', () => {
    const [age] = personal.questions;
    for (const text of ['嗯', '看情况', '银行卡', '']) {
      expect(optionIn(text, age!, TODAY)).toBeNull();
    }
  });
});
