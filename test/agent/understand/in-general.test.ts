import { describe, expect, it } from '@jest/globals';
import { generalCommand } from '../../../src/agent/understand/in-general.js';
import { productNames } from '../../../src/agent/understand/product-names.js';
import type { Router } from '../../../src/agent/understand/router.js';
import { demoShelf } from '../../demo/demo-shelf.js';
import { turnOf } from './llm-turn.js';

/** How well each question is answered, and how like it is to a part of the entry that answers. */
const support: Record<string, number> = {
  开户收不收钱: 0.8,
  '我爷爷九十了，能买理财吗': 0.6,
  能买理财吗: 0.95,
  '我攒了点钱，能买理财吗': 0.6,
};
const router = {
  catalogue: { intents: new Map() },
  names: productNames(demoShelf),
  supportThreshold: 0.57,
  lookUp: (query: string) => ({
    support: support[query] ?? 0.2,
    document: 'faq:open-account',
  }),
  asksForPart: (entry: string, query: string) =>
    entry === 'faq:open-account' && query === '开户收不收钱',
} as unknown as Router;

const asked = (text: string) => generalCommand(router, [], null, turnOf(text), text, () => never());
const never = () => {
  throw new Error('nothing is said again');
};

describe('a question in general', () => {
  it('is answered by the part of an entry that others ask about further', () => {
    expect(asked('开户收不收钱')).toEqual({
      do: 'answer',
      query: '开户收不收钱',
      entry: 'faq:open-account',
    });
  });

  it('keeps whom it is asked for, however well the rest would be answered alone', () => {
    const text = '我爷爷九十了，能买理财吗';
    expect(asked(text)).toEqual({ do: 'answer', query: text });
  });

  it('is asked without a story that says nothing of whom', () => {
    expect(asked('我攒了点钱，能买理财吗')).toEqual({ do: 'answer', query: '能买理财吗' });
  });
});
