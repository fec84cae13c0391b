import { describe, expect, it } from '@jest/globals';
import { ownFee } from '../../../src/agent/compose/own-fee.js';
import { TODAY, demoProduct } from '../../demo/demo-shelf.js';

const said = (code: string, words: string, before: readonly string[] = []) =>
  ownFee(demoProduct(code), words, before, TODAY)?.text ?? null;

describe('a fee for the time and sum the customer named', () => {
  it.each<[string, string, string]>([
    [
      'QY0060',
      '青屿优质治理放20天赎回要扣多少',
      '放 20 天，属于「满 7 日不满 30 日」这一档，赎回费 **1.00%**',
    ],
    ['QY0060', '放20天赎回要扣多少', '再往后，满 30 日是 0.50%，满 180 日就不收了。'],
    ['QY0060', '我放100天了，卖要扣几个点', '满 180 日（还差 80 天）就不收了'],
    ['QY0046', '满一年后还扣服务费不', '不收了，销售服务费只收到满 365 日'],
    ['QY0046', '放半年扣服务费吗', '要收，销售服务费每年 **0.40%**'],
    ['QY0060', '拿了一年多卖收费吗', '**不收**赎回费'],
    ['QY0060', '卖扣不扣，我23年买的', '满 180 日，**不收**赎回费'],
    ['QY0060', '我买了5万，放了10天想卖，扣多少钱', '按 5 万元算是 **500 元**'],
    [
      'QY0060',
      '150万申购费',
      '属于「100 万元至 500 万元」这一档，申购费 **0.50%**，大约 **7,462.69 元**',
    ],
    ['QY0060', '买600万手续费多少', '申购费是 **1,000 元** 一笔'],
    [
      'QY0060',
      '放5到10天卖扣多少',
      '跨了不同的档，赎回费不满 7 日收 1.50%；满 7 日不满 30 日收 1.00%',
    ],
    ['CH0108', '放20天卖要扣多少', '另有销售服务费，按天从净值里扣'],
    ['YQ0204', '第二年退保扣多少', '属于「满 365 日不满 730 日」这一档，提前退出扣 **4.00%**'],
    ['QY0021', '三十天之内卖收多少', '赎回费不满 7 日收 1.50%；满 7 日不满 30 日收 0.50%'],
    ['QY0022', '拿满七天就不收了吧', '这段时间不到 0.01%'],
    ['YQ0204', '满五年退还扣吗', '退保**不扣**费用'],
    ['TG0001', '远行组合放十万一年收多少顾问费', '投顾服务费每年 0.50%，大约 **500 元**'],
    ['QY0021', '管理费十万块一年多少', '按 10 万元放一年算，管理费每年 0.30%，大约 **300 元**'],
    ['QY0021', '十万块放半年总共要花多少费用', '申购费 **0.30%**，大约 **299.1 元**'],
    ['QY0021', '十万块放半年总共要花多少费用', '托管费每年 0.10%，大约 **50.14 元**'],
    ['LX0050', '买三万块，申购费大概几块钱', '大约 **89.73 元**'],
    ['GZ2610', '提前取手续费多少，一万块扣几块', '按 1 万元算是 **10 元**，不论放了多久'],
    ['QY0021', '放满一年卖掉还有啥费用', '持有期间还有管理费每年 0.30%、托管费每年 0.10%'],
    ['QY0022', '一年服务费是几个点，二十万一年掏多少', '销售服务费每年 0.20%，大约 **400 元**'],
    [
      'CH0108',
      '买了半个月，今天卖掉一共花多少费用，十万块',
      '销售服务费每年 0.20%，大约 **8.22 元**',
    ],
    ['YX0201', '安禾30天持有放60天赎回费多少', '放 60 天，满 30 日，**不收**赎回费'],
  ])('%s: 「%s」', (code, words, part) => {
    expect(said(code, words)).toContain(part);
  });

  it('takes no fee by the day for one of leaving', () =>
    expect(said('QY0095', '管理费托管费加起来一年多少')).toBeNull());

  it('leaves both sides of a day to the table', () =>
    expect(said('QY0031', '三十天内卖跟三十天后卖差多少手续费')).toBeNull());

  it('takes up a sum said before, while no other product is named', () => {
    expect(said('QY0060', '放10天卖要扣多少', ['我有5万'])).toContain('**500 元**');
    expect(said('QY0060', '优质治理放10天卖要扣多少', ['我有5万'])).not.toContain('500 元');
  });

  it('leaves the whole table to a question that names neither', () => {
    expect(said('QY0060', '赎回费多少')).toBeNull();
    expect(said('YX0201', '屿享安禾30天持有的赎回费')).toBeNull();
    expect(said('CK0012', '放20天取要扣多少')).toBeNull();
  });

  it('gives every figure that it reckons as a fact', () => {
    const facts = ownFee(demoProduct('QY0060'), '买5万，放10天卖', [], TODAY)?.facts ?? [];
    expect(facts).toContainEqual({ value: 500, unit: 'yuan', label: '赎回费' });
    expect(facts).toContainEqual({ value: 10, unit: 'day', label: '您说的持有时间' });
  });
});
