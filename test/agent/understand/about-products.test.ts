import { describe, expect, it } from '@jest/globals';
import { withNameForPointer } from '../../../src/agent/understand/about-products.js';

describe('the words of a button, with the name where they point', () => {
  it.each([
    ['这个月是什么让它涨跌的', '这个月是什么让安鑫纯债涨跌的'],
    ['它的费用', '安鑫纯债的费用'],
    ['那它几天到账', '安鑫纯债几天到账'],
    ['这只风险大吗', '安鑫纯债风险大吗'],
    ['那个产品能买吗', '安鑫纯债能买吗'],
    ['这个季度收益', '安鑫纯债这个季度收益'],
    ['先买5000试试', '安鑫纯债先买5000试试'],
  ])('%s becomes %s', (text, said) => expect(withNameForPointer(text, '安鑫纯债')).toBe(said));
});
