import { describe, expect, it } from '@jest/globals';
import { gainOfKind } from '../../../src/agent/understand/gain-of-kind.js';
import type { Router } from '../../../src/agent/understand/router.js';
import type { Utterance } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { demoProduct } from '../../demo/demo-shelf.js';
import { turnOf } from './llm-turn.js';

const router = {
  products: new Map(
    ['QY0003', 'CH0001', 'QY0021'].map((code) => [code, demoProduct(code)] as const),
  ),
  names: { find: (text: string) => (text.includes('日日通') ? [{ codes: ['QY0003'] }] : []) },
} as unknown as Router;

const asked = (text: string, before: readonly string[] = [], products: readonly string[] = []) => {
  const history: readonly Utterance[] = before.map((said) => ({ role: 'customer', text: said }));
  return gainOfKind(router, turnOf(text, { history, state: { ...emptyState, products } }), text);
};

describe('what a sum brings in a kind that pays by the day', () => {
  it.each([
    ['一千块放一个月能有多少', ['货币基金安全吗']],
    ['一万块放货基里一个月有多少钱', []],
    ['五万能有多少收益', ['余额宝那种你们有吗', '好的']],
  ])('%s after %j is reckoned for those on the shelf', (text, before) => {
    expect(asked(text, before)).toMatchObject({
      do: 'compare_products',
      codes: ['QY0003', 'CH0001'],
    });
  });

  it.each([
    ['一千块放一个月能有多少', []],
    ['一千块放一个月能有多少', ['货币基金安全吗', '那国债呢']],
    ['货币基金一万块能取多少', []],
    ['货币基金收益有多少', []],
    ['日日通一万块一个月多少', ['货币基金安全吗']],
  ])('%s after %j asks something else', (text, before) => {
    expect(asked(text, before)).toBeNull();
  });

  it('is asked of the one product spoken of, where there is one', () => {
    expect(
      asked('一千块放一个月能有多少', ['货币基金有哪些', '日日通怎么样'], ['QY0003']),
    ).toBeNull();
  });
});
