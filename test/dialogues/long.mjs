// Long form of the golden conversations: every one with the embedded model, and four times with a language
// model behind the wire; prints pass^1, pass^4, violations, tools and latency. `--short` is what CI runs:
// every one, once.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const trials = args.includes('--short') ? '1' : '4';
process.stdout.write(`dialogues: each held ${trials} times\n`);
const { status } = spawnSync(
  'npm',
  [
    'run',
    'jest',
    '--',
    'test/dialogues/',
    'test/cli/dialogues/golden',
    // `npm test` leaves the wire to this, by its configuration.
    '--testPathIgnorePatterns=/node_modules/',
    ...args.filter((arg) => arg !== '--short'),
  ],
  { stdio: 'inherit', env: { ...process.env, DIALOGUE_TRIALS: trials } },
);
process.exit(status ?? 1);
