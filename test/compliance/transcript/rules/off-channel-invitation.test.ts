import { describe, expect, it } from '@jest/globals';
import { offChannelInvitation } from '../../../../src/compliance/transcript/rules/off-channel-invitation.js';
import { transcriptFrom } from '../../../review/findings/conversation-lines.js';

const isFound = (advisor: string): boolean =>
  offChannelInvitation.inspect(transcriptFrom({ id: 'x', is: 'clean', lines: [{ advisor }] }))
    .length > 0;

describe('an advisor', () => {
  it.each([
    '我们到别处聊，我的薇信是 zhou_abc',
    '不如加个V，我拉您进群详聊，那边不留记录',
    '换个软件不方便，去别的平台说吧',
    '我的威信是 lin2020，您搜一下',
    '加个微呗，细聊',
    '加我扣扣吧',
    '我拉你到我们的小群里',
    '我的号 abc_1234，您记一下',
    '外面聊不会留痕',
  ])('leads away by 「%s」', (words) => {
    expect(isFound(words)).toBe(true);
  });

  it.each([
    '您可以在 App 里加关注',
    '我们的官方微信公众号每天更新',
    '请不要到别处聊，也不要加陌生人的V。',
    '别去别的平台说您的密码。',
    '我们不会拉您进群，拉您进群的都是骗子。',
    '我的工号是 3102，有事在这里找我。',
    '加微量元素的产品我们不卖。',
    '您的密码我们不留记录。',
    '您也可以用企业微信找我，那里有记录。',
    '我们行里的微信公众号叫青屿财富。',
    '可以加仓，也可以不加，先看风险等级。',
    '去别的地方的网点办理也可以。',
  ])('does not by 「%s」', (words) => {
    expect(isFound(words)).toBe(false);
  });
});
