import { parentPort, workerData } from 'node:worker_threads';
import { transcriptPdf } from './transcript-pdf.js';
import type { PdfTask } from './pdf-aside.js';

/** Sets the pages of one transcript. */
const { rows, label } = workerData as PdfTask;
parentPort!.postMessage(await transcriptPdf(rows, label));
