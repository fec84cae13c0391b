import type { Passage } from '../../terms/passage.js';

/**
 * 「规则见《…》第…条 [1]」: the articles, each with its mark, as a line of its own; empty: there is none to
 * name. `before`: how many passages of the paragraph stand ahead of them.
 */
export function lawOf(sources: readonly Passage[], before = 0): string {
  if (sources.length === 0) return '';
  const named = sources.map(({ title, article }, at) => {
    const isSame = title === sources[at - 1]?.title;
    return `${isSame ? '' : `《${title}》`}${article?.split(' ')[0] ?? ''} [${at + before + 1}]`;
  });
  return `\n\n规则见${named.join('、')}。`;
}
