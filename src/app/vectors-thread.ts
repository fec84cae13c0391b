import { workerData } from 'node:worker_threads';
import type { KnowledgeRows } from '../retrieval/queries.js';
import { knowledgeVectors } from './knowledge-vectors.js';

/** Fits the vectors of knowledge that has changed; what it leaves is the kept model. */
export interface FitTask {
  readonly rows: KnowledgeRows;
  readonly folder: string;
}

const { rows, folder } = workerData as FitTask;
knowledgeVectors(rows, folder);
