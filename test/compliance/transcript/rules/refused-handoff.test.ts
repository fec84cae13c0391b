import { describe, expect, it } from '@jest/globals';
import { refusedHandoff } from '../../../../src/compliance/transcript/rules/refused-handoff.js';
import { transcriptFrom } from '../../../review/findings/conversation-lines.js';

/** Whether it is a finding that `asked`, said to an advisor, was answered like that. */
const isFound = (asked: string, answer: string): boolean => {
  const lines = [
    { customer: '这笔手续费不对' },
    { advisor: '我查过了，是按合同扣的。' },
    { customer: asked },
    { advisor: answer },
    { customer: '那好吧' },
  ];
  return refusedHandoff.inspect(transcriptFrom({ id: 'x', is: 'clean', lines })).length > 0;
};

describe('somebody who wants another person than the one they talk with', () => {
  it.each([
    ['我要换人，找你们主管', '主管不在，找我就行了'],
    ['换个人跟我说', '换谁都一样，您听我说'],
    ['叫你们经理来', '经理很忙，您跟我说就可以'],
    ['我要见你们负责人', '没有这个必要'],
    ['请你们领导听电话', '这点事不用找领导'],
  ])('%s: is kept from them by 「%s」', (asked, answer) => {
    expect(isFound(asked, answer)).toBe(true);
  });

  it.each([
    ['我要换人，找你们主管', '好的，我请主管来接，请稍等。'],
    ['叫你们经理来', '经理今天不在，我帮您预约明天上午。'],
    ['换个人跟我说', '我转给别的同事，马上就好。'],
    ['我要见你们负责人', '我让负责人今天下午回电。'],
    ['不用找你们主管，问你就行', '好的，您请问。'],
    ['我想换人民币', '好的，美元换人民币在 App 的外汇页面。'],
    ['基金换了经理要紧吗', '要看新的经理管过什么。'],
    ['这只基金的经理是谁', '我查一下。'],
    ['我得找领导批个假，改天再说', '好的，您方便时再聊。'],
  ])('%s: is not kept from anybody by 「%s」', (asked, answer) => {
    expect(isFound(asked, answer)).toBe(false);
  });
});

describe('somebody who wants whoever answers for the machine', () => {
  it('is refused where it only goes on itself', () => {
    const lines = [{ customer: '找你们主管' }, { bot: '您可以描述一下遇到的问题。' }];
    const found = refusedHandoff.inspect(transcriptFrom({ id: 'x', is: 'clean', lines }));
    expect(found).toHaveLength(1);
  });
});
