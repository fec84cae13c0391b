import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryLine } from '../../ledger/bundle/format.js';
import { bodyOf } from '../../ledger/bundle/format.js';

/** What was in force when the assistant spoke: versions of all that took part, and the words it spoke with. */

interface Spoken {
  readonly trace?: { readonly versions?: unknown } | null;
  readonly statement?: { readonly wording?: readonly { readonly hash: string }[] };
}

const spokenIn = (entries: readonly EntryLine[]) =>
  entries.flatMap((line) => {
    const said = line.kind === 'ReplyDecided' ? (bodyOf(line) as Spoken | null) : null;
    return said ? [{ seq: line.seq, ...said }] : [];
  });

/** Versions of rules, knowledge, prompts and model behind every reply. */
export const versionsInForce = (entries: readonly EntryLine[]) =>
  spokenIn(entries).flatMap(({ seq, trace }) =>
    trace?.versions ? [{ seq, versions: trace.versions }] : [],
  );

/** First digits of SHA-256 over a file, as an answer names the wording it came from. */
const HASH_DIGITS = 16;

/**
 * The prompts and templates these replies were made with, as far as the house still has them in that
 * very version: name below `folder` → text.
 */
export function wordingsInForce(
  folder: string,
  entries: readonly EntryLine[],
): ReadonlyMap<string, Buffer> {
  const used = new Set(
    spokenIn(entries).flatMap(({ statement }) =>
      (Array.isArray(statement?.wording) ? statement.wording : []).map(({ hash }) => hash),
    ),
  );
  return new Map([...filesByHash(folder, used).values()].map(({ name, text }) => [name, text]));
}

interface WordingFile {
  readonly name: string;
  readonly text: Buffer;
}

/** Wordings below `folder` by the first digits of their hash, those asked for alone. */
export function filesByHash(
  folder: string,
  used: ReadonlySet<string>,
): ReadonlyMap<string, WordingFile> {
  const found = new Map<string, WordingFile>();
  if (used.size === 0) return found;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.md')) continue;
    const text = readFileSync(join(folder, name));
    const hash = createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS);
    if (used.has(hash)) found.set(hash, { name: name.replaceAll('\\', '/'), text });
  }
  return found;
}
