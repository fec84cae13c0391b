import { workerData } from 'node:worker_threads';
import type { FitTask } from './fit-aside.js';
import { guardModelAt } from './guard-model.js';
import { knowledgeVectors } from './knowledge-vectors.js';
import { learn } from './learned.js';

/** Fits what is not kept yet; what it leaves are the kept models. */

const task = workerData as FitTask;
if (task.of === 'knowledge') {
  knowledgeVectors(task.rows, task.folder);
} else {
  learn(task.folder, task.root);
  guardModelAt(task.root, task.folder);
}
