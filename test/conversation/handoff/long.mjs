// Long form of the interleavings: customers, advisors, the digital employee and crashes on one
// conversation, ten thousand schedules. `--short` is what CI runs. The seed is printed, so that a
// failure can be run again.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const schedules = args.includes('--short') ? '500' : '10000';
const seed = process.env.HANDOFF_SEED ?? String(1 + Math.floor(Math.random() * 1e9));
process.stdout.write(`handoff: ${schedules} schedules, HANDOFF_SEED=${seed}\n`);
const { status } = spawnSync(
  'npm',
  [
    'run',
    'jest',
    '--',
    'test/conversation/handoff/interleavings',
    ...args.filter((arg) => arg !== '--short'),
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, HANDOFF_SCHEDULES: schedules, HANDOFF_SEED: seed },
  },
);
process.exit(status ?? 1);
