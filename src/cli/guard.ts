import { createInterface } from 'node:readline';
import type { AddCommand } from './command.js';
import { printJson } from './command.js';

/** `shuzhi guard`: statements on stdin as JSON, one answer a line in their order. */
export const addGuard: AddCommand = (program) => {
  program
    .command('guard')
    .description('check sentences about to be said: JSON on stdin, findings on stdout')
    .option('--jsonl', 'one statement a line instead of one in all')
    .action(async (options: { jsonl?: boolean }) => {
      const { statementCheck } = await import('./guard-statements.js');
      const check = statementCheck(process.env['INSTITUTION_FILE']);
      let failed = false;
      for await (const text of options.jsonl ? lines() : whole()) {
        const answer = check(text);
        failed ||= 'error' in answer;
        printJson(answer);
      }
      if (failed) process.exitCode = 1;
    });
};

async function* lines(): AsyncGenerator<string> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') yield line;
  }
}

async function* whole(): AsyncGenerator<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) text += chunk as string;
  yield text;
}
