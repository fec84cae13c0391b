import { describe, expect, it } from '@jest/globals';
import { terms } from '../../../src/agent/compose/own-term.js';
import type { Paragraph } from '../../../src/agent/compose/paragraph.js';
import type { Exit, PortfolioAnswer, Position } from '../../../src/terms/portfolio.js';

const say = (id: string, values: Readonly<Record<string, string>> = {}): Paragraph =>
  ({ text: values['lines'], wording: [{ id, hash: '' }] }) as unknown as Paragraph;

const held = (product: string): Position =>
  ({ product, name: product, riskLevel: null }) as unknown as Position;

const exit = (product: string, more: Partial<Exit>): Exit =>
  ({
    product,
    bought: [],
    matures: null,
    openFrom: null,
    arrival: null,
    ...more,
  }) as unknown as Exit;

const POLICY = exit('传家终身寿险', { way: 'contract', regime: 'NFRA_INSURANCE', fee: null });
const REIT = exit('数据中心 REIT', { way: 'market', fee: null });
const DEPOSIT = exit('大额存单', {
  way: 'contract',
  regime: 'DEPOSIT',
  bought: [{ day: '2026-05-09', days: 200 }],
  matures: '2027-05-09',
});

const told = (...all: readonly Exit[]) =>
  terms(
    say,
    { exits: all } as unknown as PortfolioAnswer,
    all.map((one) => held(one.product)),
  );

describe('the term of what is held', () => {
  it('is told with the day and how far off it is', () => {
    expect(told(DEPOSIT).text).toBe(
      '大额存单是 2026 年 5 月 9 日买的，**2027 年 5 月 9 日**到期，还有 **165 天**。',
    );
  });

  it('of several, is told of those that have one', () => {
    expect(told(POLICY, DEPOSIT).text).not.toContain('寿险');
  });

  it.each([
    [POLICY, '到哪天为止，以您的合同为准：不赎回，退保按合同的现金价值'],
    [REIT, '没有固定的到期日：在交易所卖给别人，不办理赎回'],
  ])(
    'is none where no day ends it, and how it is left is no redemption at any time',
    (one, how) => {
      const { text, wording } = told(one);
      expect(text).toBe(`${one.product}${how}。`);
      expect(wording.map(({ id }) => id)).toEqual(['own_no_term']);
    },
  );
});
