import { normalize } from '../../language/fold.js';
import type { Example } from '../models/embedded/classifier.js';
import type { IntentCatalogue } from './intents.js';

/** What is remembered with the knowledge base: `asks` is a JSON list of questions. */
export interface AskedQuestions {
  readonly documents: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
  }[];
  readonly passages: readonly {
    readonly document_id: string;
    readonly article: string | null;
    readonly asks: string;
  }[];
}

/**
 * The questions remembered with the handbook and the law, as further lines of the intents they sound
 * most like: all questions of one handbook entry, or of one article, go to one intent. A question that
 * sounds like a wish to have it done (「把我的信息删掉」) teaches nothing: knowledge answers it when
 * asked, and the wish begins a matter.
 */
export function knowledgeExamples(
  rows: AskedQuestions,
  catalogue: IntentCatalogue,
): readonly Example[] {
  const { intents } = catalogue;
  const isWish = (label: string) => intents.get(label)?.command === 'start_flow';
  const ranked = rankingOf(catalogue);
  return questionsTogether(rows).flatMap((questions) => {
    const label = ranked(questions).find((one) => !isWish(one));
    const plain = questions.filter((text) => !isWish(ranked([text])[0] ?? ''));
    return label ? plain.map((text) => ({ label, text })) : [];
  });
}

function questionsTogether({
  documents,
  passages,
}: AskedQuestions): readonly (readonly string[])[] {
  const asksOf = (id: string, isWanted: (article: string | null) => boolean) =>
    passages
      .filter(({ document_id, article }) => document_id === id && isWanted(article))
      .map(({ asks }) => JSON.parse(asks) as string[]);
  return documents.flatMap(({ id, kind, title }) => {
    // Questions of a part are bare (「要多久」): they sound like every intent there is.
    if (kind === 'faq') return [[title, ...asksOf(id, (part) => part === null).flat()]];
    return kind === 'regulation' ? asksOf(id, () => true).filter((asks) => asks.length > 0) : [];
  });
}

/** Weight of a pair of signs no line of an intent has. */
const UNSEEN = 0.1;

/**
 * Naive Bayes over pairs of neighbouring signs, among the intents that are answered from knowledge and
 * those that begin a matter, likeliest first; none for words no line of theirs has. The router itself
 * would be better at it, and would have to be trained twice.
 */
function rankingOf({
  intents,
  examples,
}: IntentCatalogue): (texts: readonly string[]) => readonly string[] {
  const seen = new Map<string, Map<string, number>>();
  for (const { label, text } of examples) {
    if (!/^(answer|start_flow)$/.test(intents.get(label)?.command ?? '')) continue;
    const counts = seen.get(label) ?? new Map<string, number>();
    for (const pair of pairsOf(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    seen.set(label, counts);
  }
  const known = new Set([...seen.values()].flatMap((counts) => [...counts.keys()]));
  const models = [...seen].map(([label, counts]) => {
    const total = [...counts.values()].reduce((sum, count) => sum + count, UNSEEN * known.size);
    return { label, counts, total };
  });
  return (texts) => {
    const pairs = texts.flatMap(pairsOf);
    if (!pairs.some((pair) => known.has(pair))) return [];
    const scored = models.map(({ label, counts, total }) => ({
      label,
      score: pairs.reduce(
        (sum, pair) => sum + Math.log(((counts.get(pair) ?? 0) + UNSEEN) / total),
        0,
      ),
    }));
    return scored.sort((a, b) => b.score - a.score).map(({ label }) => label);
  };
}

function pairsOf(text: string): readonly string[] {
  const signs = [...normalize(text).text.replace(/[\s，。！？、,.!?]/g, '')];
  return signs.slice(1).map((sign, at) => `${signs[at] as string}${sign}`);
}
