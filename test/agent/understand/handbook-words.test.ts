import { describe, expect, it } from '@jest/globals';
import { handbookEntry } from '../../../src/agent/understand/handbook-words.js';

const queryOf = (folded: string): string | null => {
  const command = handbookEntry(folded);
  return command?.do === 'answer' ? command.query : null;
};

describe('words whose place in the handbook is known by their form', () => {
  it.each([
    ['我中文不太好请慢慢说', '有英文服务吗？'],
    ['有英文合同吗', '英文合同有没有'],
    ['要带护照吗', '要带护照吗'],
    ['汇率会影响吗', '汇率变动怎么影响我的基金'],
    ['那我要先做风险测评吗', '那我要先做风险测评吗'],
    ['打电话给谁', '打哪个电话能找到你们'],
    ['我闺女说理财会亏本是真的', '家里人说理财会亏本，是真的吗'],
    ['今天下单按哪天的净值', '三点以后买算哪天的'],
    ['大盘跌多少它跌多少', '大盘跌多少它跌多少'],
    ['为什么不给我看r5的', '为什么不给我看R5的'],
    ['能天天存不', '可以每天扣吗'],
    ['到账了提醒我', '能不能提醒我到期'],
  ])('%s asks what the handbook calls %s', (said, query) => {
    expect(queryOf(said)).toBe(query);
  });

  it.each([
    '如果大盘跌三成我亏多少',
    '安鑫纯债今天买按哪天的净值',
    '汇率明天会涨吗',
    '我要做风险测评',
    '想存点钱给娃上学',
    '到账要几天',
  ])('%s is left to be read otherwise', (said) => {
    expect(queryOf(said)).toBeNull();
  });
});
