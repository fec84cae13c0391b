import { inspect } from '../../compliance/guard.js';
import { isPair, tokens } from '../../language/tokens.js';
import type { ToolResult } from '../../conversation/agent.js';
import type { Passage } from '../../terms/passage.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { paragraph } from './paragraph.js';

/** What is read aloud from an article; the rest is one tap away in the citation. */
const EXTRACT = 140;

/** A knowledge answer in the words of its best passage, cited. */
export function answerParagraph(
  wordings: Wordings,
  query: string,
  { passages, point = 0, near = [] }: Pick<ToolResult, 'passages' | 'point' | 'near'>,
  seed: number,
  said: Said = { before: [], words: query },
): Paragraph {
  const cited = plainFirst(passages);
  const [best] = cited as [Passage, ...Passage[]];
  const id = templateFor(best);
  const wording = wordings.get(id);
  const values = {
    text: best.kind === 'faq' ? entryText(best.text, point, said) : extract(best.text, query),
    title: best.title,
    article: articleOf(best),
  };
  const marks = cited.length > 1 ? ' [2]' : '';
  const text = wording.render(pick(values, id), seed) + marks;
  return paragraph(text, {
    passages: cited,
    suggestions: near.filter(mayBeOffered).map((title) => ({ label: title, say: title })),
    wording: [{ id, hash: wording.hash }],
  });
}

/** A button stands alone: 「保本吗？」 on it would be read without its answer, and a figure without its source. */
const mayBeOffered = (title: string): boolean =>
  inspect(title, { speaker: 'bot', facts: [], passages: [], allowedHosts: [] }).length === 0;

/** What we said earlier in this conversation, and the customer's own words now. */
export interface Said {
  readonly before: readonly string[];
  readonly words: string;
}

/** 「会。」 is for whoever asked whether: 「为什么也会跌」 gets what comes after it. */
const BARE_ANSWER = /^(会|不会|能|不能|可以|不可以)。(?=.)/;
const ASKS_WHETHER =
  /[吗嘛]|(?<![怎什这那多])么|([一-鿿])[不没]\1|有没有|是否|可否|[会能行]不$|不[会能行]$/;

const withoutBare = (text: string): string => text.replace(BARE_ANSWER, '');

/** What was asked comes first, wherever in the entry it stands; 「比如」 opens no answer. */
function fromPoint(entry: string, point: number, words: string): string {
  if (point === 0) return ASKS_WHETHER.test(words) ? entry.trim() : withoutBare(entry.trim());
  const asked = entry.slice(point).replace(/^比如[，：]?/, '');
  return `${asked.trim()}\n\n${withoutBare(entry.slice(0, point).trim())}`;
}

/** An entry in full the first time; asked about again, the sentences that answer what is asked now. */
function entryText(entry: string, point: number, { before, words }: Said): string {
  const text = fromPoint(entry, point, words);
  const sentences = text.match(/[^。\n]+。?/g) ?? [text];
  const [first = text] = sentences;
  if (!before.some((one) => one.includes(first))) return text;
  const wanted = new Set(tokens(words).filter(isPair));
  const shared = (sentence: string) => tokens(sentence).filter((token) => wanted.has(token)).length;
  const best = Math.max(...sentences.map(shared));
  if (best === 0) return text;
  return sentences.filter((one) => shared(one) >= Math.max(1, best - 1)).join('');
}

/** Where the law's own text and our digest of the same article were both found, the digest speaks. */
function plainFirst(passages: readonly Passage[]): readonly Passage[] {
  const [best] = passages;
  if (!best || (best.kind !== 'law' && best.kind !== 'regulation')) return passages.slice(0, 1);
  const twin = passages.find(
    (other) =>
      other.kind !== best.kind &&
      other.title === best.title &&
      articleOf(other) === articleOf(best),
  );
  if (!twin) return [best];
  return best.kind === 'regulation' ? [best, twin] : [twin, best];
}

/** Only facts read in the text name their article (regulation.md: M and W are the house's own). */
function templateFor({ kind, article, evidence }: Passage): string {
  const named = article !== null && evidence !== 'M' && evidence !== 'W';
  if (kind === 'law' && named) return 'answer_law';
  if (kind === 'regulation' && named) return 'answer_regulation';
  return kind === 'product' ? 'product_passage' : 'answer_faq';
}

/** 「第二十四条 自动化决策」 is cited as 第二十四条. */
const articleOf = ({ article }: Passage): string =>
  /^第\S+?条/.exec(article ?? '')?.[0] ?? article ?? '';

const pick = (values: { text: string; title: string; article: string }, id: string) =>
  id === 'answer_law' || id === 'answer_regulation' ? values : { text: values.text };

/** The sentences of a long passage that share most with the question, in their order, verbatim. */
export function extract(text: string, query: string): string {
  const flat = text.replace(/\n+/g, '\n').trim();
  if ([...flat].length <= EXTRACT) return flat;
  const sentences = flat.match(/[^。；\n]+[。；\n]?/g) ?? [flat];
  const wanted = new Set(tokens(query));
  const scored = sentences.map((sentence, at) => ({
    sentence: sentence.trim(),
    at,
    score:
      tokens(sentence).filter((token) => wanted.has(token)).length / Math.sqrt(sentence.length),
  }));
  const chosen: typeof scored = [];
  let length = 0;
  for (const candidate of [...scored].sort((a, b) => b.score - a.score)) {
    if (chosen.length > 0 && length + candidate.sentence.length > EXTRACT) continue;
    chosen.push(candidate);
    length += candidate.sentence.length;
    if (length > EXTRACT / 2) break;
  }
  return chosen
    .sort((a, b) => a.at - b.at)
    .map(({ sentence }) => sentence)
    .join('');
}
