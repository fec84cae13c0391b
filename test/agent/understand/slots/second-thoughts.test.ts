import { describe, expect, it } from '@jest/globals';
import { needSlots } from '../../../../src/agent/understand/slots/need-slots.js';
import {
  secondThoughtIn,
  withoutRegret,
} from '../../../../src/agent/understand/slots/second-thoughts.js';

const TODAY = '2026-11-26';

describe('a value taken back in the same breath', () => {
  it.each([
    ['最多亏5%,不对,10%吧', '10%吧'],
    ['明天上午,不,后天下午', '后天下午'],
    ['三年...说错了,是五年', '是五年'],
    ['第二个吧,不对,第一个', '第一个'],
  ])('leaves what comes last: %s', (folded, then) => {
    expect(secondThoughtIn(folded)?.then).toBe(then);
  });

  it.each(['不对,是十年', '三年,不能再长了', '最多亏5%,不多'])('is none in %s', (folded) => {
    expect(secondThoughtIn(folded)).toBeNull();
  });

  it('fills the slot of the plan that the first one filled', () => {
    expect(needSlots('最多亏5%，不对，10%吧', ['loss_limit'], TODAY)).toEqual({
      loss_limit: { percent: 10 },
    });
  });
});

describe('who gives up the value before', () => {
  it.each([
    ['算了还是五年', '还是五年'],
    ['唉，算了吧，还是五年', '唉，算了吧，还是五年'],
    ['算了，还是三十万', '还是三十万'],
    ['算了还是不弄了', '算了还是不弄了'],
    ['算了还是找人吧', '算了还是找人吧'],
    ['怎么扯到定期了…就改一条：中间不会用', '就改一条：中间不会用'],
    ['怎么说到定期了', '怎么说到定期了'],
  ])('%s: %s', (said, left) => expect(withoutRegret(said)).toBe(left));
});
