import type { AddCommand } from './command.js';
import { CommandFailure, printJson, printLine } from './command.js';

const PRODUCTS = new URL('../../knowledge/demonstration/products.jsonl', import.meta.url);

export const addDemo: AddCommand = (program) => {
  const group = program.command('demo').description('the demonstration institution');
  group
    .command('reset')
    .description('put shelf, customers, staff and knowledge back to how they were on the first day')
    .option('--json', 'print as JSON')
    .action(async (options: { json?: boolean }) => {
      const seeded = await reset();
      if (options.json) printJson({ seededOn: seeded });
      else printLine(`the demonstration institution stands as of ${seeded}`);
    });
};

async function reset(): Promise<string> {
  // Heavy rooms are loaded by the commands that need them, so that --help answers at once.
  const { readConfig } = await import('../config.js');
  const config = readConfig(process.env);
  if (config.production) throw new CommandFailure('demo reset is not for production');
  const { runningServer } = await import('./running-server.js');
  if (await runningServer(config)) throw new CommandFailure('stop the service first');
  const { withOwnStore } = await import('../app/storage.js');
  const { loadShipped } = await import('../app/knowledge-base.js');
  const { seedDemo } = await import('../demo/seed.js');
  const { toLocalDate } = await import('../terms/time.js');
  return withOwnStore(config, async (store) => {
    const today = toLocalDate(Date.now());
    await seedDemo(store, PRODUCTS, today);
    await loadShipped(store, true, Date.now());
    return today;
  });
}
