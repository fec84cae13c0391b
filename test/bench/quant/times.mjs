import { Worker } from 'node:worker_threads';
import peerAllocation from 'portfolio-allocation';
import { greedyUnits } from '../../../dist/advice/allocation/lots/greedy.js';
import { allocateLots, lotError } from '../../../dist/advice/allocation/lots/lots.js';
import { meanVariance } from '../../../dist/advice/allocation/mean-variance/mean-variance.js';
import { riskParity } from '../../../dist/advice/allocation/risk-parity/risk-parity.js';
import { factorCovariance, uniformFrom } from './draws.mjs';
import { askPeer } from './peer.mjs';

/** The least of several wall times in ms: what the machine's other work added is not ours. */
export function leastMs(rounds, run) {
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    run();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

/** max mu'w − 1.5·w'Σw, long only, caps and five groups of at most 30 %. */
export function utilityProblem(n, seed = n) {
  const uniform = uniformFrom(seed);
  const cov = factorCovariance(n, uniform);
  const mu = cov.map(() => 0.15 * uniform());
  const groups = Array.from({ length: 5 }, (_, g) => ({
    idx: [...cov.keys()].filter((j) => j % 5 === g),
    max: 0.3,
  }));
  return {
    cov,
    mu,
    lb: 0,
    ub: Math.max(0.1, 5 / n),
    groups,
    objective: 'max_utility',
    risk_aversion: 3,
  };
}

/** Ours and cvxopt's time of one problem; the peer is null where it is not installed. */
export function timeUtility(n, solver, rounds) {
  const problem = utilityProblem(n);
  let found;
  const ms = leastMs(rounds, () => (found = meanVariance(problem, solver)));
  const peer = askPeer('./cvxopt_qp.py', { ...problem, rounds });
  const objective = utilityOf(problem, found.weights);
  return { n, ms, certificate: found.certificate, peer, objective };
}

function utilityOf({ cov, mu }, w) {
  const variance = w.reduce(
    (all, a, i) => all + a * w.reduce((s, b, j) => s + cov[i][j] * b, 0),
    0,
  );
  return 1.5 * variance - w.reduce((sum, a, i) => sum + a * mu[i], 0);
}

/** Equal risk contributions, ours and those of portfolio-allocation on the same matrix in the same process. */
export function timeRiskParity(n, solver, rounds) {
  const cov = factorCovariance(n, uniformFrom(n));
  let weights;
  const ms = leastMs(rounds, () => ({ weights } = riskParity({ cov }, solver)));
  let theirs;
  const peerMs = leastMs(rounds, () => {
    theirs = peerAllocation.equalRiskContributionWeights(cov);
  });
  return {
    n,
    ms,
    error: riskError(cov, weights),
    peer: { ms: peerMs, error: riskError(cov, theirs) },
  };
}

/** The furthest that a share of the risk is from 1/n. */
function riskError(cov, weights) {
  const image = cov.map((row) => row.reduce((sum, value, j) => sum + value * weights[j], 0));
  const variance = image.reduce((sum, value, i) => sum + value * weights[i], 0);
  return Math.max(
    ...weights.map((w, i) => Math.abs((w * image[i]) / variance - 1 / weights.length)),
  );
}

/** Carts of 2 to 15 products: how often the program is nearer to the weights than greedy, or further. */
export function compareLots(carts, solver) {
  const uniform = uniformFrom(500);
  const counts = { carts, nearer: 0, further: 0, overspent: 0 };
  const started = performance.now();
  for (let cart = 0; cart < carts; cart += 1) {
    const n = 2 + Math.floor(uniform() * 14);
    const raw = Array.from({ length: n }, () => uniform() ** 2);
    const whole = raw.reduce((sum, value) => sum + value, 0);
    const prices = raw.map(() => Math.round(100 * Math.exp(1 + 4 * uniform())) / 100);
    const order = { prices, weights: raw.map((v) => v / whole), total: 1000 + 50_000 * uniform() };
    const { error, cash } = allocateLots(order, solver);
    const greedy = lotError(order, greedyUnits(prices, order.weights, order.total));
    if (error < greedy - 1e-12) counts.nearer += 1;
    if (error > greedy + 1e-12) counts.further += 1;
    if (cash < 0) counts.overspent += 1;
  }
  return { ...counts, ms: (performance.now() - started) / carts };
}

/** Seconds for customers with a problem of 20 products each, shared out among workers. */
export async function timeCustomers(customers, workers) {
  const file = new URL('./customers.mjs', import.meta.url);
  const hired = await Promise.all(
    Array.from({ length: workers }, async (_, k) => {
      const worker = new Worker(file, { workerData: { first: k, step: workers, customers } });
      await once(worker);
      return worker;
    }),
  );
  const started = performance.now();
  const results = await Promise.all(
    hired.map((worker) => {
      const answer = once(worker);
      worker.postMessage('go');
      return answer;
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const worst = Math.max(...results.map(({ gap }) => gap));
  return { customers, workers, seconds, worst };
}

const once = (worker) =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
