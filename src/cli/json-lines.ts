import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { printJson } from './command.js';

/** JSON on stdin, one answer a line on stdout: what the pure commands have in common (contracts.md). */

type Id = string | number;

export interface JsonFailure {
  readonly id: Id | null;
  readonly error: { readonly code: string; readonly message: string; readonly path: string };
}

/** Answers every line, or all of stdin as one; a failure does not end the run, only its exit code. */
export async function answerStdin<Answer extends object>(
  answer: (text: string) => Answer,
  isByLine: boolean,
  codeOf: (answer: Answer) => number = (one) => ('error' in one ? 1 : 0),
): Promise<void> {
  let code = 0;
  let line = 0;
  for await (const text of isByLine ? lines() : whole()) {
    const one = answer(text);
    line += 1;
    if (code === 0 && 'error' in one) sayFailed(one.error, isByLine ? `line ${line}: ` : '');
    code = Math.max(code, codeOf(one));
    printJson(one);
  }
  if (code > 0) process.exitCode = code;
}

/** The first failure, for whoever reads no JSON: one clear line on stderr. */
function sayFailed(error: unknown, where: string): void {
  const { message } = error as Partial<JsonFailure['error']>;
  process.stderr.write(`shuzhi: ${where}${message ?? 'failed'}\n`);
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

/** Some editors begin a file with it; it is no part of what the file says. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Undefined where the text is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(BYTE_ORDER_MARK, '')) as unknown;
  } catch {
    return undefined;
  }
}

export const idOf = (raw: unknown): Id | null => {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
};

export const failure = (
  id: Id | null,
  code: string,
  message: string,
  path: string,
): JsonFailure => ({ id, error: { code, message, path } });

export const notJson = (): JsonFailure => failure(null, 'not_json', 'this is not JSON', '');

/** The first thing wrong; fields nobody knows come first, and all of one object are named. */
export function whatIsWrong(raw: unknown, { issues }: z.ZodError): JsonFailure {
  const id = idOf(raw);
  const unknown = issues.find(({ code }) => code === 'unrecognized_keys');
  if (unknown?.code === 'unrecognized_keys') {
    const names = unknown.keys.map((key) => [...unknown.path, key].join('.'));
    return failure(id, 'unknown_field', `unknown field: ${names.join(', ')}`, names[0]!);
  }
  const { path, message } = issues[0]!;
  const at = path.join('.');
  if (at !== '' && (valueAt(raw, path) ?? null) === null) {
    return failure(id, 'missing_field', `${at} is required`, at);
  }
  return failure(id, 'invalid_value', `${at || 'the line'}: ${message}`, at);
}

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)?.[key], raw);
