import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Example } from '../agent/models/embedded/classifier.js';
import { joinTwins } from '../agent/understand/folds.js';
import type { IntentCatalogue } from '../agent/understand/intents.js';
import { knowledgeExamples } from '../agent/understand/knowledge-examples.js';
import { readDocument } from '../retrieval/documents/read.js';

/** What a router learns from. */
export interface Lessons {
  /** Texts that decide what the examples are, without making them. */
  readonly sources: readonly string[];
  /** Made only to be learned: finding near twins among so many lines takes seconds. */
  readonly examples: () => readonly Example[];
}

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));
/** Whose questions are routed like the handbook's own lines. */
const ASKED = ['regulations', 'faq'];

/**
 * The intents, and the questions of the knowledge files that ship, whether or not a house has taken
 * them in. What a house ingests later is found by search and routed by these lines alone: learning it
 * takes too long for a start, and is for a job that learns beside the running service.
 */
export function shippedLessons(catalogue: IntentCatalogue): Lessons {
  const files = ASKED.flatMap((folder) => filesOf(join(KNOWLEDGE, folder)));
  return {
    sources: [catalogue.version, ...files.map(({ bytes }) => bytes.toString('utf8'))],
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
