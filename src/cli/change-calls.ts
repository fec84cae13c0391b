import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ChangeShown, ChangesShown } from '../review/changes/change-endpoints.js';
import { asStaff, theService } from './as-staff.js';
import type { ProposeOptions } from './change.js';
import { CommandFailure, printJson, printLine } from './command.js';
import type { MoreShown } from './list-end.js';
import { ALL, warnOfMore } from './list-end.js';

const BASE = '/api/v1/review/changes';

type Change = ChangesShown['changes'][number];

export async function proposeChanges(
  paths: readonly string[],
  { kind, reason, effective, as, json = false }: ProposeOptions,
): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({ path: resolve(path), text: await textOf(path) })),
  );
  const changes = await asStaff(as, async (own) => {
    const proposed: Change[] = [];
    for (const file of files) {
      const body = JSON.stringify({ kind, file, reason, effectiveAt: effective ?? null });
      const answer = await own.call(BASE, { method: 'POST', body });
      proposed.push(...(answer as ChangesShown).changes);
    }
    return proposed;
  });
  if (json) printJson(changes);
  else changes.forEach((one) => printLine(lineOf(one)));
}

async function textOf(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (cause) {
    const why = cause instanceof TypeError ? 'is not UTF-8 text' : 'cannot be opened';
    throw new CommandFailure(`${path} ${why}`, { cause });
  }
}

export async function listChanges(all: boolean, json: boolean): Promise<void> {
  const answer = await (await theService()).call(`${BASE}?all=${all ? '1' : '0'}&${ALL}`);
  const { changes, more } = answer as ChangesShown & MoreShown;
  if (json) printJson(changes);
  else changes.forEach((one) => printLine(lineOf(one)));
  warnOfMore(more, changes.length);
}

export async function showChange(id: string, json: boolean): Promise<void> {
  const shown = (await (
    await theService()
  ).call(`${BASE}/${encodeURIComponent(id)}`)) as ChangeShown;
  if (json) return printJson(shown);
  printLine(lineOf(shown));
  shown.lines
    .filter(({ sign }) => sign !== ' ')
    .forEach(({ sign, text }) => printLine(`${sign} ${text}`));
}

export async function decideChange(
  staff: string,
  id: string,
  what: 'approval' | 'refusal' | 'revert',
  body: object | null,
  json: boolean,
): Promise<void> {
  const sent = { method: 'POST', ...(body ? { body: JSON.stringify(body) } : {}) };
  const path = `${BASE}/${encodeURIComponent(id)}/${what}`;
  const change = (await asStaff(staff, (own) => own.call(path, sent))) as Change;
  if (json) printJson(change);
  else printLine(lineOf(change));
}

const lineOf = ({
  id,
  kind,
  name,
  stage,
  author,
  decidedBy,
  effectiveAt,
  reason,
}: Change): string =>
  [
    id,
    stage,
    kind,
    name,
    `by ${author}`,
    decidedBy === null ? '-' : `decided by ${decidedBy}`,
    `effective ${effectiveAt.slice(0, 16)}`,
    reason,
  ].join('  ');
