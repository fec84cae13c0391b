import { describe, expect, it } from '@jest/globals';
import { fearedIn } from '../../../src/agent/understand/worries.js';

describe('the question in a worry', () => {
  it.each([
    ['最近跌得我睡不着，还要不要拿着', '最近跌了，还要不要拿着'],
    ['我睡不着，这钱是不是要亏光了', '这钱是不是要亏光了'],
    ['我妈担心得睡不着，理财到期会不会拿不回来', '理财到期会不会拿不回来'],
    ['我担心你们把我信息泄露', '会不会你们把我信息泄露'],
    ['我怕你们银行倒闭', '会不会你们银行倒闭'],
    ['亏了这么多我睡不着，到底亏了多少', '亏了这么多，到底亏了多少'],
    ['我怕赎回要扣很多钱', '赎回要扣多少钱'],
    ['我担心到期拿不回本金怎么办', '到期拿不回本金怎么办'],
  ])('%s asks %s', (text, asked) => expect(fearedIn(text)).toBe(asked));

  it.each(['亏得睡不着', '我好怕', '别担心', '赎回几天到账', '晚上睡不着'])(
    'is none in %s',
    (text) => expect(fearedIn(text)).toBeNull(),
  );
});
