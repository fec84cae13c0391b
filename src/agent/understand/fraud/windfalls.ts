import { BEREAVED, KIN } from '../../../conversation/told-of-self.js';

/** 天上掉下来的钱: an inheritance, a refund or a prize that somebody unknown brings, before anything is given. */

const MONEY =
  /遗产|遗嘱|退税|退(一笔|多交的?)?(税|个税)|税[^，。]{0,4}(可以|能|要)退|中了?(大|头|一等|二等|个|了)?奖|奖品|领奖|(社保|医保|养老|国家|扶贫|农村|疫情|残疾|高温|生育|老人|低保|消费|购车|家电)[^，。]{0,4}(补贴|补助|补发|补偿)|(补贴|补助)(款|金)|扶贫款|慈善款|善款|基金会|民族资产|海外[^，。]{0,4}(资产|存款|账户)/;
/** It came unasked, from nobody the customer knows. */
const BROUGHT =
  /(有(个)?人|陌生|不认识|自称|客服|律师|使馆|工作人员|税务局?(的|里|那边)?(人)?|社保局?|基金会|国外|海外|外国)[^，。]{0,10}(打|来|发|联系|找|加|说|告诉|通知|让|叫|要)|(打|来)(了|过)?(个|一个|一通)?电话|来电|(接|收)(到|了)[^，。]{0,8}(电话|短信|邮件|信|消息|通知)|(短信|邮件|微信|消息|链接|信)(里|上|中)?[^，。]{0,4}(说|写|让|叫|通知|告诉|显示)|加(了)?我|发(来|给我|了)[^，。]{0,6}(短信|链接|邮件|消息|二维码)/;
/** Of one's own dead it is a matter of papers, and of what was won, one of taxes. */
const OF_KIN = new RegExp(`(我|俺|咱)(的|家)?(${KIN}|爸|妈|爹|娘|父|母)`);
const ABROAD = /海外|国外|外国|境外|远房|不认识|没见过|素未谋面|从没/;
/** How it is done rightly is asked of nobody's call. */
const IN_GENERAL =
  /什么是|是什么意思|怎么识别|如何防范|怎么防|有哪些套路|你们[^，。]{0,4}(会不会|会|能)(主动)?(打|给)|(打电话|电话|短信)(去|给)(税务|社保)|我(自己)?(打|给)(电话)?(给|去)?(税务|社保|12366)/;

/** Whether folded words without punctuation tell of such money. */
export function isWindfall(folded: string): boolean {
  if (!MONEY.test(folded) || !BROUGHT.test(folded) || IN_GENERAL.test(folded)) return false;
  const isOwn = BEREAVED.test(folded) || OF_KIN.test(folded);
  return !isOwn || ABROAD.test(folded);
}
