import { describe, expect, it } from '@jest/globals';
import { askedFurther } from '../../../src/agent/understand/further.js';
import { productNames } from '../../../src/agent/understand/product-names.js';
import type { Router } from '../../../src/agent/understand/router.js';
import type { ToldEntry } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { demoShelf } from '../../demo/demo-shelf.js';
import { turnOf } from './llm-turn.js';

/** How like each question is to the parts of each entry, and how well general knowledge answers it. */
const likeness: Record<string, Record<string, number>> = {
  'faq:inheritance': { 要带什么: 1, 能取吗: 0.55, 日日通要带什么: 0.9, 利息怎么算: 0.7 },
  'faq:open-account': { 要带什么: 0.9 },
};
const router = {
  names: productNames(demoShelf),
  further: (entry: string, text: string) => likeness[entry]?.[text] ?? 0,
  lookUp: (text: string) => ({ support: text === '利息怎么算' ? 0.95 : 0.3, document: null }),
} as unknown as Router;

const asked = (text: string, entries: readonly ToldEntry[]) =>
  askedFurther(router, turnOf(text, { state: { ...emptyState, entries } }), text);
const inheritance = (ago = 0) => ({ document: 'faq:inheritance', ago });

describe('what is asked further of an entry', () => {
  it('goes on about what was just told', () => {
    expect(asked('要带什么', [inheritance()])).toEqual({
      do: 'answer',
      query: '要带什么',
      entry: 'faq:inheritance',
    });
  });

  it('is nothing where nothing was told', () => {
    expect(asked('要带什么', [])).toBeNull();
  });

  it('must be liker the longer the entry was told ago', () => {
    expect(asked('能取吗', [inheritance(0)])).toMatchObject({ entry: 'faq:inheritance' });
    expect(asked('能取吗', [inheritance(3)])).toBeNull();
  });

  it('is of the entry whose parts it is like the most', () => {
    const entries = [{ document: 'faq:open-account', ago: 0 }, inheritance(1)];
    expect(asked('要带什么', entries)).toMatchObject({ entry: 'faq:inheritance' });
  });

  it('is not a question that knowledge answers well by itself, unless it is nearly the same', () => {
    expect(asked('利息怎么算', [inheritance()])).toBeNull();
  });

  it('is not about a product that is named', () => {
    expect(asked('日日通要带什么', [inheritance()])).toBeNull();
  });
});
