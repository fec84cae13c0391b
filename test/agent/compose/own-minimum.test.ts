import { describe, expect, it } from '@jest/globals';
import { ownMinimum } from '../../../src/agent/compose/own-minimum.js';
import { demoProduct } from '../../demo/demo-shelf.js';

const said = (code: string, words: string) => ownMinimum(demoProduct(code), words)?.text ?? null;

describe('the sum a customer named against the least that may be put in', () => {
  it.each([
    ['QY0003', '日日通一块钱能买不', '1 元够了，起购金额是 **1 元**'],
    ['YX0202', '安禾8期能买一万五吗', '1.5 万元够了，起购'],
    ['YX0202', '安禾8期能买一万零五百吗', '超出起点的部分要是 1,000 元的整数倍'],
    ['YQ0202', '传家增额寿五千块能买吗', '5,000 元不够，保费起点是 **1 万元**'],
    ['CK0036', '大额存单起点是不是二十万', '是的，起存金额是 **20 万元**'],
    ['CK0036', '大额存单起点是十万吗', '不是，起存金额是 **20 万元**'],
    ['CK0012', '一年定期起存100行不行', '100 元够了，可以存'],
    ['CH0001', '添宁货币起点是不是100', '不是，起购金额是 **10 元**'],
    ['YX0501', '权益2号十万以下能不能买', '10 万元以下买不了'],
  ])('%s: 「%s」', (code, words, part) => expect(said(code, words)).toContain(part));

  it('says nothing where no sum is named', () => {
    expect(said('QY0003', '日日通起购多少')).toBeNull();
    expect(said('YQ0102', '有高血压能买百万医疗吗')).toBeNull();
  });
});
