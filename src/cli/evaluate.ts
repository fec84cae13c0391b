import type { AddCommand } from './command.js';
import { printJson, printLine } from './command.js';

export const addEval: AddCommand = (program) => {
  const group = program.command('eval').description('measure a part of the service on data');
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
