import type { AddCommand } from './command.js';

export interface VerifyOptions {
  readonly key: readonly string[];
  readonly witness: readonly string[];
  readonly checkpoint?: string;
  readonly json?: boolean;
}

export interface ExportOptions {
  readonly out: string;
  readonly whole?: boolean;
  readonly why: string;
  readonly since?: string;
  readonly json?: boolean;
}

export interface WitnessOptions {
  readonly data: string;
  readonly key: readonly string[];
  readonly name: string;
  readonly port: string;
  readonly host: string;
}

const also = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `shuzhi ledger`: what is on record, for somebody who does not take our word for it. */
export const addLedger: AddCommand = (program) => {
  const group = program.command('ledger').description('the record that can be proved');
  group
    .command('verify')
    .description('judge a bundle: exit 0 valid, 1 tampered, 2 incomplete, 3 cannot tell')
    .argument('<bundle>', 'a file that ledger export has written')
    .option(
      '--key <line>',
      'the ledger’s key, or a file with it; else those beside our own checkpoints',
      also,
      [],
    )
    .option('--witness <line>', 'a witness that must have signed, or a file with it', also, [])
    .option('--checkpoint <file>', 'a checkpoint that was seen before')
    .option('--json', 'print as JSON')
    .action(async (bundle: string, options: VerifyOptions) => {
      const { verifyFile } = await import('./ledger-verify.js');
      process.exitCode = verifyFile(bundle, options, process.env);
    });
  group
    .command('export')
    .description('write a conversation, or the whole ledger without its words, as a bundle')
    .argument('[conversation]', 'its id')
    .requiredOption('--out <file>', 'where to write it; never over a file that is there')
    .option('--whole', 'every entry of the ledger')
    .option('--why <words>', 'for the record', '命令行导出')
    .option('--since <file>', 'a checkpoint the receiver holds')
    .option('--json', 'print as JSON')
    .action(async (conversation: string | undefined, options: ExportOptions) => {
      const { exportToFile } = await import('./ledger-export.js');
      await exportToFile(conversation ?? null, options);
    });
  group
    .command('witness')
    .description('sign below checkpoints that go on from the last one seen (C2SP tlog-witness)')
    .requiredOption('--data <folder>', 'its own folder: its key, and what it saw last')
    .requiredOption('--key <line>', 'a ledger it watches, or a file with its key', also, [])
    .option('--name <name>', 'what it signs as', 'witness')
    .option('--port <port>', 'where it listens', '3979')
    .option('--host <host>', 'where it listens', '127.0.0.1')
    .action(async (options: WitnessOptions) => {
      const { serveWitness } = await import('./ledger-witness.js');
      serveWitness(options);
    });
};
