import { describe, expect, it } from '@jest/globals';
import { confirmed } from '../../../src/agent/compose/confirmation.js';
import { paragraph } from '../../../src/agent/compose/paragraph.js';

const verdict = (claim: string, ...answers: readonly string[]) =>
  confirmed(
    claim,
    answers.map((text) => paragraph(text)),
  );

describe('what a customer has understood', () => {
  const interest = '按 20 万元算，存满 1 年的利息是 **2,200 元**（200,000 元 × 1.10% × 1 年）。';
  const fund = '某货币基金：**不保本**，本金可能亏损。风险等级是 **R1**。';

  it.each([
    ['2200', interest],
    ['两千二左右', interest],
    ['它不保本', fund],
    ['本金会亏', fund],
    ['是r1', fund],
    ['不受存款保险保护', '基金不归存款保险管。'],
    ['下周四到', '按 11 月 27 日（周五）受理，正常最晚 **12 月 3 日（周四）** 到账。'],
    ['一天一万', '每人每天最多 1 万元，超出的一般 1 个工作日到账。'],
    ['不扣', '放 700 天，满 180 日，**不收**赎回费。'],
  ])('%s is right by what was said', (claim, answer) => {
    expect(verdict(claim, answer)?.isRight).toBe(true);
  });

  it.each([
    ['4000块', interest],
    ['下周三到', '按 11 月 27 日（周五）受理，正常最晚 **12 月 3 日（周四）** 到账。'],
    ['它保本', fund],
    ['不会亏', fund],
    ['是r2', fund],
    ['受存款保险保护', '基金不归存款保险管。'],
    ['存款保险全赔', '存款保险的限额是 50 万元，以内的全额偿付。'],
  ])('%s is not', (claim, answer) => {
    expect(verdict(claim, answer)?.isRight).toBe(false);
  });

  it('is left open where nothing speaks of it, or both ways', () => {
    expect(verdict('明天到账', fund)).toBeNull();
    expect(verdict('不收费', '费用是这样的：\n\n- 申购费：不收\n- 管理费：每年 0.15%')).toBeNull();
    expect(verdict('不收', '赎回费：不满 7 日收 1.50%，满 7 日不收。')).toBeNull();
    expect(verdict('要收费', '满 7 日不收。不满 7 日收 1.50%。')).toBeNull();
  });

  it.each([
    ['R2不会亏', 'R4、R5 不一定亏，R1、R2 也不保证不亏。'],
    ['货币基金不会亏', '货币基金也不是不会亏。'],
    ['它不亏', '等级低不代表不会亏。'],
  ])('%s is not right where no loss is what nobody promises', (claim, answer) => {
    expect(verdict(claim, answer)?.isRight ?? false).toBe(false);
  });

  it('of deposits is not decided by what is said of funds', () => {
    expect(verdict('存款也会亏', '理财和基金的净值有涨跌，可能亏损。')).toBeNull();
  });

  it('is answered with the sentence that decides, and the answer that has it', () => {
    const told = verdict('2200', '存款保险的限额是 50 万元。', interest);
    expect(told?.evidence.text).toBe(interest);
  });
});
