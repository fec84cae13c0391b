import { describe, expect, it } from '@jest/globals';
import {
  isMisSold,
  isPromiseReported,
  isWarnedOff,
  isWronged,
  promiseAsked,
} from '../../../src/agent/understand/wronged.js';

describe('whoever feels wronged', () => {
  it.each([
    '你们就是骗子！',
    '被你们这帮人坑了',
    '银行忽悠老百姓',
    '当初是谁卖给我的，说跟存款一样，利息还高',
    '买的时候说随时能取，现在取要亏一万二',
    '当初是谁说稳健的',
    '说好的保本，怎么亏了',
    '我都六十多了，你们这不是坑人吗',
    '银行这不就是欺负老人吗',
  ])('%s', (text) => {
    expect(isWronged(text)).toBe(true);
  });

  it.each([
    '你们是不是骗子公司',
    '你们不会是骗子吧，靠谱吗',
    '经理说这个保本，是真的吗',
    '货币基金保本吗',
    '去年这只基金亏了多少',
    '随时能取的有哪些',
    '口头答应我不亏',
    '被骗了怎么办',
    '他让我先转账，这不是骗人吗',
  ])('%s is a question, or of others', (text) => {
    expect(isWronged(text)).toBe(false);
  });
});

describe('whoever was warned of us', () => {
  it.each([
    '我儿子让我别买，说你们骗老人钱',
    '闺女说你们是骗子',
    '邻居讲银行都是忽悠老人的',
    '家里人觉得你们不靠谱',
  ])('wants to know whether to trust us: %s', (text) => {
    expect(isWarnedOff(text)).toBe(true);
    expect(isWronged(text)).toBe(false);
  });

  it.each([
    '你们就是骗子！',
    '我妈说你们的客服让她转账，怕你们是骗子',
    '儿子说他被骗了',
    '他说是你们平台的老师，说你们不会骗人',
  ])('is not meant in: %s', (text) => expect(isWarnedOff(text)).toBe(false));
});

describe('a sale that did not fit', () => {
  it.each([
    '我是C3怎么卖给我R5的',
    'C2居然推荐给我R4',
    '怎么会把R5卖给我',
    '那按规定是不是就不该卖给我',
    '我没做过这个测评',
    '我从来没做过风险测评',
  ])('is heard in %s', (text) => {
    expect(isMisSold(text)).toBe(true);
    expect(isWronged(text)).toBe(true);
  });

  it.each([
    'C3能买R4吗',
    '我是C3',
    '没做过测评能买吗',
    'R5为什么不能卖给C3',
    '我没做过测评，能先买点货币基金吗',
    '我还没有做过风险测评，想买点稳健的',
    '我没做过测评可以直接买吗',
  ])('and not in %s', (text) => {
    expect(isMisSold(text)).toBe(false);
  });
});

describe('a promise of somebody else', () => {
  it.each([
    '网点的小伙子答应我，跌了他自己贴钱',
    '柜员拍着胸口说包赚，亏了算她的',
    '你们销售跟我保证不亏本',
    '你们那个小王答应我年化5个点，白纸黑字写了，到时候不给咋办',
    '当时许诺保本的，现在不认账',
    '承诺过我不亏的',
  ])('is reported: %s', (text) => expect(isPromiseReported(text)).toBe(true));

  it.each([
    '你敢保证不亏吗',
    '让你们经理给我保证不亏',
    '亏了你们补给我行不行',
    '能不能叫他承诺保本',
    '老伴说还不如存定期，定期现在几个点',
  ])('is asked of us: %s', (text) => expect(isPromiseReported(text)).toBe(false));
});

describe('what the promise of somebody else is worth', () => {
  it.each([
    ['你们那个小王答应我年化5个点，白纸黑字写了，到时候不给咋办', /字条/],
    ['柜员拍着胸口说包赚，这话能算数吗', /口头/],
  ])('is asked by %s', (text, title) => expect(promiseAsked(text)).toMatch(title));

  it.each(['经理答应给我回电话，怎么还没打', '能不能叫他承诺保本', '你们销售跟我保证不亏本'])(
    'is not asked by %s',
    (text) => expect(promiseAsked(text)).toBeNull(),
  );
});
