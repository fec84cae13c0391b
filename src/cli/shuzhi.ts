#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { startFailure } from '../app/start-failure.js';
import { addAllocate } from './allocate.js';
import { addAssumptions } from './assumptions.js';
import { addAssign } from './assign.js';
import { addChange } from './change.js';
import { addChat } from './chat.js';
import { CommandFailure } from './command.js';
import { addDemo } from './demo.js';
import { addComplaints, addRights } from './cases.js';
import { addErasure } from './erasure.js';
import { addDrafts } from './drafts.js';
import { addEval } from './evaluate.js';
import { addGuard } from './guard.js';
import { addImport } from './institution-rows.js';
import { addIngest, addSearch } from './knowledge.js';
import { addMot } from './mot.js';
import { addDesk } from './desk.js';
import { addLedger } from './ledger.js';
import { addReview } from './review.js';
import { addProposal } from './proposal.js';
import { addReplay } from './replay.js';
import { addServe } from './serve.js';
import { addStaff } from './staff.js';
import { addSuitability } from './suitability.js';

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string };

const program = new Command('shuzhi')
  .description('Shuzhi 数智员工: a digital employee for wealth management')
  .version(version)
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

for (const add of [
  addServe,
  addChat,
  addIngest,
  addImport,
  addSearch,
  addEval,
  addGuard,
  addSuitability,
  addAllocate,
  addProposal,
  addMot,
  addDesk,
  addDrafts,
  addAssumptions,
  addStaff,
  addAssign,
  addLedger,
  addReview,
  addReplay,
  addChange,
  addErasure,
  addComplaints,
  addRights,
  addDemo,
])
  add(program);

// Whoever reads us may have read enough, as `head` has: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  // Commander has already said what was wrong with the words of a call, or printed the help.
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.stderr.write(`shuzhi: ${startFailure(error)}\n`);
    process.exitCode = error instanceof CommandFailure ? error.exitCode : 1;
  }
}
