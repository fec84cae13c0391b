import { describe, expect, it } from '@jest/globals';
import { offerIn } from '../../../../src/agent/understand/fraud/offers.js';

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
