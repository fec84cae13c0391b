import { describe, expect, it } from '@jest/globals';
import { ownUntold } from '../../../src/agent/understand/own-untold.js';
import { productNames } from '../../../src/agent/understand/product-names.js';
import type { Router } from '../../../src/agent/understand/router.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { customerId } from '../../../src/terms/ids.js';
import { demoShelf as shelf } from '../../demo/demo-shelf.js';
import { turnOf } from './llm-turn.js';

const router = {
  names: productNames(shelf),
  labels: new Map(shelf.map(({ code, name }): [string, string] => [code, name])),
  products: new Map(shelf.map((product) => [product.code, product])),
} as unknown as Router;

const asked = (
  text: string,
  state: Partial<ConversationState> = {},
  who: string | null = 'C1005',
  said = '您好',
) => {
  const turn = turnOf(text, {
    customer: who === null ? null : customerId(who),
    state: { ...emptyState, ...state },
    history: [{ role: 'assistant', text: said }],
  });
  const command = ownUntold(router, turn, text);
  return command?.do === 'own_account' ? command : null;
};

describe('what is asked of their own before it was told', () => {
  it.each([
    ['我那个亏的还留不留', 'keep'],
    ['现在出来划算吗', 'keep'],
    ['卖还是不卖', 'keep'],
    ['我有只基金套住了，是割肉还是死扛', 'keep'],
    ['优质治理股票我还留不留', 'keep'],
    ['就那个亏了四分之一的，说说吧', 'profit'],
    ['那个亏14%的卖了能拿多少', 'exit'],
    ['锁着的那个啥时候能拿', 'exit'],
    ['啥时候能拿', 'exit'],
    ['我想出来了，要几天钱到我卡上', 'exit'],
    ['卖了扣不扣手续费', 'exit'],
  ])('「%s」 is asked of it', (text, about) => {
    expect(asked(text)).toMatchObject({ about });
    expect(asked(text, {}, null)).toBeNull();
  });

  it.each([
    '基金亏了一般该不该卖',
    '打算买点，要不要等跌了卖',
    '跌了要不要补仓',
    '他们那个亏的要不要卖',
    '赎回几天到账',
  ])('「%s」 is not', (text) => expect(asked(text)).toBeNull());

  it('leaves a date to the product or the entry that is spoken of', () => {
    expect(asked('啥时候能拿', { products: ['CK0036'] })).toBeNull();
    expect(asked('啥时候能拿', { entries: [{ document: 'faq:x', ago: 0 }] })).toBeNull();
  });

  it('is of the one of theirs that was spoken of last', () => {
    const state = { held: ['QY0060', 'YX0501'], products: ['QY0060'], justShown: ['QY0060'] };
    const { query } = asked('该不该割', state, 'C1005', '您名下…账面亏损') ?? {};
    expect(query).toBe('青屿优质治理股票 A，该不该割');
  });

  it('hears nothing while a matter is under way', () => {
    const flow = { name: 'complaint', stage: 'asking', values: {}, asked: [], misses: 0 } as never;
    expect(asked('我那个亏的还留不留', { flow })).toBeNull();
  });
});
