import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../agent/models/embedded/classifier.js';
import type { Senses } from '../agent/models/embedded/senses.js';
import { joinTwins } from '../agent/understand/folds.js';
import type { IntentCatalogue } from '../agent/understand/intents.js';
import { knowledgeExamples } from '../agent/understand/knowledge-examples.js';
import { loadSenses } from '../agent/understand/word-senses.js';
import { readDocument } from '../retrieval/documents/read.js';
import { SHIPPED_ROOT } from './release-files.js';

/** What a router learns from. */
export interface Lessons {
  /** Texts that decide what the examples are, without making them. */
  readonly sources: readonly string[];
  /** Made only to be learned: finding near twins among so many lines takes seconds. */
  readonly examples: () => readonly Example[];
  /** What the words of the examples stand for. */
  readonly senses?: Senses;
}

/** Whose questions are routed like the handbook's own lines. */
const ASKED = ['regulations', 'faq'];

/**
 * The intents, and the questions of the knowledge files that ship, whether or not a house has taken
 * them in. What a house ingests later is found by search and routed by these lines alone: learning it
 * takes too long for a start, and is for a job that learns beside the running service.
 */
export function shippedLessons(catalogue: IntentCatalogue, root = SHIPPED_ROOT): Lessons {
  const files = ASKED.flatMap((folder) => filesOf(join(root, 'knowledge', folder)));
  const senses = loadSenses(join(root, 'knowledge', 'words'));
  return {
    senses,
    sources: [
      catalogue.version,
      ...[...senses].map(([word, names]) => `${word} ${names.join(' ')}`),
      ...files.map(({ bytes }) => bytes.toString('utf8')),
    ],
    examples() {
      const read = files.map(({ path, bytes }) => readDocument(path, bytes));
      const rows = {
        documents: read.map(({ document }) => document),
        passages: read.flatMap(({ passages }) => passages),
      };
      return [...joinTwins(catalogue.examples), ...knowledgeExamples(rows, catalogue)];
    },
  };
}

const filesOf = (folder: string): readonly { path: string; bytes: Buffer }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
