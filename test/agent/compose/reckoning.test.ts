import { describe, expect, it } from '@jest/globals';
import { depositInterest, withSumSaid, moneyAtRate } from '../../../src/agent/compose/reckoning.js';
import { demoProduct } from '../../demo/demo-shelf.js';

describe('interest of a deposit on the customer’s own sum', () => {
  it('is said in yuan with its working, every figure a fact', () => {
    const reckoned = depositInterest(demoProduct('CK0012'), '存一万一年定期到期多少利息');
    expect(reckoned?.text).toContain('**110 元**（10,000 元 × 1.10% × 1 年）');
    expect(reckoned?.facts).toContainEqual({ value: 110, unit: 'yuan', label: '到期利息' });
  });

  it('is said for the term and for a year where the term is longer', () => {
    const text = depositInterest(demoProduct('CK0036'), '大额存单存30万一年能拿多少利息')?.text;
    expect(text).toContain('存满 3 年的利息是 **13,950 元**，平均一年 4,650 元');
  });

  it('says so where the sum is less than may be bought', () => {
    const text = depositInterest(demoProduct('CK0036'), '大额存单10万能拿多少利息')?.text;
    expect(text).toContain('起购金额是 20 万元');
  });

  it.each([
    ['CK0012', '一年定期利息多少'],
    ['CK0012', '存一万没到期取出来利息多少'],
    ['CK0012', '存十来万利息多少'],
    ['QY0021', '安鑫放一万一年多少收益'],
  ])('is not reckoned for %s: %s', (code, words) =>
    expect(depositInterest(demoProduct(code), words)).toBeNull(),
  );
});

describe('a rate that was read on a page, in money', () => {
  it('is reckoned by the day, as the past and no promise', () => {
    const reckoned = moneyAtRate('七日年化1.8，一万块一天多少');
    expect(reckoned?.text).toContain('**0.49 元**（10,000 元 × 1.80% × 1 天 ÷ 365 天）');
    expect(reckoned?.text).toContain('不是承诺');
    expect(reckoned?.facts).toContainEqual({ value: 0.49, unit: 'yuan', label: '折算的收益' });
  });

  it.each(['七日年化1.8高不高', '一万块一天多少收益', '七日年化1.8和2.1差多少'])(
    'is not reckoned where rate or sum is missing: %s',
    (words) => expect(moneyAtRate(words)).toBeNull(),
  );
});

describe('a sum said before', () => {
  it('is the one the interest is asked of', () => {
    expect(withSumSaid('存满一年利息多少', ['我有20万', '一年定期'])).toBe(
      '200000元，存满一年利息多少',
    );
  });

  it('gives way to one that is named now, and is not put where no money is asked for', () => {
    expect(withSumSaid('一万一年利息多少', ['我有20万'])).toBe('一万一年利息多少');
    expect(withSumSaid('几天到账', ['我有20万'])).toBe('几天到账');
  });
});
