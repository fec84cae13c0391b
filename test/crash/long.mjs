// Long form of the kill tests: every point and blind kills on both databases.
// `--short` is what CI runs. The seed is printed, so that a failure can be run again.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const rounds = args.includes('--short') ? '6' : '100';
const seed = process.env.CRASH_SEED ?? String(1 + Math.floor(Math.random() * 1e9));
process.stdout.write(`crash: ${rounds} blind kills a database, CRASH_SEED=${seed}\n`);
const { status } = spawnSync(
  'npm',
  [
    'run',
    'jest',
    '--',
    'test/crash',
    ...args.filter((arg) => arg !== '--short'),
    // `npm test` holds one of these alone, by its configuration.
    '--testPathIgnorePatterns=/node_modules/',
  ],
  { stdio: 'inherit', env: { ...process.env, CRASH_ROUNDS: rounds, CRASH_SEED: seed } },
);
process.exit(status ?? 1);
