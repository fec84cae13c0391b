import type { Command } from 'commander';

/** A failure a person can act on: one line on stderr, exit code 1. */
export class CommandFailure extends Error {
  constructor(message: string) {
    super(message);
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
