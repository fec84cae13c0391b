import { describe, expect, it } from '@jest/globals';
import { angryPoint, withLossTold } from '../../../src/agent/understand/angry-points.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { customerId } from '../../../src/terms/ids.js';
import { turnOf } from './llm-turn.js';

const turn = (
  text: string,
  state: Partial<ConversationState> = {},
  who: string | null = 'C1005',
  said = '您名下有 6 只产品',
) =>
  turnOf(text, {
    customer: who === null ? null : customerId(who),
    state: { ...emptyState, ...state },
    history: [{ role: 'assistant', text: said }],
  });

const actOf = (text: string) => {
  const [first] = angryPoint(turn(text), text) ?? [];
  return first?.do === 'social' ? first.act : (first?.do ?? null);
};

describe('the point in angry words', () => {
  it.each([
    ['少来，每次都是行情不好行情不好', 'no_excuse'],
    ['别跟我说市场波动', 'no_excuse'],
    ['你们可真行', 'mocked'],
    ['你们可真会做生意', 'mocked'],
    ['一群吃人不吐骨头的东西', 'mocked'],
    ['同样的钱我存银行定期现在都有利息了', 'deposit_better'],
    ['还不如放余额宝', 'deposit_better'],
    ['当初谁给我推的这玩意', 'who_sold'],
    ['风险提示写那么小谁看', 'small_print'],
    ['不补是吧，那我找银保监会去', 'to_regulator'],
    ['信不信我发网上让大家看看', 'to_regulator'],
    ['这亏的钱你们得给我补一部分吧', 'answer'],
    ['等了一礼拜没人理我，你们到底管不管', 'ignored'],
    ['算了不跟你们说了，说了也白说', 'ignored'],
    ['你们这什么破系统', 'broken'],
    ['我打开账户一看，绿油油一片', 'upset'],
  ])('「%s」: %s', (text, act) => expect(actOf(text)).toBe(act));

  it.each([
    '你们真厉害，讲得真清楚',
    '小屿你真棒',
    '去哪投诉你们',
    '银保监会的电话是多少',
    '存银行还是买国债好',
    '重疾险理赔你们赔吗',
    '市场波动是什么意思',
    '我要补一张身份证照片给你们',
    '你们会不会主动打电话',
  ])('「%s」 makes none', (text) => expect(angryPoint(turn(text), text)).toBeNull());

  it('is read to whoever was told nothing of the account with what it lost', () => {
    const text = '别跟我说市场波动';
    expect(angryPoint(turn(text, {}, 'C1005', '您好'), text)).toMatchObject([
      { act: 'no_excuse' },
      { do: 'own_account', about: 'profit' },
    ]);
    expect(angryPoint(turn(text, {}, null), text)).toEqual([{ do: 'social', act: 'no_excuse' }]);
  });

  it('goes on about a complaint that is on record', () => {
    const complaintDue = { decision: '2026-12-13', complex: '2026-12-28' } as never;
    const text = '我找银保监会去';
    expect(angryPoint(turn(text, { complaintDue }), text)).toEqual([
      { do: 'follow_settled', flow: 'complaint' },
    ]);
  });

  it('belongs to the complaint that is being told', () => {
    const flow = { name: 'complaint', stage: 'asking', values: {}, asked: [], misses: 0 } as never;
    expect(angryPoint(turn('你们可真行', { flow }), '你们可真行')).toBeNull();
  });
});

describe('a customer upset over a loss', () => {
  const upset = [{ do: 'social', act: 'upset' }] as const;
  it('is told where it was lost, and not asked which product it is', () => {
    const text = '亏死我了';
    expect(withLossTold(turn(text), text, upset)).toMatchObject([
      { act: 'upset' },
      { do: 'own_account', about: 'profit' },
    ]);
  });
  it('is not, as a visitor, or about a product that is spoken of', () => {
    const text = '亏死我了';
    expect(withLossTold(turn(text, {}, null), text, upset)).toBe(upset);
    expect(withLossTold(turn(text, { products: ['QY0060'] }), text, upset)).toBe(upset);
  });
});
