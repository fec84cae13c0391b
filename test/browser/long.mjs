// The pages in a real browser, which takes too long for every `npm test`. The long form opens them
// three times over, for what fails only now and then; `--short` is what CI runs: once.
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const rounds = args.includes('--short') ? 1 : 3;
const asked = args.filter((arg) => arg !== '--short');
const isNamed = asked.some((arg) => !arg.startsWith('-'));
// `npm test` leaves these out by its configuration, which the last option takes the place of.
const only = [
  ...asked,
  ...(isNamed ? [] : ['test/browser']),
  '--testPathIgnorePatterns=/node_modules/',
  // One at a time: a service and a browser already fill two cores, and pages that starve answer too late.
  '--runInBand',
];
for (let round = 1; round <= rounds; round += 1) {
  process.stdout.write(`browser: round ${round} of ${rounds}\n`);
  const { status } = spawnSync('npm', ['run', 'jest', '--', ...only], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
