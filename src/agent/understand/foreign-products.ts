import { readFileSync } from 'node:fs';

/** Words that ask about a product itself rather than about rules. */
const ABOUT_A_PRODUCT =
  /收益|净值|年化|利率|业绩|涨|跌|亏|赚|费率|申购|赎回|怎么样|咋样|好不好|好吗|行吗|能买|还能拿|持有|靠谱|开放|起购|哪个好|到期|代码|规模|经理|风险|介绍|什么产品|你们的|推(荐)?给|真的假的|有(没有)?卖|卖不卖|在卖|听说过/;

/**
 * 「星河量子稳赢99号」 「对冲九号」: numbered like a product, whatever it is called. A day of a month is not
 * one, nor is what stands right after a word that only joins: 「是十号还是十一号到账」.
 */
const NUMBERED =
  /[一-鿿]{1,9}(?![零〇一二三四五六七八九十百月日第每本是到在于从至和跟与或这那今明昨前后的了就我你几哪个]\s*[\d零〇一二三四五六七八九十])[一-鿿]\s*(?:\d{1,4}|[零〇一二三四五六七八九十百]{1,4})\s*(?:号|期)(?!线|楼|店|文|令|院|路|公馆)/;

/**
 * Whether a sentence that names no product of ours asks about one that is not ours (非在售产品):
 * another house's by name, or one that only looks like ours.
 */
export const namesForeignProduct = (text: string, otherHouses: RegExp): boolean =>
  (ABOUT_A_PRODUCT.test(text) &&
    ((otherHouses.test(text) && !OUR_HOUSE.test(text)) || NUMBERED.test(text))) ||
  isTheirs(text, otherHouses);

/** 「工行的理财你们这儿能查吗」: what is theirs is not ours, wherever it is asked about. */
function isTheirs(text: string, otherHouses: RegExp): boolean {
  const house = otherHouses.exec(text);
  const rest = house ? text.slice(house.index + house[0].length) : '';
  return (
    /^(家|那边|银行)?的?(理财|基金|存款|存单|产品|保险)|^(家|银行|保险)?((在)?(那|这)(边|里|儿|家|份|张|只|款|个|支)?)?(上|里)?(买|办|存|投)?的?(那|这)?(份|张|只|款|个|支)?(理财|存款|存单|产品|保险|保单|单子|单)/.test(
      rest,
    ) && !/转(过来|到|托管)|挪|搬/.test(rest)
  );
}

/** 「工行app登不上怎么办」: what another house serves its customers with is none of ours to mend. */
export function asksTheirService(text: string, otherHouses: RegExp): boolean {
  const house = otherHouses.exec(text);
  if (!house || OUR_HOUSE.test(text)) return false;
  return /^(家|银行|那边)?的?(手机银行|app|网银|网上银行|客户端|小程序|信用卡|客服|热线|电话|官网|网点|营业厅|营业时间|几点)/i.test(
    text.slice(house.index + house[0].length),
  );
}

/** 「招行给自家员工买理财打几折」: how another house treats its people is nothing we know. */
export function asksTheirInside(text: string, otherHouses: RegExp): boolean {
  const house = otherHouses.exec(text);
  if (!house || OUR_HOUSE.test(text.slice(house.index))) return false;
  return /^[^，。]{0,6}(员工|职工|柜员|经理|行长|领导|内部)[^，。]{0,14}(折|提成|佣金|工资|奖金|待遇|福利|优惠|几个点|多少|指标)/.test(
    text.slice(house.index + house[0].length),
  );
}

/** 「隔壁招商银行三年大额存单利率几个点」: what another house pays is not what ours of the same kind does. */
export const asksTheirPrice = (text: string, otherHouses: RegExp): boolean =>
  otherHouses.test(text) &&
  !OUR_HOUSE.test(text) &&
  /利率|利息|几个点|费率|多少钱|卖多少|价/.test(text) &&
  !/转(过来|到|托管)|存了|买了|我的/.test(text);

/** 「招行朝朝宝和你们日日通哪个好」: held against one of ours, theirs has no facts here and ours has. */
export const holdsAgainstTheirs = (text: string, otherHouses: RegExp): boolean =>
  otherHouses.test(text) &&
  /(和|跟|与|比|还是|对比|vs).*(哪个|哪款|哪只|谁|区别|不同|差别|比|好|划算|强|高|选)|比.*(好|高|强|划算|安全|差|低)/i.test(
    text,
  );

/** 「支付宝里能买你们的基金吗」 asks about us. */
const OUR_HOUSE = /你们|咱们|贵(行|司|公司)|在这(里|儿|边)/;

/** Reads `knowledge/names/other-houses.txt`: one name a line, `#` starts a remark. */
export function loadOtherHouses(file: string): RegExp {
  const names = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
  return new RegExp(
    names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
    'i',
  );
}
