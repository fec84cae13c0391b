// Long form of the golden conversations: every one, four times, with a language model behind the wire;
// prints pass^1, pass^4, violations, tools and latency. `--short` is what CI runs: every one, once.
// The embedded model holds the same with `shuzhi eval dialogues`.
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
    'test/dialogues/language-model',
    ...args.filter((arg) => arg !== '--short'),
  ],
  { stdio: 'inherit', env: { ...process.env, DIALOGUE_TRIALS: trials } },
);
process.exit(status ?? 1);
