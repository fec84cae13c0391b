import { expect } from '@jest/globals';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { insertAttachment } from '../../../src/conversation/queries/attachment.js';
import { findHead, moveHead } from '../../../src/conversation/queries/head.js';
import { appendTo, newHead } from '../../../src/conversation/stream.js';
import type { EntryLine, Manifest } from '../../../src/ledger/bundle/format.js';
import { readZip } from '../../../src/ledger/bundle/zip-reader.js';
import { zipWriter } from '../../../src/ledger/bundle/zip-writer.js';
import { noteKey, verifierLine } from '../../../src/ledger/note.js';
import type { NoteKey } from '../../../src/ledger/note.js';
import type { SignedCheckpoint } from '../../../src/ledger/checkpoint.js';
import type { Finding } from '../../../src/ledger/verify/verdict.js';
import { exitCode } from '../../../src/ledger/verify/verdict.js';
import { verifyBundle } from '../../../src/ledger/verify/verify.js';
import { exportCase } from '../../../src/review/case/export.js';
import type { Store } from '../../../src/store/store.js';
import type { Clock } from '../grounds.js';
import { KEY, START, keeperOn, newCheckpointFolder, say } from '../grounds.js';

export const CONVERSATION = 'talk';
const PICTURE = Buffer.from('a picture, as far as the ledger cares');
export const PICTURE_ID = createHash('sha256').update(PICTURE).digest('hex');

interface Said {
  readonly actor: string;
  readonly event: { readonly kind: string; readonly [part: string]: unknown };
}

const SAID: readonly Said[] = [
  { actor: 'customer', event: { kind: 'ConversationOpened', channel: 'test', customer: null } },
  { actor: 'customer', event: { kind: 'MessageReceived', text: '这款理财保本吗？' } },
  {
    actor: 'assistant',
    event: { kind: 'ReplyDecided', statement: { text: '理财产品不保本。', wording: [] } },
  },
  {
    actor: 'customer',
    event: {
      kind: 'MessageReceived',
      text: '=1+1 <script>alert(1)</script>',
      attachments: [{ id: PICTURE_ID, name: 'a.png', mediaType: 'image/png', size: 37 }],
    },
  },
  { actor: 'customer', event: { kind: 'MessageReceived', text: '好的' } },
];

/** A conversation of five entries among others, with the heads of the day taken after them. */
export async function recordCase(store: Store): Promise<void> {
  await say(store, 'before', 30);
  const from = await findHead(store, CONVERSATION);
  const happened = SAID.map((one, i) => ({ ...one, at: START + i * 1_000 }));
  const { writes, head } = appendTo(store, 'test', CONVERSATION, from ?? newHead, happened);
  const picture = insertAttachment(store, {
    conversation_id: CONVERSATION,
    id: PICTURE_ID,
    name: 'a.png',
    media_type: 'image/png',
    size: PICTURE.length,
    content: PICTURE,
    received_at: START,
  });
  await store.commit([moveHead(store, CONVERSATION, from, head), ...writes, picture]);
  await say(store, 'other', 30);
}

export interface Office {
  readonly clock: Clock;
  readonly checkpoints: ReturnType<typeof newCheckpointFolder>;
  sign(): Promise<SignedCheckpoint>;
  export(since?: SignedCheckpoint): Promise<Buffer>;
}

/** Who keeps the ledger of a store and hands out its conversations. */
export function officeOf(store: Store, checkpoints = newCheckpointFolder()): Office {
  const clock = { at: START };
  const ledger = keeperOn(store, checkpoints.folder, clock);
  return {
    clock,
    checkpoints,
    sign: () => ledger.sign(),
    async export(since) {
      const deps = { store, origin: 'test', now: () => clock.at, ledger, institution: '甲银行' };
      const order = { conversation: CONVERSATION, by: 'compliance1', why: '投诉核查' };
      const exported = await exportCase(deps, { ...order, since: since ?? null });
      if (!exported) throw new Error('no such conversation');
      return exported.zip;
    },
  };
}

export type Files = Map<string, Buffer>;

export function unpack(zip: Buffer): Files {
  const { names, read } = readZip(zip);
  return new Map(names.map((name) => [name, read(name) as Buffer]));
}

export async function pack(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const zip = zipWriter((bytes) => void chunks.push(bytes));
  for (const [name, content] of files) await zip.add(name, content);
  await zip.end();
  return Buffer.concat(chunks);
}

export const sha256 = (data: Buffer | string): string =>
  createHash('sha256').update(data).digest('hex');

/** What somebody who alters files does next: the list that came along fits them again. */
export function listAnew(files: Files): void {
  const manifest = JSON.parse(String(files.get('manifest.json'))) as Manifest;
  files.delete('manifest.json');
  const hashes = Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)]));
  const listed = { ...manifest, files: hashes };
  files.set('manifest.json', Buffer.from(JSON.stringify(listed)));
}

export const entriesIn = (files: Files): EntryLine[] =>
  String(files.get('entries.jsonl'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as EntryLine);

export const putEntries = (files: Files, lines: readonly EntryLine[]): void =>
  void files.set(
    'entries.jsonl',
    Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
  );

export const manifestOf = (zip: Buffer): Manifest =>
  JSON.parse(String(unpack(zip).get('manifest.json'))) as Manifest;

export const ownKey = (zip: Buffer): NoteKey => noteKey(manifestOf(zip).origin, KEY);

export interface Pins {
  readonly keys?: readonly NoteKey[];
  readonly witnesses?: readonly NoteKey[];
  readonly checkpoint?: SignedCheckpoint;
}

const PYTHON = fileURLToPath(new URL('../../../src/ledger/verify/verify.py', import.meta.url));
let files = 0;

/** The other verifier; `-S` takes installed packages away, so that its own Ed25519 is at work. */
export function verifyInPython(
  zip: Buffer,
  { keys = [], witnesses = [], checkpoint }: Pins,
  isolated = true,
): Promise<Finding & { readonly exit: number }> {
  const path = join(tmpdir(), `shuzhi-verify-${process.pid}-${(files += 1)}`);
  writeFileSync(path, zip);
  if (checkpoint) writeFileSync(`${path}.txt`, checkpoint.text);
  const args = [
    ...(isolated ? ['-S'] : []),
    PYTHON,
    path,
    '--json',
    ...keys.flatMap((key) => ['--key', verifierLine(key)]),
    ...witnesses.flatMap((key) => ['--witness', verifierLine(key, 4)]),
    ...(checkpoint ? ['--checkpoint', `${path}.txt`] : []),
  ];
  return new Promise((resolve, reject) => {
    execFile('python3', args, (error, stdout, stderr) => {
      const exit = typeof error?.code === 'number' ? error.code : 0;
      try {
        resolve({ ...(JSON.parse(stdout) as Finding), exit });
      } catch (cause) {
        reject(new Error(`verify.py: ${stderr}`, { cause }));
      }
    });
  });
}

/** What both verifiers say; they must say the same. */
export async function bothSay(zip: Buffer, pins: Pins): Promise<Finding> {
  const { keys = [], witnesses = [], checkpoint = null } = pins;
  const ours = verifyBundle(zip, { keys, witnesses, checkpoint });
  const theirs = await verifyInPython(zip, pins);
  expect(theirs).toEqual({ ...ours, exit: exitCode(ours) });
  return ours;
}
