import type { AddCommand } from './command.js';
import { CommandFailure, printJson, printLine } from './command.js';
import type { DialogueFigures } from './dialogues/report.js';
import { addNames } from './evaluate-names.js';
import { addUnderstanding } from './evaluate-understanding.js';

export const addEval: AddCommand = (program) => {
  const group = program.command('eval').description('measure a part of the service on data');
  addUnderstanding(group);
  addNames(group);
  group
    .command('retrieval')
    .description('BEIR-layout retrieval: ndcg@10, mrr@10, recall, latency')
    .requiredOption('--data <dir>', 'folder with corpus.jsonl, queries.jsonl, qrels/')
    .option('--split <name>', 'qrels file to report', 'test')
    .option('--memory', 'learn from qrels/train.tsv as confirmed answers')
    .option('--json', 'print as JSON')
    .action(async (options: { data: string; split: string; memory?: boolean; json?: boolean }) => {
      const { evaluateRetrieval } = await import('../retrieval/evaluate.js');
      const figures = await evaluateRetrieval(options.data, {
        split: options.split,
        memory: options.memory ?? false,
      });
      if (options.json) printJson(figures);
      else
        for (const [name, value] of Object.entries(figures)) printLine(`${name} ${String(value)}`);
    });
  group
    .command('dialogues')
    .description('golden conversations against whichever model is configured')
    .argument('[dir]', 'folder with *.yaml', 'test/dialogues')
    .option('--trials <n>', 'how many times each is held, for pass^k', '4')
    .option('--only <id>', 'hold only this one')
    .option('--json', 'print as JSON')
    .action(async (dir: string, options: { trials: string; only?: string; json?: boolean }) => {
      const { loadDialogues } = await import('./dialogues/dialogue.js');
      const { runDialogues } = await import('./dialogues/run.js');
      const dialogues = loadDialogues(dir).filter(({ id }) => id === (options.only ?? id));
      if (dialogues.length === 0) throw new CommandFailure('there is no such dialogue');
      const figures = await runDialogues(dialogues, Number(options.trials));
      if (options.json) printJson(figures);
      else printDialogues(figures);
      if (figures.failed.length > 0) process.exitCode = 1;
    });
  group
    .command('guard')
    .description('the guard on labelled sentences: recall, false alarms, latency')
    .requiredOption('--data <file>', 'JSON Lines of the guard contract with label and rules')
    .option('--json', 'print as JSON')
    .action(async (options: { data: string; json?: boolean }) => {
      const { evaluateGuard } = await import('./evaluate-guard.js');
      const figures = evaluateGuard(options.data);
      if (options.json) printJson(figures);
      else
        for (const [name, value] of Object.entries(figures)) printLine(`${name} ${String(value)}`);
    });
};

function printDialogues({ failed, tools, ...figures }: DialogueFigures): void {
  for (const { id, faults } of failed) {
    printLine(`✗ ${id}`);
    for (const { turn, kind, what, reply, stopped } of faults) {
      const rules = stopped.map(({ rule, text }) => `${rule} ${text}`).join(', ');
      printLine(`    turn ${turn} ${kind}: ${what}`);
      if (reply) printLine(`      ${reply.replaceAll('\n', '\n      ')}`);
      if (rules) printLine(`      stopped by ${rules}`);
    }
  }
  for (const [name, value] of Object.entries(figures)) printLine(`${name} ${String(value)}`);
  printLine(`tools ${JSON.stringify(tools)}`);
}
