/** 英文问话: plain questions of money asked wholly in English, each as the handbook asks it. */

/** First hit wins: the narrower question stands before the wider. */
const ASKS: readonly (readonly [asked: RegExp, chinese: string])[] = [
  [/\bdied\b|\bdead\b|passed away|inherit/, '家里人去世了，他名下的产品怎么取？'],
  [/scam|cheat(?:ed)?|fraud/, '我被骗了，怎么办'],
  [
    /(?:someone|somebody|he|she|they|man|caller).*(?:code|password)/,
    '有人向我要短信验证码，能给吗？',
  ],
  [/speak english|english (?:service|version|support)|in english/, '有英文服务吗？'],
  [/chinese .*(?:not|isn't|poor|bad)|(?:bad|poor|no) (?:at )?chinese/, '有英文服务吗？'],
  [
    /(?:talk|speak|chat) (?:to|with) (?:an? )?(?:real )?(?:some|person|human|people|agent|advis|staff)/,
    '转人工',
  ],
  [/foreign|expat|passport|not chinese|from abroad/, '外国人可以开户吗？'],
  [/(?:lost|stole).*(?:card)/, '绑定的银行卡丢了，怎么办？'],
  [/(?:lost|stole).*(?:phone|mobile)/, '手机丢了，账户安全怎么办？'],
  [/(?:forg[eo]t|reset).*password/, '忘记密码怎么办？'],
  [
    /(?:low|small|less|no)[- ]risk.*(?:product|fund|one|buy|invest)|(?:product|fund|one|which|what).*(?:low|small|less|no)[- ]risk|safe (?:products?|funds?|ones?)|(?:which|what) .*safe(?:st)?\b/,
    '低风险的产品有哪些？',
  ],
  [
    /(?:list|show|see|what|which).*\b(?:products|funds)\b(?! (?:mean|is))(?!.*\br ?[1-5]\b)(?!.*best)/,
    '你们有哪些产品？',
  ],
  [/\bfees?\b|charge|cost|commission/, '买基金一共有哪些费用？'],
  [/cancel|undo/, '买卖基金的委托能撤销吗？'],
  [
    /(?:how long|when|how many days).*(?:money|arrive|get|receive|cash|redeem|withdraw)/,
    '卖出基金后，钱多久到账？',
  ],
  [/redeem|redemption|withdraw|take .*out|sell|get my money/, '怎么赎回基金，钱多久到账？'],
  [/minimum|at least|smallest/, '基金最少买多少钱？'],
  [/\btax/, '个人买基金赚的钱要交税吗？'],
  [/difference.*\ba\b.*\bc\b|\ba class.*\bc class/, 'A 类和 C 类有什么区别？'],
  [/(?:what|mean).*\bnav\b/, '净值是什么意思？'],
  [/(?:what|mean).*\br ?[1-5]\b|risk (?:level|grade|rating)s?/, 'R1 到 R5 是什么意思？'],
  [/(?:what|mean).*\bc ?[1-5]\b/, 'C1 到 C5 是什么意思？'],
  [/risk (?:test|assessment|questionnaire|survey)/, '风险测评在哪里做，要多久？'],
  [/complain/, '我要投诉，怎么办理？'],
  [/interest rate|how much interest/, '银行现在的利率是多少？'],
  [/(?:is|are|keep|how).*\bsafe|trust you|\blegal\b|licen[cs]e/, '我的钱放在你们这里，安全吗？'],
  [/\blose|\bloss|guarantee/, '基金会亏钱吗，保本吗？'],
  [/(?:where|address|location).*(?:office|branch|you|located)/, '能到网点、柜台当面办吗？'],
  [/(?:opening|office|business|working) hours|(?:when|what time).*open/, '人工服务几点有人？'],
  [/open (?:an |a |my )?account|sign up|register|documents?|papers?/, '开户要带什么证件？'],
  [/what (?:is|are) (?:a |the )?(?:mutual )?funds?\b/, '基金是什么？'],
  [/(?:which|best|recommend).*(?:fund|product|buy)?/, '哪只基金最好，推荐一只'],
  [/how .*(?:buy|invest|start|begin)/, '第一次买产品，分几步？'],
  [/(?:don't|do not|cannot|can't) understand|slow(?:ly|er)?|simpl/, '说简单一点'],
];

/** 「how do I redeem」 says enough; a name or a single word does not. */
const WORDS = /[a-z']{2,}|\b[rc] ?[1-5]\b/gi;
const FEWEST = 3;
const HAN = /\p{Script=Han}/u;

export const isEnglish = (text: string): boolean =>
  !HAN.test(text) && (text.match(WORDS) ?? []).length >= FEWEST;

const MIXED_FEWEST = 4;

/** Written by somebody who would rather write English: all of it, or as many words as there are signs. */
export const isMostlyEnglish = (text: string): boolean => {
  const words = (text.match(WORDS) ?? []).length;
  const signs = (text.match(/\p{Script=Han}/gu) ?? []).length;
  return isEnglish(text) || (words >= MIXED_FEWEST && words >= signs / 2);
};

/** The question in Chinese; null where the words are not English, or ask for nothing we know. */
export function askedInEnglish(text: string): string | null {
  if (!isEnglish(text)) return null;
  const said = text.toLowerCase().replace(/’/g, "'");
  return ASKS.find(([asked]) => asked.test(said))?.[1] ?? null;
}
