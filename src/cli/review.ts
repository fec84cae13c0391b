import type { AddCommand } from './command.js';
import { printJson } from './command.js';

interface Options {
  readonly json?: boolean;
  readonly since?: string;
  readonly rule?: string;
  readonly conversation?: string;
  readonly most?: string;
}

interface SearchOptions {
  readonly json?: boolean;
  readonly what?: readonly string[];
  readonly limit?: string;
}

/** `shuzhi review`: what rules found in conversations, and what a rule would find. */
export const addReview: AddCommand = (program) => {
  const group = program
    .command('review')
    .description('what was said and what rules found in it, through the running service');
  group
    .command('findings')
    .description('findings that stand, latest first')
    .option('--since <day>', 'words said on that day or later, YYYY-MM-DD')
    .option('--rule <id>', 'of one rule, e.g. T3')
    .option('--conversation <id>', 'in one conversation')
    .option('--json', 'print as JSON')
    .action(async ({ json = false, ...filter }: Options) => {
      const { findings, printFindings } = await import('./review-calls.js');
      const found = await findings(filter);
      if (json) printJson(found);
      else printFindings(found);
    });
  group
    .command('run')
    .description('read all conversations opened since a day again, with the rules of today')
    .requiredOption('--since <day>', 'YYYY-MM-DD')
    .option('--json', 'print as JSON')
    .action(async ({ since = '', json = false }: Options) => {
      const { inspectAgain, printDue } = await import('./review-calls.js');
      const run = await inspectAgain(since);
      if (json) printJson(run);
      else printDue(run);
    });
  group
    .command('try')
    .description('what a rule would find in conversations opened since a day; nothing is kept')
    .argument('<rule>', 'e.g. T17')
    .requiredOption('--since <day>', 'YYYY-MM-DD')
    .option('--most <count>', 'conversations to read', '10000')
    .option('--json', 'print as JSON')
    .action(async (rule: string, { since = '', most = '', json = false }: Options) => {
      const { tryOnHistory, printTrial } = await import('./review-calls.js');
      const trial = await tryOnHistory(rule, since, Number(most));
      if (json) printJson(trial);
      else printTrial(trial);
    });
  group
    .command('search')
    .description('find what was said, drafted, stopped and noted, latest first; it goes on record')
    .argument(
      '[words]',
      'words; a phrase in quotation marks; a minus before what must not occur',
      '',
    )
    .option('--person <who>', 'a customer or an employee, by id or whole name')
    .option('--product <which>', 'by code, or a part of its name')
    .option('--rule <id>', 'of which a finding stands there')
    .option('--channel <name>', 'e.g. directline')
    .option('--verdict <verdict>', 'no_issue, coach, violation or false_alarm')
    .option(
      '--what <kinds...>',
      'e.g. customer reply advisor draft blocked_draft blocked_reply note',
    )
    .option('--from <day>', 'YYYY-MM-DD')
    .option('--to <day>', 'through that day')
    .option('--after <place>', '`next` of the page before')
    .option('--limit <count>', 'at most', '20')
    .option('--json', 'print as JSON')
    .action(async (words: string, { json = false, ...filter }: SearchOptions) => {
      const { printSearch, searchWords } = await import('./review-search.js');
      const found = await searchWords(words, filter);
      if (json) printJson(found);
      else printSearch(found);
    });
  group
    .command('reindex')
    .description('make the index of words anew from the record, under a new key')
    .action(async () => {
      const { indexAgain } = await import('./review-search.js');
      await indexAgain();
    });
};
