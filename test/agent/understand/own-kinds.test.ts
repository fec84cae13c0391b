import { describe, expect, it } from '@jest/globals';
import { inOwnNames } from '../../../src/agent/understand/own-kinds.js';
import { demoShelf } from '../../demo/demo-shelf.js';

/** 「我那个定期」: a kind of which one alone is held means that one, and no kind in general does. */

const nameOf = (code: string): string => demoShelf.find((one) => one.code === code)?.name ?? '';

describe('a kind that is said of one’s own', () => {
  it.each([
    ['我那个定期快到期了吧', ['CK0012'], 'CK0012'],
    ['国债呢', ['GZ2610', 'CK0036'], 'GZ2610'],
    ['另外那个养老的能不能取', ['CH0090', 'QY0021'], 'CH0090'],
    ['剩下的红利基金最近怎么样', ['LX0088', 'QY0021'], 'LX0088'],
  ])('%s, of one who holds one such, is that product', (text, held, meant) => {
    expect(inOwnNames(demoShelf, held, text)).toContain(nameOf(meant));
  });

  it.each([
    ['定期存款是什么', ['CK0012']],
    ['想转成大额存单', ['CK0036']],
    ['我那个国债快到期了吧', ['CK0012']],
    ['个人养老金那个怎么样', ['CH0090']],
    ['安鑫纯债卖了扣多少', ['QY0021']],
  ])('%s stays as it is', (text, held) => {
    expect(inOwnNames(demoShelf, held, text)).toBe(text);
  });
});
