import type { AddCommand } from './command.js';

export const addServe: AddCommand = (program) => {
  program
    .command('serve')
    .description('start the service (configuration: see .env.example)')
    .action(async () => {
      const { serve } = await import('../main.js');
      await serve(process.env);
    });
};
