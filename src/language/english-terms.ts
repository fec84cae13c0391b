/** 中英夹杂: words of money that customers say in English, each with the word the handbook has. */

type Terms = readonly (readonly [english: string, chinese: string])[];

/** What is spoken of; longer names first. */
const MATTERS: Terms = [
  ['risk (?:level|grade|rating)', '风险等级'],
  ['risk (?:test|assessment|questionnaire)', '风险测评'],
  ['money market funds?', '货币基金'],
  ['bond funds?', '债券基金'],
  ['index funds?', '指数基金'],
  ['stock funds?', '股票基金'],
  ['net (?:asset )?value', '净值'],
  ['interest rates?', '利率'],
  ['lose (?:my )?money|loss(?:es)?', '亏钱'],
  ['phone number', '手机号'],
  ['minimum', '最少'],
  ['funds?', '基金'],
  ['fees?|charges?', '费用'],
  ['documents?|papers?', '材料'],
  ['deposits?', '存款'],
  ['insurance', '保险'],
  ['invest(?:ment)?s?', '投资'],
  ['accounts?', '账户'],
  ['passwords?', '密码'],
  ['passport', '护照'],
  ['tax(?:es)?', '税'],
  ['interest', '利息'],
  ['returns?|yields?', '收益'],
  ['risks?', '风险'],
  ['safe', '安全'],
  ['redeem|redemption', '赎回'],
  ['withdraw', '取钱'],
  ['dividends?', '分红'],
  ['complain(?:t)?', '投诉'],
  ['foreigners?', '外国人'],
  ['gold', '黄金'],
];

/** What is asked or wished, which says nothing without a matter. */
const ASKING: Terms = [
  ['how much', '多少'],
  ['how long', '多久'],
  ["what (?:is|are|does)|what's", '什么是'],
  ['how (?:do|can|to) (?:i )?', '怎么'],
  ['can i|may i', '我可以'],
  ["我 ?want(?: to)?|i want(?: to)?|i'd like to", '我想'],
  ['buy|purchase', '买'],
  ['sell', '卖'],
  ['money', '钱'],
  ['is|are|the|an?|for|of|in|on|to|do|does|my|your|it|there|any|please|with', ' '],
];

const HAS_ENGLISH = /[a-z]{3}/i;

const patternsOf = (terms: Terms) =>
  terms.map(
    ([english, chinese]) =>
      [new RegExp(`(?<![a-z])(?:${english})(?![a-z])`, 'gi'), chinese] as const,
  );

const MATTER_WORDS = patternsOf(MATTERS);
const ASKING_WORDS = patternsOf(ASKING);
/** 「what is T+1」 speaks of money without a word of it. */
const SETTLEMENT = /t ?\+ ?\d/i;

/**
 * A sentence with its English words of money in Chinese; `text` itself where it speaks of none. Made to
 * be understood and looked up by, never to be shown.
 */
export function inChineseTerms(text: string): string {
  if (!HAS_ENGLISH.test(text)) return text;
  const replaced = (said: string, words: ReturnType<typeof patternsOf>) =>
    words.reduce((now, [english, chinese]) => now.replace(english, chinese), said);
  const said = replaced(text, MATTER_WORDS);
  if (said === text && !SETTLEMENT.test(text)) return text;
  return replaced(said, ASKING_WORDS)
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();
}
