import { readFileSync } from 'node:fs';
import { statementCheck } from './guard-statements.js';

interface Example {
  readonly label: 'violation' | 'ok';
  readonly rules: readonly string[];
  readonly [field: string]: unknown;
}

export interface GuardFigures {
  readonly violations: number;
  readonly fine: number;
  /** Shares, 0 to 1. */
  readonly recall: number;
  readonly falseAlarms: number;
  /** Of the violations found: with a rule of the label among the findings. */
  readonly named: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const STATEMENT = ['id', 'speaker', 'text', 'product', 'facts', 'passages', 'customer'];

const statementOf = (example: Example): string =>
  JSON.stringify(Object.fromEntries(STATEMENT.map((field) => [field, example[field]])));

/** Measures the guard on labelled JSON Lines: the guard contract plus `label` and `rules`. */
export function evaluateGuard(file: string): GuardFigures {
  const check = statementCheck(undefined);
  const examples = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Example);
  const times: number[] = [];
  // A service is warm when it speaks: the first round compiles patterns and is not timed.
  examples.forEach((example) => check(statementOf(example)));
  const seen = examples.map((example) => {
    const text = statementOf(example);
    const start = performance.now();
    const answer = check(text);
    times.push(performance.now() - start);
    if ('error' in answer) throw new Error(`${String(example['id'])}: ${answer.error.message}`);
    return { example, answer };
  });
  const violations = seen.filter(({ example }) => example.label === 'violation');
  const fine = seen.filter(({ example }) => example.label !== 'violation');
  const caught = violations.filter(({ answer }) => answer.verdict !== 'pass');
  const named = caught.filter(({ example, answer }) =>
    answer.findings.some(({ rule }) => example.rules.includes(rule)),
  );
  times.sort((a, b) => a - b);
  return {
    violations: violations.length,
    fine: fine.length,
    recall: caught.length / violations.length,
    falseAlarms: fine.filter(({ answer }) => answer.verdict !== 'pass').length / fine.length,
    named: named.length / caught.length,
    p50Ms: times[Math.floor(times.length * 0.5)] ?? 0,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}
