// What a customer waits for: every planning tool, called as a turn calls it, on the seeded house.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { OWN_CHANNEL } from '../../../dist/agent/tools/gate.js';
import { createToolbox } from '../../../dist/agent/tools/toolbox.js';
import { openPlanning } from '../../../dist/app/planning.js';
import { loadTradingCalendar } from '../../../dist/app/trading-calendar.js';
import { seedDemo } from '../../../dist/demo/seed.js';
import { openSqlite } from '../../../dist/store/sqlite.js';

/** Issue 4: p95 of a call, and of what a call may keep others waiting. */
export const TOOL_LIMIT_MS = 300;
export const LOOP_LIMIT_MS = 50;

const PRODUCTS = new URL('../../../knowledge/demonstration/products.jsonl', import.meta.url);
const TODAY = '2026-11-25';
const CUSTOMERS = ['C1002', 'C1003', 'C1004', 'C1005', 'C1008'];
const TOOLS = ['propose_allocation', 'match_products', 'project_goal', 'check_rebalance'];

/** No two alike, so that no answer is one that was kept; every third one is out of reach. */
const needs = (rounds) =>
  Array.from({ length: rounds }, (_, n) => {
    const amount = [5_000, 30_000, 120_000, 300_000][n % 4] + 100 * n;
    const months = [12, 36, 60, 120, 240, 360][n % 6];
    const target = Math.round(amount * (1 + (0.015 + 0.02 * (n % 3)) * (months / 12)));
    return {
      goal: 'education',
      currency: 'CNY',
      liquidity: 'dated',
      amount: { from: amount, to: amount },
      horizon: { from: months, to: months },
      target: { from: target, to: target },
      loss_limit: { percent: [5, 10, 20, 35][(n >> 1) % 4] },
    };
  });

/**
 * Milliseconds a call by tool, and of processor (a busy machine takes it away in the middle of a call), on a planner that was rehearsed as the service does at its start: `first` of the process, `calls` on needs never met before, `again` on the
 * need of the call before; and how long the event loop was kept, at most and in 99 of 100 samples.
 */
export async function timeTools(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'shuzhi-bench-tools-'));
  const store = await openSqlite(join(folder, 'tools.db'), randomUUID());
  const planning = openPlanning();
  try {
    await seedDemo(store, PRODUCTS, TODAY);
    const hours = { weekdays: [1], spans: [{ from: '09:00', to: '18:00' }] };
    const calendar = loadTradingCalendar();
    const toolbox = createToolbox(store, () => ({}), hours, calendar, OWN_CHANNEL, planning);
    const cold = performance.now();
    await planning.rehearse();
    return { rehearsedMs: performance.now() - cold, ...(await timeCalls(toolbox, rounds)) };
  } finally {
    await planning.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeCalls(toolbox, rounds) {
  const call = async (name, need, customer) => {
    const args = name === 'check_rebalance' ? {} : { need };
    const bound = {
      conversation: 'c',
      customer,
      now: Date.parse(`${TODAY}T02:00:00Z`),
      today: TODAY,
    };
    const cpu = process.cpuUsage();
    const started = performance.now();
    await toolbox.run({ name, args }, bound);
    const ms = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    return { ms, cpuMs: (user + system) / 1_000 };
  };
  const all = needs(TOOLS.length * rounds);
  const first = await call('propose_allocation', all[0], CUSTOMERS[0]);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const byTool = new Map(TOOLS.map((tool) => [tool, { calls: [], again: [] }]));
  for (const [n, need] of all.entries()) {
    const tool = TOOLS[n % TOOLS.length];
    const customer = CUSTOMERS[n % CUSTOMERS.length];
    const { calls, again } = byTool.get(tool);
    calls.push(await call(tool, need, customer));
    again.push(await call(tool, need, customer));
  }
  loop.disable();
  return { first, byTool, loopMs: { p99: loop.percentile(99) / 1e6, most: loop.max / 1e6 } };
}

export function quantile(calls, part, unit) {
  const sorted = calls.map((call) => call[unit]).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
