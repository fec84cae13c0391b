import { describe, expect, it } from '@jest/globals';
import { lockAnswer } from '../../../src/agent/compose/lock-answer.js';
import { TODAY, demoProduct } from '../../demo/demo-shelf.js';

const said = (code: string, words: string) =>
  lockAnswer(demoProduct(code), words, TODAY)?.text ?? null;

describe('whether locked money can be taken', () => {
  it.each([
    [
      'QY0080',
      '养老2045满三年以后随时能卖？',
      '可以，每笔满 **1095 日（3 年）** 以后，工作日都能赎回',
    ],
    ['YX0401', '权益1号锁满了以后是不是随时能取', '可以，每笔满 **90 日** 以后'],
    ['YX0401', '权益1号锁满了以后是不是随时能取', '赎回费：满 90 日不满 180 日收 0.50%'],
    ['YX0201', '安禾30天满期以后哪天都能取吗', '确认后 **2 个工作日** 内到账'],
    ['YX0201', '安禾30天拿了40天了现在能取吗', '可以，放了 40 天，已经满 **30 日** 了'],
  ])('%s, after its time: 「%s」', (code, words, part) =>
    expect(said(code, words)).toContain(part),
  );

  it.each([
    ['CH0090', '一年后才能取是吧', '是的，每笔从确认那天起满 **365 日（1 年）** 才能赎回'],
    ['CH0090', '颐和养老放不满一年出不来是吧', '是的'],
    [
      'QY0080',
      '养老2045是不是到2045年才能拿钱',
      '不是，每笔从确认那天起满 **1095 日（3 年）** 就能赎回',
    ],
    ['YX0201', '安禾30天满了当天能取吗', '可以，每笔满 **30 日** 以后'],
  ])('%s, as the customer believes: 「%s」', (code, words, part) =>
    expect(said(code, words)).toContain(part),
  );

  it('leaves it to the card whether it is sold without being asked', () =>
    expect(said('QY0080', '三年到了自己会卖吗')).toBeNull());

  it.each([
    ['YX0401', '权益1号还没到90天能赎不', '不能，每笔要持有满 **90 日**'],
    ['YX0301', '多元180天锁住期里能提前出来吗，扣点钱也行', '不能，每笔要持有满 **180 日**'],
    ['CH0090', '颐和养老拿了十一个月能卖吗', '不能，放了 330 天，还没满 **365 日（1 年）**'],
    ['YX0501', '权益2号封闭期里能拿出来吗', '不能'],
    ['CH0090', '颐和养老锁定期内跌了能割肉吗', '不能'],
  ])('%s, before it: 「%s」', (code, words, part) => expect(said(code, words)).toContain(part));

  it('is never locked a second time', () => {
    expect(said('CH0090', '颐和养老过了一年会不会自己又锁一年')).toContain(
      '不会再锁，每笔从确认那天起满 **365 日（1 年）** 以后',
    );
  });

  it('counts from the day it was bought on', () =>
    expect(said('YX0201', '安禾30天我上个月15号买的，现在能取了没')).toContain('可以'));

  it.each([
    ['QY0021', '安鑫纯债满30天以后能卖吗'],
    ['YX0202', '安禾8期到期以后能取吗'],
    ['YX0401', '权益1号满90天以后卖扣多少'],
    ['YX0201', '安禾30天到期会自动退给我吗'],
    ['YX0201', '安禾30天能取吗'],
    ['CH0090', '颐和养老我今年三月买的，明年三月能取吧'],
    ['YX0201', '安禾30天到期几天到账'],
  ])('%s is not asked that in 「%s」', (code, words) => expect(said(code, words)).toBeNull());
});
