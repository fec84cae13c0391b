import { describe, expect, it } from '@jest/globals';
import { offerIn } from '../../../../src/agent/understand/fraud/offers.js';

describe('money from nowhere', () => {
  it.each([
    '有人打电话说我海外有个亲戚去世留了遗产让我交税',
    '我收到邮件说继承一笔遗产要先交公证费',
    '刚接到电话说我有一笔退税，让我点链接',
    '接到税务局电话，说有个税可以退给我，要我报卡号',
    '短信说我中奖了，让我先交手续费',
    '有个律师联系我说国外有遗产给我',
    '微信上有人说国家给老人发补贴，让我扫码登记',
  ])('is an alarm: %s', (text) => expect(offerIn(text)).toContain('windfall'));

  it.each([
    '退税怎么办理',
    '个人养老金能退税吗',
    '我爸去世了，律师说遗产要公证，怎么办',
    '我中了彩票要交税吗',
    '你们会不会打电话说退税',
    '遗产税要交多少',
    '我打电话给税务局问退税，他们说可以退',
  ])('is none in %s', (text) => expect(offerIn(text)).not.toContain('windfall'));
});

describe('whoever was met on the net and leads to a gain', () => {
  it.each([
    '有个网友教我投资，先赚了两百，现在叫我加大投，稳不稳',
    '网恋对象带我理财，让我再充值',
    '网上认识的人劝我炒黄金',
  ])('makes an offer: %s', (text) => expect(offerIn(text)).toContain('offer'));

  it.each(['我教网友投资', '网上买基金安全吗', '网友说定投好，是真的吗'])(
    'makes none in %s',
    (text) => expect(offerIn(text)).toEqual([]),
  );
});
