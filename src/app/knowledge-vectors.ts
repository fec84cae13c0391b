import { fileURLToPath } from 'node:url';
import type { KnowledgeRows } from '../retrieval/queries.js';
import type { Vectors } from '../retrieval/vectors.js';
import { vectorsOf } from '../retrieval/vectors.js';
import { keptModel, modelFile } from './kept-model.js';

/** What rows are read and fitted with. */
const PROGRAMS = [
  '../retrieval/everyday-words.js',
  '../retrieval/lexicon.js',
  '../retrieval/lsa.js',
  '../retrieval/matrix.js',
  '../retrieval/passages.js',
  '../retrieval/tf-idf.js',
  '../retrieval/vectors.js',
  '../retrieval/words.js',
  '../language',
].map((program) => fileURLToPath(new URL(program, import.meta.url)));

/** The vectors of these rows, kept in `folder` once they were fitted; what ships comes fitted. */
export const knowledgeVectors = (rows: KnowledgeRows, folder: string): Vectors =>
  vectorsOf(rows, (fitted, fit) => keptModel(vectorsFile(fitted), folder, fit));

/** Named by content and order, because vectors know passages by position and databases sort apart. */
export const vectorsFile = ({ documents, passages }: KnowledgeRows): string =>
  modelFile({
    name: 'vectors',
    programs: PROGRAMS,
    lines: [...documents.map(({ id, hash }) => `${id} ${hash}`), ...passages.map(({ id }) => id)],
  });
