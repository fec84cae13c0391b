import { describe, expect, it } from '@jest/globals';
import {
  asksTheirInside,
  asksTheirService,
  loadOtherHouses,
  namesForeignProduct,
} from '../../../src/agent/understand/foreign-products.js';

const otherHouses = loadOtherHouses('knowledge/names/other-houses.txt');

describe('a product that is not ours', () => {
  it.each([
    '招行的朝朝宝现在七日年化多少',
    '易方达蓝筹现在净值多少，还能拿吗',
    '你们那个「星河量子稳赢99号」啥时候开放申购',
    '余额宝最近收益怎么样',
    '星河稳赢88号是你们的吗，有人在群里推给我',
    '金凤凰三号 8 期理财靠谱吗',
    '星河量子对冲九号收益怎么样',
    '银河一号你们有卖吗',
    '工行的理财你们这儿能查吗',
    '平安那份保单你们能退吗',
    '听朋友说盛世优选十二期年化很高，靠谱吗',
  ])('is asked about in %s', (text) => {
    expect(namesForeignProduct(text, otherHouses)).toBe(true);
  });

  it.each([
    '招行的卡可以绑定吗',
    '支付宝里能买你们的基金吗',
    '12 月 5 号赎回，几号到账',
    '这个月 20 号申购行不行',
    '货币基金收益怎么算',
    '这个月二十号申购，几号确认',
    '十二月五号赎回的钱几号到',
    '赎回是十号还是十一号到账',
    '每个月一号扣款能改吗，收益怎么算',
    '第十期国债的利率',
    '招行的基金能转到你们这里吗',
    '我在建行买的基金能在你们这赎回吗',
  ])('is not in %s', (text) => {
    expect(namesForeignProduct(text, otherHouses)).toBe(false);
  });
});

describe('what another house serves its own customers with', () => {
  it.each(['工行app登不上怎么办', '招行的客服电话多少', '建行网点几点开门'])(
    'is none of ours: %s',
    (text) => expect(asksTheirService(text, otherHouses)).toBe(true),
  );

  it.each(['招行的卡可以绑定吗', '你们和招行app哪个好用', '工资卡换成建行了', 'app登不上怎么办'])(
    'is not what %s is about',
    (text) => expect(asksTheirService(text, otherHouses)).toBe(false),
  );
});

describe('how another house treats its own people', () => {
  it.each(['招行给自家员工买理财打几折', '隔壁招行给理财经理卖一单内部提成几个点'])(
    'is nothing we know: %s',
    (text) => expect(asksTheirInside(text, otherHouses)).toBe(true),
  );

  it.each(['你们员工买理财打几折', '招行的经理说能保本，真的吗', '工行理财费率多少'])(
    'is not asked by %s',
    (text) => expect(asksTheirInside(text, otherHouses)).toBe(false),
  );
});
