import { describe, expect, it } from '@jest/globals';
import { matterOf } from '../../../src/agent/understand/matters.js';

describe('a plain wish', () => {
  it.each([
    ['我手上有20万想给娃以后上大学用帮我规划一下呗', 'need'],
    ['帮我打理一下这笔钱', 'need'],
    ['六十万七年亏一半我也认怎么摆', 'need'],
    ['我有两百万想放五年以上增值最多能亏三成中间不用怎么配', 'need'],
    ['那就测吧', 'assessment'],
    ['有笔定期到期了二十万放哪儿好', 'need'],
    ['想做个理财规划', 'need'],
    ['帮我理财', 'need'],
    ['能帮我理理财吗', 'need'],
    ['你们可以帮我管管钱吗', 'need'],
    ['上回推的基金亏惨了我先投诉', 'complaint'],
    ['我要投诉他', 'complaint'],
    ['把我的个人信息全部删掉', 'privacy'],
    ['帮我把个性化推荐关了', 'privacy'],
    ['还有把营销短信给我停了', 'privacy'],
    ['帮我把个性化推荐重新打开', 'privacy'],
    ['恢复营销短信吧', 'privacy'],
    ['删掉你们给我打的标签', 'privacy'],
    ['我要求你们说明这个结果是怎么算出来的', 'privacy'],
    ['我要行使个人信息的权利', 'privacy'],
  ])('%s begins %s', (words, flow) => {
    expect(matterOf(words)).toEqual({ do: 'start_flow', flow });
  });

  it.each([
    '可以删除我的个人信息吗',
    '怎么关闭个性化推荐',
    '关了推荐还帮我配不',
    '关闭个性化以后还能给我排方案不',
    '那怎么再打开个性化推荐',
    '我打开了一个广告链接',
    '投诉多久有结果',
    '我的投诉都一个礼拜了',
    '帮我安排一个顾问回电',
    '帮我理财你来操作',
    '谁帮我理财',
    '资料里地址写错了怎么更正',
    '我不投诉了',
    '我想投诉要不要先跟你们经理谈',
    '安鑫纯债这只基金放哪类',
  ])('%s begins nothing', (words) => {
    expect(matterOf(words)).toBeNull();
  });
});
