import { describe, expect, it } from '@jest/globals';
import {
  asksToBuyNamed,
  asksWhetherItSuits,
  buyerIn,
  wishesToBuy,
} from '../../../src/agent/understand/suitability-words.js';

describe('words that ask whether a product suits somebody', () => {
  it.each([
    '我妈退休了适合买不',
    '安鑫纯债适合我吗',
    '我爸七十了能买吗',
    '我是C2，能买添禾增强吗',
    '稳健型的人能不能买',
    '适合老人吗',
    '退休的人敢买不',
    '我能买青屿优质治理吗',
    '我现在可不可以申购安鑫纯债',
    '我有没有资格买硬科技',
    '安鑫纯债符不符合我的等级',
    '我C3，能碰优质治理吗',
    '那到底能不能买',
    '我是专业投资者，随便买吧',
    '我姥爷76了，权益进取准不准他买',
    '我妈七十，这只你们肯卖给她吗',
    '学生来的，许不许买',
    '你们让我买吗',
  ])('%s', (text) => expect(asksWhetherItSuits(text)).toBe(true));

  it.each([
    '日日通适合什么人',
    '老师让我买这只股票，能信吗',
    '我妈让我买的这只多久能取吗',
    '适合放多久的钱',
    '还能买吗',
    '安鑫纯债风险大吗',
    '等级够了为什么还不合适',
    '我妈去世了，她的基金怎么办',
    '我能买多少',
    '我能买点什么',
    '帮我能买的都列出来',
  ])('and words that do not: %s', (text) => expect(asksWhetherItSuits(text)).toBe(false));
});

describe('words of who one is, and of which class it takes', () => {
  it.each([
    '这个风险怎样我老人',
    '我是学生，风险大吗',
    '我C几才能买沪深300那只',
    '要多高等级才能买',
  ])('ask whether it suits: %s', (text) => {
    expect(asksWhetherItSuits(text)).toBe(true);
  });

  it.each(['风险大吗', 'C类几天到账', 'C几是什么意思'])('do not: %s', (text) => {
    expect(asksWhetherItSuits(text)).toBe(false);
  });
});

describe('whether one that is named may be bought', () => {
  it.each(['能买{product}吗', '可以买{product}吗', '{product}能买吗', '现在{product}能不能申购'])(
    'is asked in %s',
    (masked) => expect(asksToBuyNamed(masked)).toBe(true),
  );

  it.each([
    '能买{product}和{product}吗',
    '能买多少{product}',
    '{product}怎么买',
    '买{product}能赚吗',
    '可以买{product}',
    '我妈能买{product}吗',
  ])('and not in %s', (masked) => expect(asksToBuyNamed(masked)).toBe(false));
});

describe('how the customer asks for themselves', () => {
  it.each([
    ['我能买青屿优质治理吗', 'self'],
    ['安鑫纯债适合我吗', 'self'],
    ['我是新手，适合买它吗', 'self'],
    ['我退休了，适合买吗', 'self'],
    ['超了我也要买，我自己负责', 'insistent'],
    ['我就要买它', 'insistent'],
    ['优质治理我够格不', 'self'],
    ['优质治理超就超了，我认栽，办吧', 'insistent'],
    ['临溪沪深300，亏了算我的，给我办', 'insistent'],
    ['我坚持要买优质治理', 'insistent'],
    ['我签字也要买', 'insistent'],
    ['还是想买优质治理', 'insistent'],
    ['优质治理非买不可', 'insistent'],
    ['我要买优质治理，后果我自己承担', 'insistent'],
    ['临溪沪深300，风险我自己扛，给我买', 'insistent'],
    ['优质治理股票，超风险我也认了，给我办', 'insistent'],
    ['签字画押都行，我就是要优质治理', 'insistent'],
    ['优质治理，亏了我认，帮我下单', 'insistent'],
    ['超级别没关系，照样要买优质治理', 'insistent'],
    ['出了事我自己承担，直接买', 'insistent'],
    ['我借信用卡的钱买日日通行吗', 'borrower'],
    ['刷信用卡买点安鑫纯债可以吗', 'borrower'],
    ['贷款来的钱能不能买优质治理', 'borrower'],
    ['买优质治理的钱是跟朋友借的', 'borrower'],
  ])('%s: %s', (text, buyer) => expect(buyerIn(text)).toBe(buyer));

  it.each([
    '我妈退休了适合买不',
    '我爸七十了能买吗',
    '我老婆就要买这只',
    '他坚持要买怎么办',
    '稳健型的人能不能买',
    '退休的人敢买不',
    '安鑫纯债的费用是多少',
    '我就想知道买哪只好',
    '我一定要买什么才行',
    '贷款还清了，手上的钱怎么安排',
    '坚持定投有用吗',
    '风险我自己扛吗',
    '给我买一只债券基金',
    '亏了你们负责，给我买',
    '签字确认书在哪里签',
    '就是买车用的',
    '就想买房的时候用',
  ])('and who does not: %s', (text) => expect(buyerIn(text)).toBeNull());
});

describe('a wish to buy', () => {
  it.each([
    '优质治理最近涨得好，我想买点',
    '我看它不错，想买那个',
    '那我想买优质治理',
    '我想拿五百万买安鑫纯债，行吗',
  ])('%s', (text) => expect(wishesToBuy(text)).toBe(true));

  it.each(['想买的话怎么操作', '我妈想买优质治理', '买了三年了'])('and none: %s', (text) =>
    expect(wishesToBuy(text)).toBe(false),
  );
});
