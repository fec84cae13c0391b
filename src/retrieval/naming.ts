import { fold } from '../language/tokens.js';
import type { Passage } from '../terms/passage.js';

const ARTICLE = /第[零〇一二三四五六七八九十百千]+条/;
/** 「证券法 135 条」 「个保法二十四条」: without 第, or in digits, right after a law's name. */
const LOOSE_ARTICLE =
  /(?:(?<=(?:法|条例|办法|规定)[》的里\s]*)第?|第)\s*([零〇一二三四五六七八九十百千]+|\d{1,3})\s*条/;
const LAW_NAME = /[一-鿿]{2,}(?:法|条例|办法|规定)(?=[里的》」，。 ]*$)/;
const MEANING =
  /^(?:请问|问下)?(?:什么是|什么叫|啥是|啥叫)(.+?)[呢啊呀]?$|^(.+?)(?:是(?:指|个)?什么|是(?:指|个)?啥|指什么|什么(?:东西|意思)|啥(?:东西|玩意|意思)|的含义|的意思|怎么理解)/;
const PARTICLES = /(?:(?:到底|究竟|这个词?)?[的是]|到底|究竟|这个词?)$/;
/** 「基金定投」 is 定投: the trade it belongs to is no part of a term. */
const TRADE = /^(?:基金|理财|股票|银行|保险|证券)(?:里|上|中)?(?:的|说的|常说的)?/;

/** What a query names outright (指名): an article, or the term it wants explained. */
export interface Naming {
  readonly article: string | null;
  /** Law name right before the article, if any. */
  readonly law: string | null;
  readonly term: string | null;
}

export function namingOf(text: string): Naming {
  const article = LOOSE_ARTICLE.exec(text);
  const law = article && LAW_NAME.exec(text.slice(0, article.index));
  return {
    article: article && `第${inHan(article[1] as string)}条`,
    law: law?.[0] ?? null,
    term: explainedTerm(text),
  };
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1…999 as statutes number their articles: 24 → 二十四, 102 → 一百零二. */
function inHan(written: string): string {
  if (!/^\d+$/.test(written)) return written;
  const [hundreds = 0, tens = 0, ones = 0] = [...written.padStart(3, '0')].map(Number);
  const tenths =
    tens > 0
      ? `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十`
      : hundreds && ones
        ? '零'
        : '';
  return `${hundreds ? `${DIGITS[hundreds]}百` : ''}${tenths}${DIGITS[ones]}`;
}

/** The term a passage explains: a glossary entry its own name, others what their heading asks. */
export function termOf({ kind, title, article }: Passage): string | null {
  if (kind === 'note') return article && bare(article.replace(/（.*）$/, ''));
  if (kind === 'law') return null;
  return explainedTerm(article?.replace(ARTICLE, '') ?? title);
}

export function isNamed({ title, article }: Passage, term: string | null, naming: Naming): boolean {
  if (naming.term !== null && term !== null) {
    const asked = [naming.term, `${naming.term}基金`, naming.term.replace(TRADE, '')];
    if (asked.includes(term)) return true;
  }
  if (naming.article === null || !article?.startsWith(naming.article)) return false;
  return naming.law === null || naming.law.endsWith(title) || title.endsWith(naming.law);
}

function explainedTerm(text: string): string | null {
  const [, after, before] = MEANING.exec(bare(text)) ?? [];
  return (after ?? before)?.replace(PARTICLES, '') || null;
}

const bare = (text: string): string => fold(text).replace(/[\s？?。，,「」『』“”"]/g, '');
