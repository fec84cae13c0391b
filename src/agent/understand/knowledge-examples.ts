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
  readonly passages: readonly { readonly document_id: string; readonly asks: string }[];
}

/**
 * The questions remembered with the handbook and the law, as further lines of the intents they sound
 * most like: all questions of one handbook entry, or of one article, go to one intent.
 */
export function knowledgeExamples(
  rows: AskedQuestions,
  catalogue: IntentCatalogue,
): readonly Example[] {
  const nearest = nearestAnswer(catalogue);
  return questionsTogether(rows).flatMap((questions) => {
    const label = nearest(questions);
    return label ? questions.map((text) => ({ label, text })) : [];
  });
}

function questionsTogether({
  documents,
  passages,
}: AskedQuestions): readonly (readonly string[])[] {
  const asksOf = (id: string) =>
    passages
      .filter(({ document_id }) => document_id === id)
      .map(({ asks }) => JSON.parse(asks) as string[]);
  return documents.flatMap(({ id, kind, title }) => {
    if (kind === 'faq') return [[title, ...asksOf(id).flat()]];
    return kind === 'regulation' ? asksOf(id).filter((asks) => asks.length > 0) : [];
  });
}

/** Weight of a pair of signs no line of an intent has. */
const UNSEEN = 0.1;

/**
 * Naive Bayes over pairs of neighbouring signs, among the intents that are answered from knowledge.
 * The router itself would be better at it, and would have to be trained twice.
 */
function nearestAnswer({
  intents,
  examples,
}: IntentCatalogue): (texts: readonly string[]) => string | null {
  const seen = new Map<string, Map<string, number>>();
  for (const { label, text } of examples) {
    if (intents.get(label)?.command !== 'answer') continue;
    const counts = seen.get(label) ?? new Map<string, number>();
    for (const pair of pairsOf(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    seen.set(label, counts);
  }
  const kinds = new Set([...seen.values()].flatMap((counts) => [...counts.keys()])).size;
  const models = [...seen].map(([label, counts]) => {
    const total = [...counts.values()].reduce((sum, count) => sum + count, UNSEEN * kinds);
    return { label, counts, total };
  });
  return (texts) => {
    const pairs = texts.flatMap(pairsOf);
    const scored = models.map(({ label, counts, total }) => ({
      label,
      score: pairs.reduce(
        (sum, pair) => sum + Math.log(((counts.get(pair) ?? 0) + UNSEEN) / total),
        0,
      ),
    }));
    return scored.sort((a, b) => b.score - a.score)[0]?.label ?? null;
  };
}

function pairsOf(text: string): readonly string[] {
  const signs = [...normalize(text).text.replace(/[\s，。！？、,.!?]/g, '')];
  return signs.slice(1).map((sign, at) => `${signs[at] as string}${sign}`);
}
