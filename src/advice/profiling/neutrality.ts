/**
 * 不引导: words a questionnaire and all that is said about it may not have, because they point at an
 * answer or at what an answer buys (金融机构产品适当性管理办法 art. 13(1) [T2]; lexicon.md L12).
 */
const LEADS: readonly RegExp[] = [
  /(建议|推荐|最好|应该|请)(您|你)?(选|填|答|写)(?!择?(?:题|一项))/,
  /(选|填|答)(得)?(高|低|大|小|多|少)(一)?(点|些)/,
  /(得|加|扣)\s*\d*\s*分|分数|分值|高分|低分|评分/,
  /(才|就)(能|可以)(买|购买|投|选)/,
  /(更好|最优|最佳|正确|标准)(的)?(答案|选项)|激进一(点|些)|保守一(点|些)/,
  /大多数人|大家都|别人都|一般人?都(选|填)/,
  /等级(会|就|能)?(更高|更低|升|降)/,
];

/** 「没有更好的答案」 says that nothing leads. */
const DENIED = /(没有|不存在)(所谓)?(对错|更好|标准|正确)[^，。；]*/g;

/** The leading words in a text, or null. */
export function leadingWords(text: string): string | null {
  const said = text.replace(DENIED, '');
  for (const pattern of LEADS) {
    const [words] = pattern.exec(said) ?? [];
    if (words !== undefined) return words;
  }
  return null;
}
