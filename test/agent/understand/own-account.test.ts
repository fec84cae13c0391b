import { describe, expect, it } from '@jest/globals';
import { ownAccountAsked } from '../../../src/agent/understand/own-account.js';
import { productNames } from '../../../src/agent/understand/product-names.js';
import type { Router } from '../../../src/agent/understand/router.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { customerId } from '../../../src/terms/ids.js';
import { demoShelf as shelf } from '../../demo/demo-shelf.js';
import { turnOf } from './llm-turn.js';

const router = {
  names: productNames(shelf),
  labels: new Map(shelf.map(({ code, name }): [string, string] => [code, name])),
} as unknown as Router;

const asked = (
  text: string,
  said = '',
  products: readonly string[] = [],
  who: string | null = 'C1005',
) => {
  const command = ownAccountAsked(
    router,
    turnOf(text, {
      customer: who === null ? null : customerId(who),
      state: { ...emptyState, products, listed: ['QY0060', 'LX0088'], justShown: products },
      history: said === '' ? [] : [{ role: 'assistant', text: said }],
    }),
    text,
  );
  return command?.do === 'own_account' ? command : null;
};

const TOLD = '您名下有 2 只产品，账面亏损 100 元。';
const ONE = '您名下账面亏得最多的是青屿优质治理股票 A。';

describe('once the account was told', () => {
  it.each([
    ['是什么时候买的', 'purchases'],
    ['占了多少', 'shares'],
    ['总共投进去多少', 'cost'],
    ['现在全卖掉能拿回多少钱', 'holdings'],
    ['亏了百分之几', 'profit'],
    ['总的是亏的', 'profit'],
  ])('%s is about one’s own money', (text, about) => {
    expect(asked(text, TOLD)?.about).toBe(about);
    expect(asked(text)).toBeNull();
  });

  it('what points means the one told of, or the one that is counted', () => {
    expect(asked('它占了多少', ONE, ['QY0060'])?.query).toContain('优质治理');
    expect(asked('第二个呢', TOLD)?.query).toContain('中证红利');
  });

  it.each(['赎回扣多少手续费', '它几天到账', '过去三年最多跌多少'])(
    '%s is the same for everyone',
    (text) => {
      expect(asked(text, TOLD)).toBeNull();
    },
  );
});

describe('a product of one’s own by name', () => {
  it.each(['我日日通里还有多少钱', '我有多少日日通', '我那个优质治理跌成啥样了'])('%s', (text) => {
    expect(asked(text)).not.toBeNull();
    expect(asked(text, '', [], null)).toBeNull();
  });
});
