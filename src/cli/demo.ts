import { randomUUID } from 'node:crypto';
import { loadShipped } from '../app/knowledge-base.js';
import { claimFile, leaveFile, openStore } from '../app/storage.js';
import { readConfig } from '../config.js';
import { seedDemo } from '../demo/seed.js';
import { toLocalDate } from '../terms/time.js';
import type { AddCommand } from './command.js';
import { CommandFailure, printJson, printLine } from './command.js';
import { runningServer } from './running-server.js';

const PRODUCTS = new URL('../../knowledge/demonstration/products.jsonl', import.meta.url);

export const addDemo: AddCommand = (program) => {
  const group = program.command('demo').description('the demonstration institution');
  group
    .command('reset')
    .description('put shelf, customers, staff and knowledge back to how they were on the first day')
    .option('--json', 'print as JSON')
    .action(async (options: { json?: boolean }) => {
      const config = readConfig(process.env);
      if (config.production) throw new CommandFailure('demo reset is not for production');
      if (await runningServer(config)) throw new CommandFailure('stop the service first');
      const store = await openStore(config);
      const owner = `${process.pid}:${randomUUID()}`;
      try {
        // A service may be serving this folder on a port we were not told.
        await claimFile(store, config, owner);
        const today = toLocalDate(Date.now());
        await seedDemo(store, PRODUCTS, today);
        await loadShipped(store, true, Date.now());
        if (options.json) printJson({ seededOn: today });
        else printLine(`the demonstration institution stands as of ${today}`);
        await leaveFile(store, owner);
      } finally {
        await store.close();
      }
    });
};
