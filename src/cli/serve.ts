import { serve } from '../main.js';
import type { AddCommand } from './command.js';

export const addServe: AddCommand = (program) => {
  program
    .command('serve')
    .description('start the service (configuration: see .env.example)')
    .action(() => serve(process.env));
};
