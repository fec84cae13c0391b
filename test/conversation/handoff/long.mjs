// Long form of the interleavings: customers, advisors, the digital employee and crashes on one
// conversation, ten thousand schedules, and F13 of reliability.md two hundred times. `--short` is what CI
// runs. The seed is printed, so that a failure can be run again.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const isShort = args.includes('--short');
const [schedules, rounds] = isShort ? ['500', '10'] : ['10000', '200'];
const seed = process.env.HANDOFF_SEED ?? String(1 + Math.floor(Math.random() * 1e9));
process.stdout.write(
  `handoff: ${schedules} schedules, HANDOFF_SEED=${seed}; F13 ${rounds} times\n`,
);
const { status } = spawnSync(
  'npm',
  [
    'run',
    'jest',
    '--',
    'test/conversation/handoff/interleavings',
    'test/desk/handoff-under-failure',
    ...args.filter((arg) => arg !== '--short'),
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      HANDOFF_SCHEDULES: schedules,
      HANDOFF_SEED: seed,
      F13_ROUNDS: rounds,
    },
  },
);
process.exit(status ?? 1);
