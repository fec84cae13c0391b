import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Example } from '../agent/models/embedded/classifier.js';
import { readCsv } from '../language/csv.js';
import { CommandFailure, printJson, printLine } from './command.js';

const INTENTS = fileURLToPath(new URL('../../knowledge/intents', import.meta.url));
const WORDS = fileURLToPath(new URL('../../knowledge/words', import.meta.url));

interface Options {
  readonly train?: string;
  readonly test?: string;
  readonly intents?: string | true;
  readonly json?: boolean;
}

/** `shuzhi eval understanding`: the embedded classifier on any labelled texts, or on our intents. */
export function addUnderstanding(group: Command): void {
  group
    .command('understanding')
    .description('embedded classifier: accuracy, macro_f1, calibration, abstention, latency')
    .option('--train <csv>', 'examples to learn from: columns text,category')
    .option('--test <csv>', 'examples to answer')
    .option('--intents [dir]', 'instead: 5-fold on an intent catalogue, whole families held out')
    .option('--json', 'print as JSON')
    .action(async (options: Options) => print(await figures(options), options.json ?? false));
}

async function figures({ train, test, intents }: Options): Promise<object> {
  const { evaluateIntents, evaluateUnderstanding } =
    await import('../agent/understand/evaluate.js');
  if (intents && !train && !test) {
    const { loadIntents } = await import('../agent/understand/intents.js');
    const { loadSenses } = await import('../agent/understand/word-senses.js');
    const { examples } = loadIntents(intents === true ? INTENTS : intents);
    return evaluateIntents(examples, loadSenses(WORDS));
  }
  if (intents || !train || !test) {
    throw new CommandFailure('give --train and --test, or --intents');
  }
  return evaluateUnderstanding(examplesIn(train), examplesIn(test));
}

function examplesIn(file: string): readonly Example[] {
  const examples = readCsv(readFileSync(file, 'utf8')).map(({ text, category }) => ({
    text: text ?? '',
    label: category ?? '',
  }));
  if (examples.length === 0) throw new CommandFailure(`${file}: no examples`);
  if (examples.some(({ label }) => label === '')) {
    throw new CommandFailure(
      `${file}: columns text,category are needed, and a category in each row`,
    );
  }
  return examples;
}

function print(figures: object, json: boolean): void {
  if (json) return printJson(figures);
  for (const [name, value] of Object.entries(figures)) {
    if (!Array.isArray(value)) printLine(`${name} ${String(value)}`);
    else for (const row of value) printLine(`${name} ${Object.values(row as object).join(' ')}`);
  }
}
