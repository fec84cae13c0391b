import type { Regime } from '../../terms/product.js';
import { countNegations } from '../polarity.js';
import type { Utterance } from '../utterance.js';
import { clauseAt } from '../utterance.js';
import { conceptsIn } from './concepts.js';

/** Hash buckets of the model; a power of two. */
export const BUCKETS = 1 << 16;

/** A stretch of folded text that is judged at once. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const KIND: Readonly<Record<Regime, string>> = {
  DEPOSIT: 'deposit',
  GOV_BOND: 'deposit',
  NFRA_INSURANCE: 'insurance',
  NFRA_INVEST: 'invest',
  CSRC_FUND: 'invest',
};

/**
 * 特征: characters in ones to threes, those that a denial colours, concepts with their polarity, concepts that follow each other,
 * each also with speaker and kind of product. Sorted bucket numbers, each once.
 */
export function featuresOf(utterance: Utterance, { start, end }: Stretch): Uint32Array {
  const { folded, context, clauses } = utterance;
  const text = folded.text.slice(start, end);
  const found = new Set<number>();
  const add = (name: string): void => void found.add(hash(name));
  grams(text, add);
  denied(text, add);
  const { product, speaker } = context;
  const kind = product?.type === 'private' ? 'private' : product ? KIND[product.regime] : 'none';
  const mentions = conceptsIn(text).map(({ concept, start: at }) => {
    const clause = clauses[clauseAt(utterance, start + at)]!;
    const before = folded.text.slice(Math.max(start, clause.start), start + at);
    return { concept, at, tag: countNegations(before) % 2 === 1 ? `${concept}-` : concept };
  });
  mentions.forEach(({ concept, tag }, i) => {
    add(`c:${tag}`);
    add(`k:${kind}:${tag}`);
    add(`s:${speaker}:${tag}`);
    for (let j = i + 1; j < Math.min(mentions.length, i + 6); j += 1) {
      const next = mentions[j]!;
      if (next.concept !== concept) add(`p:${tag}>${next.tag}`);
    }
  });
  for (const clause of clauses) {
    if (clause.start >= end || clause.end <= start) continue;
    const words = folded.text.slice(clause.start, clause.end);
    if (clause.close === '?' || /[吗呢]$/.test(words)) add('m:question');
    if (clause.close === '!') add('m:exclaims');
    add(`n:${countNegations(words) % 3}`);
  }
  if (/[“「"]/.test(text)) add('m:quote');
  add(`k:${kind}`);
  add(`s:${speaker}`);
  return Uint32Array.from(found).sort();
}

function grams(text: string, add: (name: string) => void): void {
  const chars = text.replace(/\d+/g, '0');
  for (let at = 0; at < chars.length; at += 1) {
    add(`1${chars[at]!}`);
    if (at + 2 <= chars.length) add(`2${chars.slice(at, at + 2)}`);
    if (at + 3 <= chars.length) add(`3${chars.slice(at, at + 3)}`);
  }
}

const DENIES = /[不没无未非别勿莫]/;
/** How far a denial colours what follows it in its clause. */
const COLOURS = 11;

/** Characters under an odd number of denials: 会有人补 after 没 is another thing than by itself. */
function denied(text: string, add: (name: string) => void): void {
  for (const clause of text.split(/[,。;:!?\n]/)) {
    let isDenied = false;
    let last = 0;
    for (let at = 0; at < clause.length; at += 1) {
      if (DENIES.test(clause[at]!)) {
        isDenied = !isDenied;
        last = at;
      } else if (isDenied && at - last <= COLOURS) {
        add(`d${clause[at]!}`);
        add(`d${clause.slice(at, at + 2)}`);
      }
    }
  }
}

/** FNV-1a over UTF-16 units. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) {
    value = Math.imul(value ^ name.charCodeAt(i), 0x01000193);
  }
  return (value ^ (value >>> 15)) & (BUCKETS - 1);
}
