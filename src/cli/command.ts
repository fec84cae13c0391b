import type { Command } from 'commander';

/** A failure a person can act on: one line on stderr. */
export class CommandFailure extends Error {
  /** 1, except where that number means something else. */
  readonly exitCode: number;

  constructor(message: string, options: { cause?: unknown; exitCode?: number } = {}) {
    super(message, options);
    this.exitCode = options.exitCode ?? 1;
    this.name = 'CommandFailure';
  }
}

/** Adds one command to the program; every file of this room exports one. */
export type AddCommand = (program: Command) => void;

export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

export const printLine = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

export const warnOnStderr = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
