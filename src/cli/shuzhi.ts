#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { startFailure } from '../main.js';
import { addChat } from './chat.js';
import { addDemo } from './demo.js';
import { addEval } from './evaluate.js';
import { addIngest, addSearch } from './knowledge.js';
import { addServe } from './serve.js';

const program = new Command('shuzhi')
  .description('Shuzhi 数智员工: a digital employee for wealth management')
  .configureOutput({
    // A suggestion comes on a line of its own; a failure is one line.
    outputError: (text, write) =>
      write(
        `shuzhi: ${text
          .replace(/^error: /, '')
          .trim()
          .replaceAll('\n', ' ')}\n`,
      ),
  })
  .exitOverride();

for (const add of [addServe, addChat, addIngest, addSearch, addEval, addDemo]) add(program);

try {
  await program.parseAsync();
} catch (error) {
  // Commander has already said what was wrong with the words of a call, or printed the help.
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.stderr.write(`shuzhi: ${startFailure(error).replaceAll('\n', ' ')}\n`);
    process.exitCode = 1;
  }
}
