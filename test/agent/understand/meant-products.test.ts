import { describe, expect, it } from '@jest/globals';
import { meantProducts } from '../../../src/agent/understand/meant-products.js';
import { productNames } from '../../../src/agent/understand/product-names.js';
import type { Router } from '../../../src/agent/understand/router.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { demoShelf } from '../../demo/demo-shelf.js';
import { turnOf } from './llm-turn.js';

const router = {
  names: productNames(demoShelf),
  labels: new Map(demoShelf.map(({ code, name }): [string, string] => [code, name])),
  products: new Map(demoShelf.map((product) => [String(product.code), product])),
  cardSupport: () => 0,
  lookUp: () => ({ support: 0, document: null }),
} as unknown as Router;

const meant = (text: string, products: readonly string[] = []) =>
  meantProducts(router, turnOf(text, { state: { ...emptyState, products } }), text).codes;

describe('the products a sentence means', () => {
  it('are not those it denies', () => {
    expect(meant('不是优质治理，是硬科技精选，提前卖扣多少')).toEqual(['QY0095']);
  });

  it('are both classes of the one spoken of, where both are asked about', () => {
    expect(meant('A和C一样吗', ['QY0021'])).toEqual(['QY0021', 'QY0022']);
  });
});
