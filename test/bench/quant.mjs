/**
 * The figures of allocation: peer cases (HRP's measures among them) and their variants, what a customer
 * waits for, and times beside cvxopt, scipy and portfolio-allocation; of assignment: times and proofs over scores of several
 * kinds; of goals: probabilities and times beside numpy.
 *
 *   npm run bench:quant [-- path/to/examples.json]      (or QUANT_EXAMPLES)
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSolver } from '../../dist/app/solver.js';
import { table } from './figures.mjs';
import { timeAssignments } from './quant/assignments.mjs';
import { runCases } from './quant/cases.mjs';
import { LOOP_LIMIT_MS, quantile, timeTools, TOOL_LIMIT_MS } from './quant/tools.mjs';
import { runVariants } from './quant/variants.mjs';
import { timeTail } from './quant/tail.mjs';
import { compareLots, timeCustomers, timeRiskParity, timeUtility } from './quant/times.mjs';

const say = (text) => process.stdout.write(`${text}\n`);
const tiny = (value) => value.toExponential(1);
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

const examples =
  process.argv[2] ??
  process.env.QUANT_EXAMPLES ??
  fileURLToPath(new URL('../../../shared/data/quant/examples.json', import.meta.url));

if (existsSync(examples)) {
  tellCases(await runCases(examples));
  tellVariants(await runVariants(examples));
} else say(`peer cases left out: no ${examples}`);
await tellTools();
await tellTimes();
tellAssignments();
await import('./goals.mjs');

function tellCases(results) {
  const inside = results.filter(({ isInside }) => isInside);
  for (const { id, why } of results.filter(({ isInside }) => !isInside)) say(`  ${id}: ${why}`);
  say(`peer cases inside tolerance: ${inside.length}/${results.length}`);
  const worst = (of) => inside.reduce((a, b) => (of(b) > of(a) ? b : a));
  const gap = worst((one) => one.gap / one.bound);
  const violation = worst((one) => one.violation);
  const distance = worst((one) => one.distance);
  say(`  worst gap ${tiny(gap.gap)} (${gap.id})`);
  say(`  worst violation ${tiny(violation.violation)} (${violation.id})`);
  say(`  furthest from the reference weights ${tiny(distance.distance)} (${distance.id})`);
}

function tellVariants(kinds) {
  say('variants of the cases, certified and answered as they were:');
  for (const { kind, count, wrong } of kinds) {
    say(`  ${kind}: ${count - wrong.length}/${count}`);
    for (const { id, why } of wrong) say(`    ${id}: ${why}`);
  }
}

async function tellTimes() {
  const solver = await createSolver();
  const utility = [
    [20, 40, ''],
    [200, 20, '≤ 1.0'],
    [500, 15, '≤ 0.3'],
  ].map(([n, rounds, target]) => ({ ...timeUtility(n, solver, rounds), target }));
  if (utility.some(({ peer }) => !peer)) say('cvxopt left out: no Python that has it');
  const rows = utility.map(({ n, ms: ours, peer, target, objective, certificate }) => [
    `utility, n = ${n}`,
    ms(ours),
    peer ? ms(peer.ms) : '-',
    peer ? (ours / peer.ms).toFixed(2) : '-',
    target,
    `gap ${tiny(certificate.gap)}${peer ? `, beside the peer ${tiny(objective - peer.objective)}` : ''}`,
  ]);
  const tails = [
    [1_000, 20, 5, true, '≤ 1.5'],
    [10_000, 50, 1, false, '≤ 2 s'],
  ].map(([periods, n, rounds, isPeerAsked, target]) => ({
    name: `least CVaR, ${periods} × ${n}`,
    ...timeTail(periods, n, solver, { rounds, isPeerAsked }),
    target,
  }));
  const parity = timeRiskParity(500, solver, 20);
  const lots = compareLots(500, solver);
  const batch = await timeCustomers(10_000, 2);
  say(
    table(
      ['', 'ours', 'peer', 'ratio', 'target', ''],
      [
        ...rows,
        ...tails.map(tailRow),
        [
          'risk parity, n = 500',
          ms(parity.ms),
          ms(parity.peer.ms),
          (parity.ms / parity.peer.ms).toFixed(2),
          '≤ 8 ms, ≤ 0.25',
          `error ${tiny(parity.error)}, the peer's ${tiny(parity.peer.error)}`,
        ],
        [
          `${batch.customers} customers × 20`,
          `${batch.seconds.toFixed(2)} s`,
          '-',
          '-',
          '≤ 3 s',
          `${batch.workers} workers, worst gap ${tiny(batch.worst)}`,
        ],
        [
          `lots, ${lots.carts} carts`,
          `${ms(lots.ms)} each`,
          '-',
          '-',
          '0 further',
          `${lots.nearer} nearer than greedy, ${lots.further} further, ${lots.overspent} overspent`,
        ],
      ],
    ),
  );
}

function tailRow({ name, ms: ours, peer, certificate, risk, target }) {
  return [
    name,
    ms(ours),
    peer ? ms(peer.ms) : '-',
    peer ? (ours / peer.ms).toFixed(2) : '-',
    target,
    `gap ${tiny(certificate.gap)}${peer ? `, beside the peer ${tiny(risk - peer.objective)}` : ''}`,
  ];
}

async function tellTools() {
  const { rehearsedMs, first, byTool, loopMs } = await timeTools(25);
  const rows = [...byTool].map(([tool, { calls, again }]) => [
    tool,
    ...[0.5, 0.95, 1].map((part) => ms(quantile(calls, part, 'ms'))),
    `≤ ${TOOL_LIMIT_MS} ms`,
    ms(quantile(calls, 0.95, 'cpuMs')),
    ms(quantile(again, 0.5, 'ms')),
  ]);
  say('\nplanning tools on the seeded house, each need met for the first time');
  say(table(['', 'p50', 'p95', 'most', 'target', 'CPU p95', 'asked again'], rows));
  say(
    `  planner rehearsed in ${ms(rehearsedMs)}; the first call after it: ${ms(first.ms)}, of it CPU ${ms(first.cpuMs)}`,
  );
  say(`  event loop kept: ${ms(loopMs.p99)} p99, ${ms(loopMs.most)} most (≤ ${LOOP_LIMIT_MS} ms)`);
}

function tellAssignments() {
  const rows = timeAssignments(3).map(({ kind, places, ms: ours, value, gap }) => [
    `10,000 × 500 × ${places}, ${kind}`,
    ms(ours),
    '≤ 400 ms',
    tiny(gap),
    value.toFixed(6).replace(/\.?0+$/, ''),
  ]);
  say(table(['', 'ours', 'target', 'gap', 'value'], rows));
}
