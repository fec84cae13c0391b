import { describe, expect, it } from '@jest/globals';
import { shortMoney, toldOfMoneyLately } from '../../../src/agent/understand/short-money.js';
import { turnOf } from './llm-turn.js';

describe('money that is needed within weeks', () => {
  it.each(['80万三周后要付货款放哪里好', '两个月后要用，10万先存哪', '下礼拜进货的钱怎么放'])(
    '%s is told where it may lie, without a plan',
    (text) =>
      expect(shortMoney(turnOf(text), text)).toMatchObject([
        { do: 'answer' },
        { do: 'list_products' },
      ]),
  );

  it.each(['30万五年后用放哪好', '三周后要付货款', '帮我规划一下，三周后要用，放哪好'])(
    '%s is not',
    (text) => expect(shortMoney(turnOf(text), text)).toBeNull(),
  );

  it('is remembered where a plan begins after all', () => {
    const history = [{ role: 'customer', text: '80万，两个月后要付货款，放哪里好' }] as const;
    expect(toldOfMoneyLately(turnOf('给我个方案', { history }))).toMatchObject({
      goal: '付货款',
      amount: { from: 800_000 },
      horizon: { from: 2 },
    });
  });
});
