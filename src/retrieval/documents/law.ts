import type { LocalDate } from '../../terms/time.js';
import { isLocalDate } from '../../terms/time.js';
import type { Section } from './document.js';
import { stemOf } from './document.js';

const NUMERAL = '[零〇一二三四五六七八九十百千]+';
/** `第二十四条` or `第一百二十条之一`, then a space: without it the words only mention an article. */
const ARTICLE = new RegExp(`^(第${NUMERAL}条(?:之${NUMERAL})?)[ \\u3000]+(.*)$`);
const DIVISION = new RegExp(`^(?:#{1,6}\\s*)?(第${NUMERAL}(编|章|节))[ \\u3000]+(\\S.{0,40})$`);
const LEVELS = { 编: 0, 章: 1, 节: 2 } as const;
const COUNTRY = /^中华人民共和国(?=.{2,}(?:法|条例|规定|办法)$)/;
const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日/;

/** What a law file says about itself. */
export interface LawFacts {
  readonly title: string;
  readonly issuer: string;
  readonly authority: 'law' | 'administrative_regulation' | 'department_rule';
  readonly effective: LocalDate | null;
  readonly source: string;
}

/** Three numbered articles at line starts make a text a law text. */
export const isLawText = (body: string): boolean =>
  lines(body).filter((line) => ARTICLE.test(line)).length >= 3;

/** One section an article, with the 编, 章 and 节 above it as context. */
export function articlesOf(body: string): Section[] {
  const divisions: (string | undefined)[] = [];
  const found: { article: string; context: string | null; text: string[] }[] = [];
  for (const line of lines(body)) {
    const division = DIVISION.exec(line);
    const article = ARTICLE.exec(line);
    if (division) openDivision(divisions, division);
    else if (article) {
      const context = divisions.filter(Boolean).join(' › ') || null;
      found.push({ article: article[1] ?? '', context, text: [article[2] ?? ''] });
    } else if (line && !line.startsWith('#')) found.at(-1)?.text.push(line);
  }
  return found.map(({ article, context, text }) => ({
    article,
    context,
    text: text.join('\n').trim(),
    evidence: null,
    asks: [],
  }));
}

function openDivision(divisions: (string | undefined)[], found: RegExpExecArray): void {
  const level = LEVELS[found[2] as keyof typeof LEVELS];
  divisions.length = level + 1;
  divisions[level] = `${found[1]} ${(found[3] ?? '').replace(/[ \u3000]/g, '')}`;
}

/** Title, issuer, rank and dates as the heading, the lines above the articles and the file name give them. */
export function lawFacts(path: string, body: string): LawFacts {
  const all = lines(body);
  const firstArticle = all.findIndex((line) => ARTICLE.test(line));
  const preamble = all.slice(0, firstArticle).join('\n');
  const named = /^(.*?)[(（](\d{4}-\d{2}-\d{2})[)）]$/.exec(stemOf(path));
  const heading = /^#\s+(.+)$/m.exec(preamble)?.[1]?.trim();
  const title = (heading ?? named?.[1] ?? stemOf(path)).replace(COUNTRY, '');
  const edition = named?.[2] && isLocalDate(named[2]) ? named[2] : null;
  return {
    title,
    ...issuerOf(title, preamble),
    effective: effectiveOf(all, preamble, edition),
    source: edition ? `${title}（${edition} 文本）` : title,
  };
}

const ISSUERS: readonly [RegExp, string][] = [
  [/全国人民代表大会常务委员会/, '全国人民代表大会常务委员会'],
  [/全国人民代表大会/, '全国人民代表大会'],
  [/国务院令|国务院第\d+次常务会议/, '国务院'],
  [/^\S+\s+(\S+?)(?:第\d+次|\d{4}年第\d+次|发布|公布)/m, ''],
];

function issuerOf(title: string, preamble: string): Pick<LawFacts, 'issuer' | 'authority'> {
  const isLaw = /(?<!办)法$/.test(title);
  const rule = ISSUERS.find(([pattern]) => pattern.test(preamble));
  const stated = rule && (rule[1] || rule[0].exec(preamble)?.[1]);
  const usual = isLaw ? '全国人民代表大会常务委员会' : title.endsWith('条例') ? '国务院' : '未注明';
  const issuer = stated ?? usual;
  if (isLaw) return { issuer, authority: 'law' };
  return {
    issuer,
    authority: issuer === '国务院' ? 'administrative_regulation' : 'department_rule',
  };
}

/**
 * The day the text says it takes effect (自…起施行), but never before this edition was adopted:
 * an amended law still states its first day, and the amended wording was not in force then.
 */
function effectiveOf(
  all: readonly string[],
  preamble: string,
  edition: LocalDate | null,
): LocalDate | null {
  const closing = all.filter((line) => /自.{1,20}起.{0,2}施行/.test(line)).at(-1) ?? '';
  const stated = dateIn(closing) ?? dateIn(/^.*日\s*施行\s*$/m.exec(preamble)?.[0] ?? '');
  if (!stated || !edition) return stated ?? (closing.includes('公布之日') ? edition : null);
  return stated > edition ? stated : edition;
}

function dateIn(text: string): LocalDate | null {
  const found = DATE.exec(text);
  if (!found) return null;
  const date = `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

const lines = (body: string): string[] =>
  body
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/^[ \t\u3000]+|[ \t\u3000]+$/g, ''));
