import { syllableOf } from './pinyin.js';

/** 行话里的别字: terms customers mishear or mistype, each with the name it goes by here. */
const TERMS: readonly (readonly [heard: string, name: string])[] = [
  ['等待期', '等待期'],
  ['等候期', '等待期'],
  ['犹豫期', '犹豫期'],
  ['免赔额', '免赔额'],
  ['免赔付', '免赔额'],
  ['现金价值', '现金价值'],
  ['提前支取', '提前支取'],
  ['提前赎回', '提前赎回'],
  ['风险测评', '风险测评'],
  ['大额存单', '大额存单'],
  ['销售服务费', '销售服务费'],
  ['申购费', '申购费'],
  ['赎回费', '赎回费'],
  ['管理费', '管理费'],
  ['托管费', '托管费'],
  ['起购金额', '起购金额'],
  ['受益人', '受益人'],
  ['年化收益', '年化收益'],
];
/**
 * Two characters leave little to tell a slip by: these name nothing else when one of them is another of the
 * same sound (「定起」 「理才」 「密吗」), but before what stands beside them.
 */
const SHORT_TERMS: readonly (readonly [name: string, unlessNext: RegExp])[] = [
  ['定期', /^[购投点存步他它始]/],
  ['到期', /^[购投点存步他它中实余初天日年个成折]/],
  ['利息', /^[息]/],
  ['转存', /^[庄子]/],
  ['理财', /^[料]/],
  ['密码', /^$/],
  ['手机', /^[会械]/],
  ['保险', /^[鲜膜]/],
  ['国债', /^$/],
  ['净值', /^$/],
  ['测评', /^$/],
  ['存单', /^$/],
];
/** 「确认T几」: how many days after the order. */
const T_PLUS = /t\s*(?:\+|加)?\s*几(?!何)/gi;
export const asksTPlus = (text: string): boolean => text.search(T_PLUS) >= 0;

/** Short slips that sound like nothing else in a bank. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/到帐/g, '到账'],
  [/鸡金/g, '基金'],
  [/帐户/g, '账户'],
  [/赎会(?!不会)|熟回|属回/g, '赎回'],
  [/(?<=能|可以|给|办|要|来|想|做|有)带款|带款(?=吗|么|不|利)/g, '贷款'],
  [/(?<=发|给|有)(个|一个|下|我)*连接/g, '个链接'],
  [/割肉(?=[^，。]{0,3}(扣|收|手续费|费))/g, '赎回'],
  [/申够|伸购/g, '申购'],
  [/(?<=能|可以|好)(?:上车|入手|跟进|建仓)(?=吗|么|不|嘛|$|[?？，。])/g, '买'],
  [T_PLUS, '几天'],
];

/**
 * A text with misspelt terms set right: what sounds like a term and has all but one of its characters is
 * that term (「等侯期」 「免陪额」).
 */
export function inTradeTerms(text: string): string {
  const slipped = SLIPS.reduce((said, [slip, name]) => said.replace(slip, name), text);
  const whole = TERMS.reduce((said, [heard, name]) => replaced(said, heard, name), slipped);
  return SHORT_TERMS.reduce((said, [name, next]) => replaced(said, name, name, next), whole);
}

function replaced(text: string, heard: string, name: string, unlessNext?: RegExp): string {
  for (let from = 0; from + heard.length <= text.length; from += 1) {
    const to = from + heard.length;
    if (unlessNext?.test(text.slice(to))) continue;
    if (sounds(text.slice(from, to), heard)) return text.slice(0, from) + name + text.slice(to);
  }
  return text;
}

function sounds(said: string, heard: string): boolean {
  const slips = [...heard].flatMap((char, at) => (said[at] === char ? [] : [at]));
  return (
    slips.length === 0 ||
    (slips.length === 1 &&
      slips.every((at) => syllableOf(said[at] as string) === syllableOf(heard[at] as string)))
  );
}
