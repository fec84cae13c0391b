import { parentPort, workerData } from 'node:worker_threads';
import type { MixBasis } from '../advice/allocation/strategic/mix.js';
import { createPlanner } from '../advice/matching/planner.js';
import type { PlannerAnswer, PlannerRequest } from './planning.js';
import { warmUp } from './planner-warm-up.js';
import { createSolver } from './solver.js';

/** One planner on a thread of its own, warm with what it has reckoned before. */
const planner = createPlanner(workerData as MixBasis, await createSolver());
warmUp(planner);

function answerTo({ id, what, task }: PlannerRequest): PlannerAnswer {
  try {
    return { id, value: what === 'draft' ? planner.draft(task) : planner.rebalance(task) };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (request: PlannerRequest) => parentPort?.postMessage(answerTo(request)));
