import { describe, expect, it } from '@jest/globals';
import { furtherOf } from '../../../src/agent/understand/plan-further-words.js';

const aboutOf = (folded: string) => furtherOf(folded)?.about ?? null;

describe('what is asked of a plan', () => {
  it.each([
    ['碰上股灾会怎么样', 'stress'],
    ['A股要是腰斩呢', 'stress'],
    ['都换成定期可以吗', 'deposits'],
    ['黄金不要了行吗', 'without'],
    ['权益提到七成', 'bolder'],
    ['少配些股票吧', 'safer'],
    ['加点黄金好不好', 'wish'],
    ['把那只指数的拿掉', 'wish'],
    ['怎么现金这么多', 'share'],
    ['这里面不保本的占多少', 'principal'],
    ['那几样各管什么', 'purpose'],
    ['这些数怎么估出来的', 'basis'],
    ['最大回撤多少', 'volatile'],
    ['攒够的把握有几成', 'chance'],
    ['我要是反悔了行吗', 'undo'],
    ['顾问会改得更激进吗', 'advisor'],
    ['批完怎么通知我', 'told'],
    ['能不能加急', 'hurry'],
    ['谁给我把关', 'who'],
    ['万一审核没过呢', 'rejected'],
    ['接下来我该做什么', 'next'],
    ['我先买一部分行吗', 'buy'],
    ['现在就下单可以吗', 'buy'],
    ['要放几年', 'term'],
    ['最惨会怎么样', 'loss'],
    ['到时候大概能有多少', 'gain'],
    ['中途急用能取吗', 'access'],
    ['为什么是这只不是那只', 'picked'],
    ['这几只怎么挑出来的', 'picked'],
    ['跟我存银行比呢', 'against_deposits'],
    ['比定期高多少', 'against_deposits'],
    ['美股占多少', 'share'],
    ['换成60%股票', 'bolder'],
    ['通胀算进去了吗', 'inflation'],
    ['快点批', 'hurry'],
    ['几点之前能好', 'next'],
    ['不批咋办', 'rejected'],
    ['批的人靠谱吗', 'who'],
    ['到六十岁能有多少', 'gain'],
    ['国债放了几成', 'share'],
  ])('%s', (words, about) => {
    expect(aboutOf(words)).toBe(about);
  });

  it.each([
    '股票型基金为什么跌这么多',
    '为什么存款利率这么低',
    '理财到期会通知我吗',
    '买基金要准备什么材料',
    '赎回几天到账',
    '我对你们的服务不满意',
    '帮我查一下余额',
  ])('%s is not', (words) => {
    const read = furtherOf(words);
    expect(read === null || !read.isOwn).toBe(true);
  });

  it('sees a name before what is asked of anything', () => {
    expect(furtherOf('朝朝宝会亏多少')?.isOfNamed).toBe(true);
    expect(furtherOf('这里头到底会不会亏多少')?.isOfNamed).toBe(false);
  });
});
