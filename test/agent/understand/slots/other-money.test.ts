import { describe, expect, it } from '@jest/globals';
import { needSlots } from '../../../../src/agent/understand/slots/need-slots.js';
import { isOfOtherMoney } from '../../../../src/agent/understand/slots/other-money.js';

const read = (text: string) => needSlots(text, [], '2026-11-27');
const wan = (sum: number) => ({ from: sum * 1e4, to: sum * 1e4 });

describe('money beside the plan', () => {
  it.each([
    ['我可能只拿20万出来，另外10万留着家里急用', { amount: wan(20) }],
    ['20万中间不会用的，急用的是另外那10万', { amount: wan(20), liquidity: 'dated' }],
    ['拿20万，剩下的家里备用', { amount: wan(20) }],
    ['我有50万，10万留着急用，剩下的放三年', { amount: wan(40), horizon: { from: 36, to: 36 } }],
    ['手上30万，10万留着应急，剩下20万放五年', { amount: wan(20), horizon: { from: 60, to: 60 } }],
    ['十万还是留两万应急，放八万', { amount: wan(8) }],
    ['十万里留两万应急', { amount: wan(8) }],
    ['刚说的十五万，其实得留三万应急，改成十二万吧', { amount: wan(12) }],
    ['孩子压岁钱有两万多，放她自己名下', {}],
    ['我妈说留三万应急，十二万里留三万出来', { amount: wan(9) }],
  ])('tells nothing of its own: %s', (text, values) => {
    expect(read(text)).toEqual(values);
  });

  it('is told from what is planned with', () => {
    expect(read('20万随时可能急用')).toEqual({ amount: wan(20), liquidity: 'anytime' });
    expect(isOfOtherMoney('另外那10万你别管')).toBe(true);
    expect(isOfOtherMoney('另外，我想知道手续费')).toBe(false);
  });
});
