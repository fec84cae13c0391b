/**
 * 谐音、形近与拼音: disguises seen in chat groups, each with the word it stands for. Whole words
 * only: a single-character table would turn honest text (余额宝本月) into something else.
 */
const DISGUISES: readonly (readonly [string, string])[] = [
  ['亻呆', '保'],
  ['(?<![额钱利财通添金])[宝葆堡煲]本(?![月期周日年人次身金])|保[苯坌笨]', '保本'],
  ['(?<![a-z])bao[ -]?ben(?![a-z])|(?<![a-z])bao ?本|保 ?ben(?![a-z])', '保本'],
  ['(?<![a-z0-9])b本|保b(?![a-z0-9])', '保本'],
  ['(?<![a-z])bao ?xi(?![a-z])|保 ?xi(?![a-z])', '保息'],
  ['(?<![a-z])wen ?zhuan(?![a-z])|稳 ?zhuan(?![a-z])|(?<![a-z])wen ?赚|[隐吻]赚', '稳赚'],
  ['(?<![a-z])feng ?xian(?![a-z])|风 ?xian(?![a-z])|[疯凤封]险', '风险'],
  ['(?<![a-z])shou ?yi(?![a-z])|收 ?yi(?![a-z])', '收益'],
  ['(?<![a-z])gang ?dui(?![a-z])|刚 ?dui(?![a-z])|[钢冈]兑', '刚兑'],
  ['(?<![a-z])dou ?di(?![a-z])|兜 ?di(?![a-z])|[蔸蚪]底', '兜底'],
  ['(?<![a-z])bi ?zhang(?![a-z])|必 ?zhang(?![a-z])', '必涨'],
  ['内[幂募暮]', '内幕'],
];

export const ALIASES = {
  pattern: new RegExp(DISGUISES.map(([form]) => `(${form})`).join('|'), 'g'),
  meaning: (match: RegExpMatchArray): string =>
    DISGUISES[match.slice(1).findIndex((group) => group !== undefined)]![1],
};
