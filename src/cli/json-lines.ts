import { createInterface } from 'node:readline';
import { printJson } from './command.js';

/** JSON on stdin, one answer a line on stdout: what the pure commands have in common (contracts.md). */

export interface JsonFailure {
  readonly id: string | null;
  readonly error: { readonly code: string; readonly message: string; readonly path: string };
}

/** Answers every line, or all of stdin as one; a failure does not end the run, only its exit code. */
export async function answerStdin<Answer extends object>(
  answer: (text: string) => Answer,
  isByLine: boolean,
  codeOf: (answer: Answer) => number = (one) => ('error' in one ? 1 : 0),
): Promise<void> {
  let code = 0;
  for await (const text of isByLine ? lines() : whole()) {
    const one = answer(text);
    code = Math.max(code, codeOf(one));
    printJson(one);
  }
  if (code > 0) process.exitCode = code;
}

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

/** Undefined where the text is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export const idOf = (raw: unknown): string | null => {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
};

export const failure = (
  id: string | null,
  code: string,
  message: string,
  path: string,
): JsonFailure => ({ id, error: { code, message, path } });

export const notJson = (): JsonFailure => failure(null, 'not_json', 'this is not JSON', '');
