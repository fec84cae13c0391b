/**
 * The figures of allocation: peer cases inside their tolerance, and times beside cvxopt.
 *
 *   npm run bench:quant [-- path/to/examples.json]      (or QUANT_EXAMPLES)
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCases } from './quant/cases.mjs';

const say = (text) => process.stdout.write(`${text}\n`);

const examples =
  process.argv[2] ??
  process.env.QUANT_EXAMPLES ??
  fileURLToPath(new URL('../../../shared/data/quant/examples.json', import.meta.url));

if (!existsSync(examples)) say(`peer cases left out: no ${examples}`);
else {
  const results = await runCases(examples);
  const inside = results.filter(({ isInside }) => isInside);
  for (const { id, why } of results.filter(({ isInside }) => !isInside)) say(`  ${id}: ${why}`);
  say(`peer cases inside tolerance: ${inside.length}/${results.length}`);
  const worst = (of) => inside.reduce((a, b) => (of(b) > of(a) ? b : a), inside[0]);
  const gap = worst((one) => one.gap / one.bound);
  const violation = worst((one) => one.violation);
  const distance = worst((one) => one.distance);
  say(`worst gap ${gap.gap.toExponential(1)} (${gap.id})`);
  say(`worst violation ${violation.violation.toExponential(1)} (${violation.id})`);
  say(`furthest from the reference weights ${distance.distance.toExponential(1)} (${distance.id})`);
}
