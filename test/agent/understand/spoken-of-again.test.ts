import { describe, expect, it } from '@jest/globals';
import { spokenOfAgain } from '../../../src/agent/understand/spoken-of-again.js';
import { demoShelf } from '../../demo/demo-shelf.js';

const products = new Map(demoShelf.map((product) => [String(product.code), product]));
const again = (text: string) => spokenOfAgain(products, ['CK0036', 'QY0060', 'QY0021'], text);

describe('a kind that is pointed back at', () => {
  it.each([
    ['那我再问问刚才那个债券基金，最近一年涨了多少', 'QY0021'],
    ['股票那只呢', 'QY0060'],
    ['前面说的那个存单', 'CK0036'],
  ])('is the product of that kind spoken of before: %s', (text, code) => {
    expect(again(text)).toBe(code);
  });

  it.each(['债券基金有哪些', '刚才那只呢', '那个保险呢'])('is none in %s', (text) => {
    expect(again(text)).toBeNull();
  });
});
