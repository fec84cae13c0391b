import { describe, expect, it } from '@jest/globals';
import { isLineNamed, linesNamed } from '../../../../src/agent/understand/slots/named-lines.js';

describe('a line of the echo called by its name', () => {
  it.each([
    ['中间要不要用那条改成：到时候才用', 'liquidity', '到时候才用'],
    ['中间要不要用:不用', 'liquidity', '不用'],
    ['用途改成日常生活费，500块', 'goal', '日常生活费'],
    ['用途写错了，就是生活费', 'goal', '生活费'],
    ['金额那条应该是20万', 'amount', '20万'],
    ['多久要用换成四年', 'horizon', '四年'],
    ['最多亏的那条改成10%', 'loss_limit', '10%'],
    ['改用途', 'goal', null],
    ['最多亏的那条不对', 'loss_limit', null],
  ])('%s', (text, slot, value) => {
    expect(linesNamed(text).lines).toEqual([{ slot, value }]);
  });

  it.each(['多久要用是什么意思', '这个产品期限多久', '中间要用钱怎么办', '最多亏多少'])(
    '%s names none to be another',
    (text) => expect(isLineNamed(text)).toBe(false),
  );
});
