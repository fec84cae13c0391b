import { parentPort, workerData } from 'node:worker_threads';
import type { MixBasis } from '../advice/allocation/strategic/mix.js';
import { createPlanner } from '../advice/matching/planner.js';
import type { PlannerAnswer, PlannerRequest, Reckoned } from './planning.js';
import { rehearse, warmUp } from './planner-warm-up.js';
import { createSolver } from './solver.js';

/** One planner on a thread of its own, warm with what it has reckoned before. */
const solve = await createSolver();
const basis = workerData as MixBasis;
const planner = createPlanner(basis, solve);
warmUp(planner, basis);

function answerTo(request: PlannerRequest): PlannerAnswer {
  const { id } = request;
  try {
    return { id, value: reckon(request) };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function reckon(asked: PlannerRequest): Reckoned {
  switch (asked.what) {
    case 'rehearse':
      rehearse(solve);
      return null;
    case 'draft':
      return planner.draft(asked.task);
    case 'adjust':
      return planner.adjust(asked.task, asked.amounts);
    case 'resolve':
      return planner.resolve(asked.task, asked.amounts);
    case 'rebalance':
      return planner.rebalance(asked.task);
  }
}

parentPort?.on('message', (request: PlannerRequest) => parentPort?.postMessage(answerTo(request)));
