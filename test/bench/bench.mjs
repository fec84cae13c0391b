// `npm run bench [-- --short]`: our whole turn beside LangGraph createReactAgent, in one run, and
// where our time goes. It judges nothing: read the ratios, machines differ.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GUARD_LIMIT_MS } from './guard-times.mjs';
import { figure, median, spread, table } from './figures.mjs';
import { QUESTIONS } from './script.mjs';
import { timeStarts } from './start.mjs';
import { SUITABILITY_LIMIT_S, timeSuitability } from './suitability-times.mjs';

const short = process.argv.includes('--short');
const PLAN = short
  ? {
      rounds: 3,
      starts: 1,
      pieces: { rounds: 3, calls: 100 },
      guard: { warmUp: 500, calls: 1_000 },
    }
  : {
      rounds: 7,
      starts: 3,
      pieces: { rounds: 7, calls: 1_000 },
      guard: { warmUp: 1_000, calls: 5_000 },
    };
const TURNS = short ? 6 : 10;
const LEVELS = [
  { atOnce: 1, conversations: short ? 5 : 10, turns: TURNS },
  { atOnce: 50, conversations: short ? 50 : 100, turns: TURNS },
];
const LIMITS_S = { first: 20, seeded: 5 };

const print = (text) => process.stdout.write(text);

/** A side in a process of its own; `ask` resolves with what it measured. One question at a time. */
async function startSide(script, folder) {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    env: { PATH: process.env.PATH, DATA_DIR: folder },
  });
  let settle = () => undefined;
  child.on('message', (message) => settle(message));
  child.on('exit', () => settle({ failure: 'the process ended' }));
  const answered = () =>
    new Promise((resolve, reject) => {
      settle = ({ result, failure }) =>
        failure === undefined ? resolve(result) : reject(new Error(`${script}: ${failure}`));
    });
  await answered();
  return {
    ask(ask, given = {}) {
      child.send({ ask, given: { questions: QUESTIONS, ...given } });
      return answered();
    },
    kill: () => child.kill('SIGKILL'),
  };
}

/** Rounds of both sides in turn; who goes first alternates, the first round only warms up. */
async function compare(ours, peer, level) {
  const rounds = [];
  for (let round = 0; round <= PLAN.rounds; round += 1) {
    const sides = round % 2 ? [ours, peer] : [peer, ours];
    const timed = new Map();
    for (const side of sides) timed.set(side, await side.ask('talk', level));
    if (round > 0) rounds.push({ ours: timed.get(ours), peer: timed.get(peer) });
  }
  return rounds;
}

function printComparison({ atOnce }, rounds) {
  const each = (of) => rounds.map(of);
  const perSecond = ({ turns, wallMs }) => (turns * 1_000) / wallMs;
  const cpu = ({ turns, cpuMs }) => cpuMs / turns;
  const ratio = (of) => spread(each(({ ours, peer }) => of(ours) / of(peer)));
  const row = (name, of) => [
    name,
    spread(each(({ ours }) => of(ours))),
    spread(each(({ peer }) => of(peer))),
    ratio(of),
  ];
  print(`\n${atOnce} conversation${atOnce > 1 ? 's' : ''} at once\n`);
  print(
    table(
      ['', 'ours', 'LangGraph', 'ours / LangGraph'],
      [row('turns a second', perSecond), row('CPU ms a turn', cpu)],
    ),
  );
}

function printStages(byLevel) {
  const head = byLevel.flatMap(({ atOnce }) => [`ms, ${atOnce} at once`, 'of it commit']);
  const names = byLevel[0].rows.map(({ stage }) => stage);
  const rows = names.map((stage, at) => [
    stage,
    ...byLevel.flatMap(({ rows }) => [figure(rows[at].ms), figure(rows[at].diskMs)]),
  ]);
  const whole = ['whole turn', ...byLevel.flatMap(({ wholeMs }) => [figure(wholeMs), ''])];
  print(`\nWhere a turn's time goes (medians; at 50 a stage includes waiting for the others)\n`);
  print(table(['stage', ...head], [...rows, whole]));
}

function printPieces(times) {
  print('\nSingle pieces, microseconds a call\n');
  const { 'characters of a reply': lengths, ...pieces } = times;
  const rows = Object.entries(pieces).map(([name, values]) => [name, spread(values)]);
  print(table(['', 'median (least to most)'], rows));
  print(`  replies of ${median(lengths)} characters (median)\n`);
}

function printGuard({ calls, p50Ms, p99Ms, cpuP99Ms }) {
  print(`\nThe guard on one reply, ${calls} calls, warm: `);
  print(`p50 ${figure(p50Ms)} ms, p99 ${figure(p99Ms)} ms (limit ${GUARD_LIMIT_MS} ms)`);
  print(`, p99 of its CPU time ${figure(cpuP99Ms)} ms\n`);
}

function printSuitability({ pairs, seconds, outcomes }) {
  const counted = Object.entries(outcomes).map(([name, count]) => `${name} ${count}`);
  print(`\nThe suitability gate on ${pairs} pairs: ${spread(seconds)} s (limit `);
  print(`${SUITABILITY_LIMIT_S} s); ${counted.join(', ')}\n`);
}

function printStarts(times) {
  const rows = Object.entries(LIMITS_S).map(([name, limit]) => [
    name === 'first' ? 'first start, empty folder' : 'seeded database',
    spread(times[name]),
    String(limit),
    figure(median(times[name]) / limit),
  ]);
  print('\nProcess start to /readyz\n');
  print(table(['', 'seconds', 'limit', 'of the limit'], rows));
}

const folders = ['ours', 'peer'].map((name) =>
  mkdtempSync(join(tmpdir(), `shuzhi-bench-${name}-`)),
);
const started = performance.now();
const sides = [];
try {
  for (const [at, script] of ['./ours.mjs', './langgraph.mjs'].entries()) {
    sides.push(await startSide(script, folders[at]));
  }
  const [ours, peer] = sides;
  print(
    `${PLAN.rounds} rounds a figure: median (least to most). ${TURNS} turns a conversation. ` +
      `${availableParallelism()} processors, load ${figure(loadavg()[0])}.\n`,
  );
  // A long talk first, so that also the first level meets compiled code on both sides.
  for (const side of sides) await side.ask('talk', LEVELS.at(-1));
  for (const level of LEVELS) printComparison(level, await compare(ours, peer, level));
  const stages = [];
  for (const level of LEVELS) stages.push({ ...level, ...(await ours.ask('stages', level)) });
  printStages(stages);
  printPieces(await ours.ask('pieces', PLAN.pieces));
  printGuard(await ours.ask('guard', PLAN.guard));
  await ours.ask('stop');
  sides.forEach((side) => side.kill());
  printSuitability(timeSuitability(PLAN.rounds));
  printStarts(await timeStarts(PLAN.starts));
  print(`\n${figure((performance.now() - started) / 1_000)} s in all\n`);
} finally {
  sides.forEach((side) => side.kill());
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
}
