// How long single calls of the guard take, in the process that has the whole service warm.
import { guard } from '../../dist/compliance/guard.js';

/** Issue 3: 99 of 100 calls. */
export const GUARD_LIMIT_MS = 5;

/**
 * Milliseconds of the median and the 99th call of a hundred over replies composed while talking, as
 * a turn checks them: rules, learned model, grounds. CPU time beside it, since a busy machine takes
 * the processor away in the middle of a call. `warmUp` calls before are not counted.
 *
 * @returns {{ calls: number, p50Ms: number, p99Ms: number, cpuP99Ms: number }}
 */
export function timeGuard({ app, drafts }, { warmUp, calls }) {
  const { aiLabel, allowedHosts, houseWords, learned } = app.turnsDeps;
  const times = [];
  const cpuTimes = [];
  for (let n = -warmUp; n < calls; n += 1) {
    const { draft, words } = drafts[(n + warmUp) % drafts.length];
    const said = [words, ...houseWords];
    const checks = { speaker: 'bot', facts: [], passages: [], said, allowedHosts, learned };
    const cpu = process.cpuUsage();
    const started = performance.now();
    guard(draft, checks, aiLabel);
    const took = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    if (n < 0) continue;
    times.push(took);
    cpuTimes.push((user + system) / 1_000);
  }
  const [p50Ms, p99Ms] = [at(times, 0.5), at(times, 0.99)];
  return { calls, p50Ms, p99Ms, cpuP99Ms: at(cpuTimes, 0.99) };
}

const at = (times, share) => times.sort((a, b) => a - b)[Math.floor(times.length * share)];
