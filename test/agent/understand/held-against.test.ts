import { describe, expect, it } from '@jest/globals';
import { heldAgainst } from '../../../src/agent/understand/held-against.js';
import type { Router } from '../../../src/agent/understand/router.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { demoProduct } from '../../demo/demo-shelf.js';
import { turnOf } from './llm-turn.js';

const router = {
  products: new Map([['QY0021', demoProduct('QY0021')]]),
  names: { find: () => [] },
} as unknown as Router;

const after = (text: string, ...products: readonly string[]) =>
  heldAgainst(router, turnOf(text, { state: { ...emptyState, products } }), text);

describe('one product held against another that is only pointed at', () => {
  it.each(['跟那个比呢', '那和刚才那只比怎么样', '跟前面那个有什么区别', '与另一只相比如何'])(
    'puts the two last spoken of side by side: %s',
    (text) => {
      expect(after(text, 'QY0021', 'QY0003')).toEqual({
        do: 'compare_products',
        codes: ['QY0021', 'QY0003'],
        aspects: [],
      });
    },
  );

  it('asks which, by the name of the one there is', () => {
    expect(after('跟那个比呢', 'QY0021')).toEqual({
      do: 'clarify',
      options: [],
      against: '安鑫纯债',
    });
  });

  it('asks openly where nothing was spoken of', () => {
    expect(after('跟那个比呢')).toEqual({ do: 'clarify', options: [] });
  });

  it.each(['跟存款比哪个安全', '和银行理财有什么区别', '跟安鑫纯债比呢', '跟我说说', '和谁比'])(
    'says itself against what: %s',
    (text) => {
      expect(after(text, 'QY0021', 'QY0003')).toBeNull();
    },
  );
});
