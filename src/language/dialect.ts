/** 方言虚词: small words of dialects, and of scolding, that a Mandarin catalogue and handbook do not hold. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/你(哋|地(?=嘅|有|系|嗰|啲))/g, '你们'],
  [/我哋/g, '我们'],
  [/佢哋/g, '他们'],
  [/佢/g, '他'],
  [/几多(钱)?(呀|啊)?/g, '多少$1'],
  [/嘅/g, '的'],
  [/点样|点解/g, '怎么'],
  [/冇/g, '没有'],
  [/乜嘢|乜野|咩/g, '什么'],
  [/唔(?!该)/g, '不'],
  [/几时/g, '什么时候'],
  [/啥子/g, '什么'],
  [/咋个/g, '怎么'],
  [/莫得|没得/g, '没有'],
  [/啷个/g, '怎么'],
  [/晓得/g, '知道'],
  [/搞?不醒豁/g, '不清楚'],
  [/哪个(?=让|喊|叫|说)/g, '谁'],
  [/好久(?=到|确认|能|可以|才|回来)/g, '什么时候'],
  [/要得(?=，|。|！|!|,|$)/g, '好的'],
  [/好多(?=钱|天|久|$|[?？嘛])|(?<=[剩有])好多(?=哦|嘛|呀|啊|$)/g, '多少'],
  [/([今明昨后前])儿(?![子女童科媳])/g, '$1天'],
  [/(?<=什么|啥|这|那|的|个|只)破(?=基金|理财|产品|银行|app|软件|玩意)/gi, ''],
];

/** The same sentence with the small words of Mandarin; what is no dialect stays as it is. */
export const plainSpeech = (text: string): string =>
  WORDS.reduce((said, [word, mandarin]) => said.replace(word, mandarin), text);
