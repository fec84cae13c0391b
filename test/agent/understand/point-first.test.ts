import { describe, expect, it } from '@jest/globals';
import { pointFirst } from '../../../src/agent/understand/point-first.js';
import { describe as describeProduct } from '../../../src/agent/understand/about-products.js';
import { productNames } from '../../../src/agent/understand/product-names.js';
import type { Router } from '../../../src/agent/understand/router.js';
import type { ProductAspect } from '../../../src/terms/command.js';
import { demoShelf } from '../../demo/demo-shelf.js';
import { turnOf } from './llm-turn.js';

const routerWith = (onCard: number, inGeneral: number) =>
  ({
    names: productNames(demoShelf),
    products: new Map(demoShelf.map((product) => [String(product.code), product])),
    cardSupport: () => onCard,
    lookUp: () => ({ support: inGeneral, document: null }),
  }) as unknown as Router;

const answered = (text: string, aspect: ProductAspect, onCard: number, inGeneral: number) => {
  const command = describeProduct('QY0021', [aspect], text);
  return pointFirst(routerWith(onCard, inGeneral), turnOf(text), text, [command]).map(
    (one) => one.do,
  );
};

describe('a point asked of a named product', () => {
  const POINT = '安鑫纯债能留给孩子继承吗';

  it('is answered by the rule for its kind where the product has nothing on it', () =>
    expect(answered(POINT, 'overview', 0.3, 0.9)).toEqual(['answer']));

  it('has the side of the product that was likeliest meant beside it', () =>
    expect(answered(POINT, 'term', 0.3, 0.9)).toEqual(['answer', 'describe_product']));

  it('is the card’s where a section has it, and nobody’s where no rule is sure', () => {
    expect(answered(POINT, 'overview', 0.8, 0.95)).toEqual(['describe_product']);
    expect(answered(POINT, 'overview', 0.3, 0.6)).toEqual(['describe_product']);
  });

  it.each(['安鑫纯债怎么样', '那安鑫纯债呢', '安鑫纯债这只基金好不好？'])(
    'is no point where it is asked what the product is: %s',
    (text) => expect(answered(text, 'overview', 0.3, 0.9)).toEqual(['describe_product']),
  );

  it('is the product’s where the words name a figure of it', () =>
    expect(answered('安鑫纯债手续费多少呢', 'fees', 0.3, 0.9)).toEqual(['describe_product']));

  it('is not what its kind is, though that is surely known', () => {
    const known = {
      ...routerWith(0.3, 0.9),
      lookUp: () => ({ support: 0.9, document: 'what pure bonds are' }),
    } as unknown as Router;
    const text = '安鑫纯债三十天之内呢';
    const command = describeProduct('QY0021', ['fees'], text);
    expect(pointFirst(known, turnOf(text), text, [command])).toEqual([command]);
  });

  it('is looked up with the kind in the place of the name', () => {
    const command = describeProduct('QY0021', ['overview'], POINT);
    const [first] = pointFirst(routerWith(0.3, 0.9), turnOf(POINT), POINT, [command]);
    expect(first).toEqual({ do: 'answer', query: '纯债能留给孩子继承吗' });
  });
});
