import { describe, expect, it } from '@jest/globals';
import { asksToSellOrHold } from '../../../src/agent/understand/sell-or-hold.js';

describe('whether it should be kept or sold', () => {
  it.each([
    '我那个亏的还留不留',
    '现在出来划算吗',
    '卖还是不卖',
    '该不该割',
    '是割肉还是死扛',
    '还有必要拿着吗',
    '现在走合适不',
    '是不是该止损了',
    '还能扛下去吗',
  ])('「%s」 asks it', (text) => expect(asksToSellOrHold(text)).toBe(true));

  it.each([
    '卖了扣多少手续费',
    '多久能卖',
    '持有期满没满要不要锁',
    '要不要留学',
    '国债卖不卖',
    '要不要出国',
    '安鑫的费率划算吗',
  ])('「%s」 does not', (text) => expect(asksToSellOrHold(text)).toBe(false));
});
