import type { Product } from '../../terms/product.js';
import type { Classifier, Ranked } from '../models/embedded/classifier.js';
import { destinationsOf } from './destinations.js';
import type { Intent, IntentCatalogue } from './intents.js';
import type { ProductNames } from './product-names.js';

/** What one sentence is read with: the trained router, the shelf's names, and the evidence there is. */
export interface Router {
  readonly catalogue: IntentCatalogue;
  readonly classifier: Classifier;
  readonly names: ProductNames;
  /** Product names by code. */
  readonly labels: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, Product>;
  /** What general knowledge holds for a question: how well (0…1), and in which document. */
  readonly lookUp: (query: string, today: string) => Evidence;
  /** Handbook entries that lie near these words, nearest first. */
  readonly nearby: (query: string, today: string) => readonly NearEntry[];
  /** How much of what words weigh an entry speaks of, 0…1. */
  readonly covers: (document: string, words: string) => number;
  /** How like a question is to what is asked further of a handbook entry, 0…1. */
  readonly further: (entry: string, query: string, today: string) => number;
  /** Whether a question asks for a part of a handbook entry rather than for the entry. */
  readonly asksForPart: (entry: string, query: string, today: string) => boolean;
  /** How well one product's card answers a question, 0…1. */
  readonly cardSupport: (product: Product, query: string, today: string) => number;
  readonly supportThreshold: number;
  /** Names of other houses and their best-known products. */
  readonly otherHouses: RegExp;
}

export interface NearEntry {
  readonly document: string;
  /** The question it answers. */
  readonly title: string;
  readonly text: string;
  /** Its score, from the best of all that was found. */
  readonly behind: number;
}

export interface Evidence {
  readonly support: number;
  /** How like the words are to a question the document is remembered for, 0…1. */
  readonly similarity: number;
  readonly document: string | null;
  readonly title: string;
}

/** Below these the model abstains and the evidence decides. Read off the held-out set. */
const SURE = 0.5;
const EMERGENCY = 0.6;

/** The likeliest intent of the likeliest destination, if that is sure enough; else null. */
export function confidentIntent({ catalogue }: Router, ranked: readonly Ranked[]): Intent | null {
  const [top] = destinationsOf(catalogue, ranked);
  if (!top) return null;
  return top.probability >= (top.intent.command === 'emergency' ? EMERGENCY : SURE)
    ? top.intent
    : null;
}
