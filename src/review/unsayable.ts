import { Problem } from '../access/problem.js';
import type { Finding } from '../terms/finding.js';

/** Throws a 422 Problem that names what the guard has against words for a customer. */
export function refuseUnsayable(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const named = findings.map(({ rule, severity, text }) => ({ rule, severity, text }));
  throw new Problem(422, '这些话不能这样对客户说', {}, { findings: named });
}
