/** A worker's share of the customers: 20 products, caps and a risk aversion of each one's own. */
import { parentPort, workerData } from 'node:worker_threads';
import { meanVariance } from '../../../dist/advice/allocation/mean-variance/mean-variance.js';
import { createSolver } from '../../../dist/app/solver.js';
import { factorCovariance, uniformFrom } from './draws.mjs';

const N = 20;
const solver = await createSolver();
const shared = uniformFrom(N);
const cov = factorCovariance(N, shared);
const mu = cov.map(() => 0.15 * shared());
const groups = [0, 1, 2].map((g) => ({
  idx: [...cov.keys()].filter((j) => j % 3 === g),
  max: 0.5,
}));

const solve = (customer) => {
  const uniform = uniformFrom(customer + 1);
  const ub = mu.map(() => 0.1 + 0.3 * uniform());
  const risk_aversion = 1 + 9 * uniform();
  return meanVariance(
    { cov, mu, lb: 0, ub, groups, objective: 'max_utility', risk_aversion },
    solver,
  );
};

parentPort.once('message', () => {
  let gap = 0;
  for (
    let customer = workerData.first;
    customer < workerData.customers;
    customer += workerData.step
  ) {
    const { certificate } = solve(customer);
    gap = Math.max(gap, certificate.gap, certificate.violation);
  }
  parentPort.postMessage({ gap });
});
for (let customer = 0; customer < 50; customer += 1) solve(customer);
parentPort.postMessage('ready');
