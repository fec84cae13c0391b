import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { KnowledgeRows } from '../retrieval/queries.js';

/** What is to be learned; `folder`: where the models are left for whoever opens them afterwards. */
export type FitTask = { readonly folder: string } & (
  | { readonly of: 'knowledge'; readonly rows: KnowledgeRows }
  /** `root`: where the files of a release lie. */
  | { readonly of: 'release'; readonly root: string }
);

/** Fitting takes seconds to a minute of a processor, which whoever is being served does not wait for. */
export async function fitAside(task: FitTask): Promise<void> {
  const worker = new Worker(new URL('./fitting-thread.js', import.meta.url), { workerData: task });
  await once(worker, 'exit');
}
