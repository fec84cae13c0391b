import { Worker } from 'node:worker_threads';
import type { RebalancePlan } from '../advice/allocation/rebalance/rebalance.js';
import type { MixBasis } from '../advice/allocation/strategic/mix.js';
import type { Adjusted } from '../advice/matching/adjust-plan.js';
import type { DraftedPlan, PlanTask } from '../advice/matching/draft-plan.js';
import type { HouseThresholds } from '../advice/suitability/house-thresholds.js';
import { DEFAULT_THRESHOLDS } from '../advice/suitability/house-thresholds.js';
import type { DriftTask } from '../advice/matching/planner.js';
import type { Planning } from '../agent/tools/planning.js';
import { loadMarket } from './market.js';

type Asked =
  | { readonly what: 'draft'; readonly task: PlanTask }
  | {
      readonly what: 'adjust' | 'resolve';
      readonly task: PlanTask;
      readonly amounts: ReadonlyMap<string, number>;
    }
  | { readonly what: 'rebalance'; readonly task: DriftTask }
  | { readonly what: 'rehearse' };

export type PlannerRequest = Asked & { readonly id: number };

/** Null: it was a rehearsal. */
export type Reckoned = DraftedPlan | Adjusted | RebalancePlan | null;

export type PlannerAnswer =
  | { readonly id: number; readonly value: Reckoned }
  | { readonly id: number; readonly failure: string };

/** Planning on a thread that starts when it is first wanted, and has to be closed. */
export interface PlanningThread extends Planning {
  /** Reckons every later plan on the market figures of this folder; throws where they may not be used. */
  renew(folder: string): void;
  /** Starts the thread now, so that the first plan need not wait for it. */
  prepare(): void;
  /** Has the thread at its speed before anybody asks; a process that ends soon has no use for it. */
  rehearse(): Promise<void>;
  close(): Promise<void>;
}

/** A plan could not be reckoned: an error in it, or the thread came to an end. */
export class PlanningFailed extends Error {
  override readonly name = 'PlanningFailed';
}

/**
 * Market, assumptions and policy; a figure that is not approved stops the start. Plans are reckoned on a
 * thread beside this one, in the order they were asked for; one that dies is started again for the
 * next plan.
 */
export function openPlanning(
  house: HouseThresholds = DEFAULT_THRESHOLDS,
  folder?: string,
): PlanningThread {
  const read = (market?: string): MixBasis => {
    const { series, history, outlook, policy } = loadMarket(house, market);
    return { series, history, outlook, policy };
  };
  let basis = read(folder);
  let running: PlannerThread | null = null;
  const thread = (): PlannerThread => {
    if (!running?.isAlive()) running = startPlanner(basis);
    return running;
  };
  return {
    draft: (task) => thread().ask({ what: 'draft', task }) as Promise<DraftedPlan>,
    adjust: (task, amounts) => thread().ask({ what: 'adjust', task, amounts }) as Promise<Adjusted>,
    resolve: (task, amounts) =>
      thread().ask({ what: 'resolve', task, amounts }) as Promise<Adjusted>,
    rebalance: (task) => thread().ask({ what: 'rebalance', task }) as Promise<RebalancePlan>,
    renew(market) {
      basis = read(market);
      // Whoever waits for a plan gets it from the old thread, which ends when it is idle.
      running?.retire();
      running = null;
    },
    prepare: () => void thread(),
    rehearse: async () => {
      await thread().ask({ what: 'rehearse' });
    },
    close: async () => {
      await running?.stop();
    },
  };
}

interface PlannerThread {
  readonly isAlive: () => boolean;
  readonly stop: () => Promise<unknown>;
  /** Ends once nobody waits for it. */
  readonly retire: () => void;
  readonly ask: (asked: Asked) => Promise<Reckoned>;
}

interface Waiter {
  resolve(value: Reckoned): void;
  reject(error: PlanningFailed): void;
}

function startPlanner(basis: MixBasis): PlannerThread {
  const worker = new Worker(new URL('./planner-thread.js', import.meta.url), { workerData: basis });
  // It keeps the process alive only while somebody waits for a plan.
  worker.unref();
  const waiters = new Map<number, Waiter>();
  let lastId = 0;
  let alive = true;
  let retired = false;
  worker.on('message', (answer: PlannerAnswer) => {
    const waiter = waiters.get(answer.id);
    waiters.delete(answer.id);
    if (waiters.size === 0) worker.unref();
    if (waiters.size === 0 && retired) void worker.terminate();
    if ('value' in answer) waiter?.resolve(answer.value);
    else waiter?.reject(new PlanningFailed('the plan failed', { cause: answer.failure }));
  });
  const die = (cause: unknown): void => {
    alive = false;
    for (const waiter of waiters.values()) {
      waiter.reject(new PlanningFailed('the planner stopped', { cause }));
    }
    waiters.clear();
  };
  worker.on('error', die);
  worker.on('exit', die);
  return {
    isAlive: () => alive,
    stop: () => worker.terminate(),
    retire() {
      retired = true;
      if (waiters.size === 0) void worker.terminate();
    },
    ask: (asked) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        worker.postMessage({ ...asked, id } satisfies PlannerRequest);
        waiters.set(id, { resolve, reject });
        worker.ref();
      }),
  };
}
