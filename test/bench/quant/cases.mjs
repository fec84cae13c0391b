import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SHUZHI = fileURLToPath(new URL('../../../dist/cli/shuzhi.js', import.meta.url));
/** The rate of every Sharpe ratio that the peers publish: PyPortfolioOpt's default. */
const PEER_RATE = 0.02;
/** EVaR and EDaR are held to a wider bound. */
const BOUNDS = { EVaR: 1e-7, EDaR: 1e-7 };

export const boundOf = ({ measure }) => BOUNDS[measure] ?? 1e-9;

/** The peer cases of the contract's example file, shared inputs written out. */
export function readCases(file) {
  const { cases, datasets } = JSON.parse(readFileSync(file, 'utf8'));
  return cases.map((one) => ({ ...one, input: inlined(one.input, datasets) }));
}

/** The same answered by `shuzhi allocate --jsonl`. */
export async function runCases(file) {
  const cases = readCases(file);
  const answers = await allocateLines(cases);
  return cases.map((one, i) => judged(one, answers[i]));
}

/** `@set.field` is an input that several cases share. */
const inlined = (input, datasets) =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      if (typeof value !== 'string' || !value.startsWith('@')) return [name, value];
      const [set, field] = value.slice(1).split('.');
      return [name, datasets[set][field]];
    }),
  );

export async function allocateLines(problems) {
  const child = spawn(process.execPath, [SHUZHI, 'allocate', '--jsonl'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = problems.map(({ id, op, input }) => `${JSON.stringify({ id, op, input })}\n`);
  child.stdin.end(lines.join(''));
  const answers = [];
  for await (const line of createInterface({ input: child.stdout })) answers.push(JSON.parse(line));
  return answers;
}

function judged({ id, input, expected, reference, atol, rtol, report }, answer) {
  if (answer?.error) return { id, isInside: false, why: JSON.stringify(answer.error) };
  const found = figuresOf(answer, report);
  const isInside =
    found.length === expected.length &&
    expected.every((value, i) => Math.abs(found[i] - value) <= atol + rtol * Math.abs(value));
  return {
    id,
    isInside,
    why: isInside ? '' : `expected ${expected.slice(0, 4)}, found ${found.slice(0, 4)}`,
    distance: answer.weights && reference ? largestDifference(answer.weights, reference) : 0,
    gap: answer.certificate?.gap ?? 0,
    violation: answer.certificate?.violation ?? 0,
    bound: boundOf(input),
    ms: answer.ms,
  };
}

function figuresOf({ weights, values, report }, kind) {
  if (kind === 'values') return values ?? weights;
  const risk = kind === 'mv' ? report.volatility : report.risk;
  return kind === 'cvar' || kind === 'cdar'
    ? [report.return, risk]
    : [report.return, risk, (report.return - PEER_RATE) / risk];
}

const largestDifference = (a, b) =>
  a.length === b.length ? Math.max(...a.map((value, i) => Math.abs(value - b[i]))) : Infinity;
