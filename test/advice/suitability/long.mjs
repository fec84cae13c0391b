// Long form of the suitability gate: the gate against the page written out a second time, on a million
// random pairs, and its invariants on a hundred thousand each. `--short` is what CI runs. The seed is printed, so that a failure can be run again.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const pairs = args.includes('--short') ? '50000' : '1000000';
const seed = process.env.SUITABILITY_SEED ?? String(1 + Math.floor(Math.random() * 1e9));
process.stdout.write(`suitability: ${pairs} random pairs, SUITABILITY_SEED=${seed}\n`);
const { status } = spawnSync(
  'npm',
  [
    'run',
    'jest',
    '--',
    'test/advice/suitability/(oracle|invariants)',
    ...args.filter((arg) => arg !== '--short'),
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, SUITABILITY_PAIRS: pairs, SUITABILITY_SEED: seed },
  },
);
process.exit(status ?? 1);
