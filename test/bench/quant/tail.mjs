import { solveScenario } from '../../../dist/advice/allocation/scenario/solve-scenario.js';
import { uniformFrom } from './draws.mjs';
import { askPeer } from './peer.mjs';
import { leastMs } from './times.mjs';

/** Monthly returns with a common factor and now and then a crash: `periods` rows of `n`. */
function heavyTails(periods, n, seed) {
  const uniform = uniformFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const loads = Array.from({ length: n }, () => 0.2 + uniform());
  return Array.from({ length: periods }, () => {
    const market = 0.004 + 0.03 * normal() - (uniform() < 0.02 ? 0.12 : 0);
    return loads.map((load) => 0.002 + load * market + 0.02 * normal());
  });
}

/** Least CVaR of 5 % over long-only weights, ours and scipy's time; the peer is null where it is not asked or installed. */
export function timeTail(periods, n, solver, { rounds, isPeerAsked }) {
  const returns = heavyTails(periods, n, periods + n);
  const problem = { returns, measure: 'CVaR', objective: 'min_risk', alpha: 0.05, lb: 0 };
  let found;
  const ms = leastMs(rounds, () => (found = solveScenario(problem, solver)));
  const peer = isPeerAsked
    ? askPeer('./highs_cvar.py', { returns, alpha: problem.alpha, rounds })
    : null;
  return { ms, peer, certificate: found.certificate, risk: cvarOf(returns, found.weights, 0.05) };
}

/** The mean of the worst share of periods, the last of them in part. */
function cvarOf(returns, weights, alpha) {
  const losses = returns
    .map((row) => -row.reduce((sum, value, j) => sum + value * weights[j], 0))
    .sort((a, b) => b - a);
  const worst = alpha * losses.length;
  const whole = Math.floor(worst);
  const sum = losses.slice(0, whole).reduce((all, loss) => all + loss, 0);
  return (sum + (worst - whole) * losses[whole]) / worst;
}
