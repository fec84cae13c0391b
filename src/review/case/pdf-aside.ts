import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AiLabel, TranscriptRow } from './transcript.js';

export interface PdfTask {
  readonly rows: readonly TranscriptRow[];
  readonly label: AiLabel;
}

/** On a thread of its own: a font takes a third of a second to open, and customers are being served. */
export async function pdfAside(rows: readonly TranscriptRow[], label: AiLabel): Promise<Buffer> {
  const task: PdfTask = { rows, label };
  const worker = new Worker(new URL('./pdf-thread.js', import.meta.url), { workerData: task });
  const [pdf] = (await once(worker, 'message')) as [Uint8Array];
  return Buffer.from(pdf);
}
