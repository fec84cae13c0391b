/** 中英夹杂: English words of our business in a sentence, each with the word the handbook has. */

type Terms = readonly (readonly [english: string, chinese: string])[];

/** What is spoken of, or asked of it; the longer stands before the shorter. */
const MATTERS: Terms = [
  ['risk (?:level|grade|rating)s?', '风险等级'],
  ['risk (?:test|assessment|questionnaire|survey)', '风险测评'],
  ['(?:low|lower|lowest|small|little|less)[- ]risk|risk (?:is )?low', '低风险'],
  ['(?:no|not|zero|without)[- ](?:any )?risk', '没有风险'],
  ['high[- ]risk', '高风险'],
  ['money market funds?', '货币基金'],
  ['bond funds?', '债券基金'],
  ['index funds?', '指数基金'],
  ['stock funds?', '股票基金'],
  ['net (?:asset )?value', '净值'],
  ['interest rates?', '利率'],
  ["(?:never|not|don't|doesn't|won't|no) los(?:e|ing|t)(?: (?:my |the |any )?money)?", '不会亏钱'],
  ['(?:lose|losing|lost) (?:my |the |any )?money|loss(?:es)?', '亏钱'],
  ['(?:get |take |have )?(?:my |the )?money (?:back|out)|cash out', '取钱'],
  ['need (?:my |the )?money (?:fast|quick(?:ly)?|soon|urgent(?:ly)?|now|快|急)', '急用钱'],
  ['(?:work|working) (?:permit|visa)s?', '工作许可证'],
  ['visas?', '签证'],
  ['residence permits?', '居留证'],
  ['phone number|mobile number', '手机号'],
  ['minimum(?: money| amount)?', '最少'],
  ['(?:open|opening) (?:an |a |the |my )?account', '开户'],
  ['(?:bank|银行) ?cards?|(?<=(?:my|我的?) ?)cards?', '银行卡'],
  ['bank deposits?', '银行存款'],
  ['i[dD] cards?|identity cards?', '身份证'],
  ['(?:customer |human )?(?:advis[oe]rs?|agents?)', '真人顾问'],
  ['products?', '产品'],
  ['funds?', '基金'],
  ['fees?|charges?', '费用'],
  ['documents?|papers?', '材料'],
  ['deposits?', '存款'],
  ['insurance', '保险'],
  ['invest(?:ment|ing)?s?', '投资'],
  ['accounts?', '账户'],
  ['passwords?', '密码'],
  ['passports?', '护照'],
  ['tax(?:es)?', '税'],
  ['interest', '利息'],
  ['returns?|yields?|earn', '收益'],
  ['risks?', '风险'],
  ['safest', '最安全'],
  ['safe|safety', '安全'],
  ['redeem|redemption', '赎回'],
  ['withdraw(?:al)?(?: (?:my |the )?money)?', '取钱'],
  ['dividends?', '分红'],
  ['complain(?:t)?', '投诉'],
  ['foreigners?', '外国人'],
  ['gold', '黄金'],
  ['money', '钱'],
  ['usd|us dollars?|dollars?', '美元'],
  ['renew(?:al)?', '重新做'],
];

/** Time, sums, and the small words of a question. */
const ASKING: Terms = [
  ['^what ?[?？]+', ' '],
  ['^sorry|(?:my |我的? ?)?chinese (?:is )?(?:不好|not good|bad|poor)', ' '],
  ['after ?开户', '开户后'],
  ['(?:show|tell|give) me (?:the |all )?(?:names?|名字)', ' '],
  ['real (?:person|people|human)|human', '真人顾问'],
  ['robot', '机器人'],
  ['([ac]) class(?:es)?', '$1类'],
  ['what (?:is )?(?:kind of )?(\\p{Script=Han}+) (?:do i |i )?need', '需要什么$1'],
  ['i (?:only )?have (\\p{Script=Han}+) only', '我只有$1'],
  ['(?:is |是 ?)?什么 mean(?:ing)?', '是什么意思'],
  ['how (?:much|many)', '多少'],
  ['how long(?: time)?', '多久'],
  ["what (?:is|are|does)|what's", '什么是'],
  ['how (?:do|can|to) (?:i )?', '怎么'],
  ['can (?:i )?get', '可以拿'],
  ['can i|may i', '我可以'],
  ['i cannot|i can not', '我不能'],
  ["cannot|can't|can not", '不能'],
  ['can', '可以'],
  ["我 ?want(?: to)?|i want(?: to)?|i'd like to", '我想'],
  ['i need(?: to)?', '我需要'],
  ['need(?: to)?', '需要'],
  ['show me|tell me|give me', '给我看'],
  ['i (?:ask|mean)', '我问的是'],
  ['(?:do )?you have', '你们有没有'],
  ['i (?:only )?have only|i only have', '我只有'],
  ['i have', '我有'],
  ["(?:do not|don't|no|not) understand", '不懂'],
  ["(?:i )?(?:do not|don't|no|not|不) have", '没有'],
  ["(?:i )?(?:will |am |'m )?(?:go|going|fly) (?:back )?(?:home|to my country|back)", '回国'],
  ['i(?= ?\\p{Script=Han})', '我'],
  ['(?:talk|speak)(?:ing)? (?:to|with)', '找'],
  ['(?:take|get|took) (?:it |them |this )?out', '取出来'],

  ['(?:send|transfer) money', '汇钱'],
  ['(?:send|transfer)', '汇'],
  ['(?:to|到) ?(?:my|our|我的?) ?(?:home )?country', '到国外'],
  ['(?:start|begin)', '开始'],
  ['(?:how|怎么) ?开始', '怎么开始'],
  ['call', '打电话'],
  ['english', '英文'],
  ['which (?:ones?|one|of them)|which', '哪些'],
  ['what|什么 kind of', '什么'],
  ['when', '什么时候'],
  ['where', '哪里'],
  ['names?', '名字'],
  ['lists?', '列出来'],
  ['(?:one|1|a) year', '一年'],
  ['two(?= (?:years?|months?|weeks?|days?))', '两'],
  ['three(?= (?:years?|months?|weeks?|days?))', '三'],
  ['five(?= (?:years?|months?|weeks?|days?))', '五'],
  ['six(?= (?:years?|months?|weeks?|days?))', '六'],
  ['next month', '下个月'],
  ['years?', '年'],
  ['(?:one|1|a) month', '一个月'],
  ['months?', '个月'],
  ['weeks?', '周'],
  ['days?', '天'],
  ['today', '今天'],
  ['tomorrow', '明天'],
  ['rmb|yuan|cny|kuai', '元'],
  ['buy|purchase', '买'],
  ['sell', '卖'],
  ['want(?: to)?', '想'],
  ['only', '只'],
  ['have|has|got', '有'],
  ['about', '大约'],
  ['best', '最好'],
  ['thank you|thanks|thx', '谢谢'],
  ['sorry', '不好意思'],
  ['right|true|correct', '对吗'],
  ['not(?= ?\\d)', '，不是'],
  ['not', '不'],
  ['no(?= ?\\p{Script=Han})', '没有'],
  ['(?<=[?？.。] ?)and', '还有'],
  ['and', '和'],
  ['or', '还是'],
  [
    'is|are|am|the|an|for|of|in|on|to|do|does|my|your|it|there|any|please|with|that|this|just|yes or no|then|so|me|ok',
    ' ',
  ],
];

const HAS_ENGLISH = /[a-z]{3}/i;
const HAN = /\p{Script=Han}/u;

const patternsOf = (terms: Terms) =>
  terms.map(
    ([english, chinese]) =>
      [new RegExp(`(?<![a-z])(?:${english})(?![a-z])`, 'giu'), chinese] as const,
  );

const MATTER_WORDS = patternsOf(MATTERS);
const ASKING_WORDS = patternsOf(ASKING);
/** 「what is T+1」 speaks of money without a word of it. */
const SETTLEMENT = /t ?\+ ?\d/i;

/**
 * A sentence with its English words of money in Chinese; `text` itself where it has none. Made to be
 * understood and looked up by, never to be shown.
 */
export function inChineseTerms(text: string): string {
  if (!HAS_ENGLISH.test(text)) return text;
  const replaced = (said: string, words: ReturnType<typeof patternsOf>) =>
    words.reduce((now, [english, chinese]) => now.replace(english, chinese), said);
  const matters = replaced(text, MATTER_WORDS);
  const isMixed = HAN.test(text) && ASKING_WORDS.some(([english]) => text.search(english) >= 0);
  if (matters === text && !SETTLEMENT.test(text) && !isMixed) return text;
  return asWritten(replaced(matters, ASKING_WORDS));
}

/** English asks in another order: 「which products R1」 are 「R1 的产品有哪些」. */
const REORDERED: readonly (readonly [RegExp, string])[] = [
  [
    /(?:什么|哪些)(产品|基金|存款)(?:是|会|有)?\s?(低风险|没有风险|高风险|最?安全|不会亏钱|[rR][1-5])/g,
    '$2的$1有哪些',
  ],
  [/有没有(产品|基金)(低风险|没有风险|最?安全|不会亏钱)/g, '有没有$2的$1'],
  [/(产品|基金)哪些/g, '$1有哪些'],
  [/想名字(产品|基金)/g, '想知道$1名字'],
  [/多少(收益|利息)([一二两三半\d]+个?[年月天])/g, '$2多少$1'],
  [
    /([一二两三半\d]+个?[年月天])多少(收益|利息)[，?？]\s*([\d.]+[万千]?元?)可以拿多少/g,
    '$3放$1$2多少',
  ],
];

/** Without the spaces of English, and with the signs of Chinese. */
const asWritten = (said: string): string =>
  REORDERED.reduce((now, [order, ours]) => now.replace(order, ours), withoutSpaces(said));

const withoutSpaces = (said: string): string =>
  said
    .replace(/[.;](?=\s|$)/g, '，')
    .replace(/,(?=\s)/g, '，')
    .replace(/(?<![A-Za-z])a (?=[a-z\p{Script=Han}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{Script=Han}，。]) (?=[\p{Script=Han}\d，。?？])/gu, '')
    .replace(/(?<=\d) (?=\p{Script=Han})/gu, '')
    .replace(/^[，。\s]+|(?<=[，。?？])\s*[，。]+|[，]+$/gu, '')
    .trim();
