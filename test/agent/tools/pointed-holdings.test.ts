import { describe, expect, it } from '@jest/globals';
import { pointedIn } from '../../../src/agent/tools/pointed-holdings.js';
import type { Exit, PortfolioReview } from '../../../src/terms/portfolio.js';

const position = (product: string, profit: number | null, rate: number | null) => ({
  product,
  profit,
  return: rate,
});

const review = {
  positions: [
    position('A', -25_000, -0.25),
    position('B', -13_000, -0.146),
    position('C', 3_000, 0.05),
    position('D', null, null),
  ],
} as unknown as PortfolioReview;
const exits = [{ product: 'D', way: 'held' }] as unknown as readonly Exit[];

const pointed = (query: string, within: readonly string[] = []) =>
  pointedIn(query, review, exits, within as never);

describe('which of the held a question points at', () => {
  it.each([
    ['亏了四分之一的那只', ['A']],
    ['那个亏14%的', ['B']],
    ['亏一万三的那个', ['B']],
    ['跌得最狠的那个', ['A']],
    ['那个赚的呢', ['C']],
    ['锁着的那个啥时候能拿', ['D']],
  ])('「%s」: %j', (query, focus) => expect(pointed(query)).toMatchObject({ focus }));

  it('is every one at a loss, where no figure tells them apart', () =>
    expect(pointed('我那个亏的还留不留')).toEqual({
      focus: ['A', 'B'],
      notHeld: null,
      only: 'loss',
    }));

  it('is none of those that are not named beside it', () =>
    expect(pointed('亏的那只', ['B', 'C'])).toMatchObject({ focus: ['B'] }));

  it('is nothing where the words point at none', () => expect(pointed('我的持仓')).toBeNull());
});
