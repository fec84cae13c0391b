import type { Verdict } from '../advice/suitability/verdict.js';
import { foldFrom, normalize } from '../language/fold.js';
import type { Folded } from '../language/fold.js';
import type { Fact } from '../terms/fact.js';
import type { Product, Regime } from '../terms/product.js';
import type { KnowledgeKind } from '../terms/passage.js';
import type { LearnedModel } from './learned/model.js';
import type { RiskLevel, RiskTolerance } from '../terms/risk.js';

export type Speaker = 'bot' | 'advisor' | 'customer';

/** The product a sentence is about, as the guard contract names it. */
export interface SubjectProduct {
  readonly regime: Regime;
  readonly type: string;
  readonly riskLevel: RiskLevel | null;
}

/** A text that figures may come from; `[n]` points at the n-th. */
export interface Source {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly article?: string | null;
  readonly issuer?: string | null;
  readonly source?: string | null;
  readonly effective?: string | null;
  readonly expires?: string | null;
  /** Who wrote it, as far as that is known. */
  readonly kind?: KnowledgeKind;
}

/** Where names may come from, besides passages, facts and what was said. */
export interface NameGrounds {
  readonly known: readonly string[];
  /** Names of houses that are always taken for names; global. */
  readonly houses?: RegExp;
}

/** What must be known besides the words to judge them. */
export interface GuardContext {
  readonly speaker: Speaker;
  /** A machine's words for a person to say: what binds the machine is put in, what binds a person is held to. */
  readonly isDraft?: true;
  readonly product?: SubjectProduct;
  /** With neither `facts` nor `passages`, figures are not checked; a turn always gives both. */
  readonly facts?: readonly Fact[];
  readonly passages?: readonly Source[];
  /** The customer's own words: figures in them may be repeated. */
  readonly said?: readonly string[];
  /** With it, names of products, institutions, people and laws must come from somewhere. */
  readonly names?: NameGrounds;
  readonly allowedHosts: readonly string[];
  /** Products that were looked up: one that is named without its card gets its grade. */
  readonly products?: readonly Product[];
  /** Trained on own lines by composition; without it the rules judge alone. */
  readonly learned?: LearnedModel;
  /** What the suitability gate says of `product` to this customer; it goes before `customer`. */
  readonly suitability?: Pick<Verdict, 'verdict'>;
  readonly customer?: {
    readonly tolerance?: RiskTolerance | null;
    readonly lowestCategory?: boolean;
  };
}

/** A stretch between clause signs. `end` stands at the closing sign. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** The sign that closes it, '' at the end of the text. */
  readonly close: string;
  /** Index of the sentence it belongs to. */
  readonly sentence: number;
}

/** One thing said (一句话), folded and cut up once, read by every rule. */
export interface Utterance {
  readonly context: GuardContext;
  readonly original: string;
  /** For words: splitters and disguises undone. Offsets of clauses and sentences refer to it. */
  readonly folded: Folded;
  /** For figures, identifiers and links: layout kept. */
  readonly plain: Folded;
  readonly clauses: readonly Clause[];
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
}

export function utteranceOf(original: string, context: GuardContext): Utterance {
  const plain = normalize(original);
  const folded = foldFrom(plain);
  const { clauses, sentences } = cut(folded.text);
  return { context, original, folded, plain, clauses, sentences };
}

const CLOSING = /[,。;:!?\n—…]|(?<=[a-z])\.(?=\s|$)/g;
const ENDS_SENTENCE = /[。!?\n.…]/;
const DIGIT = /\d/;

function cut(text: string) {
  const clauses: Clause[] = [];
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  let sentenceStart = 0;
  const close = (end: number, sign: string, last: boolean): void => {
    clauses.push({ start, end, close: sign, sentence: sentences.length });
    start = end + sign.length;
    if (!last && !ENDS_SENTENCE.test(sign)) return;
    sentences.push({ start: sentenceStart, end });
    sentenceStart = start;
  };
  for (const match of text.matchAll(CLOSING)) {
    if (isInsideFigure(text, match.index)) continue;
    close(match.index, match[0], false);
  }
  close(text.length, '', true);
  return { clauses, sentences };
}

/** The comma of 10,000 and the colon of 15:00 close nothing. */
const isInsideFigure = (text: string, at: number): boolean =>
  (text[at] === ',' || text[at] === ':') &&
  DIGIT.test(text[at - 1] ?? '') &&
  DIGIT.test(text[at + 1] ?? '');

/** Index of the clause that holds folded offset `at`; clauses are in order and cover the text. */
export function clauseAt(utterance: Utterance, at: number): number {
  let low = 0;
  let high = utterance.clauses.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (utterance.clauses[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
