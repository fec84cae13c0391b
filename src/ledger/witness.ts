import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../terms/time.js';
import { parseHashLines } from './bundle/proof-file.js';
import type { SignedCheckpoint } from './checkpoint.js';
import { parseCheckpoint } from './checkpoint.js';
import { EMPTY_ROOT, isConsistent } from './merkle.js';
import type { NoteKey } from './note.js';
import { cosignatureLine, signatureBy } from './note.js';

/**
 * 见证: another process, best on another machine and in other hands, that signs below a checkpoint
 * only when it goes on from the last one it saw (C2SP tlog-witness).
 */
export interface WitnessDeps {
  /** Ledgers it watches. */
  readonly logs: readonly NoteKey[];
  readonly key: NoteKey;
  /** What it saw last lies here, a file a ledger. */
  readonly folder: string;
  readonly now: () => Instant;
}

export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly body: string;
}

export interface Witness {
  /** Answers one request to `add-checkpoint`; what was seen is durable before anything is signed. */
  add(request: string): Promise<WitnessAnswer>;
}

export function createWitness(deps: WitnessDeps): Witness {
  let before: Promise<unknown> = Promise.resolve();
  return {
    add(request) {
      const mine = before.then(() => judge(deps, request));
      before = mine.catch(() => undefined);
      return mine;
    },
  };
}

interface Asked {
  readonly old: number;
  readonly proof: readonly Buffer[];
  readonly checkpoint: SignedCheckpoint;
}

function parseRequest(request: string): Asked | null {
  const end = request.indexOf('\n\n');
  const head = end < 0 ? '' : request.slice(0, end + 1);
  const [, old, lines = ''] = /^old (0|[1-9][0-9]{0,14})\n([^]*)$/.exec(head) ?? [];
  const proof = parseHashLines(lines);
  const checkpoint = parseCheckpoint(request.slice(end + 2));
  return old === undefined || !proof || !checkpoint
    ? null
    : { old: Number(old), proof, checkpoint };
}

const refusal = (status: Exclude<WitnessAnswer['status'], 200>, body = ''): WitnessAnswer => ({
  status,
  body,
});

async function judge(deps: WitnessDeps, request: string): Promise<WitnessAnswer> {
  const asked = parseRequest(request);
  if (!asked) return refusal(400);
  const { old, proof, checkpoint } = asked;
  const keys = deps.logs.filter(({ name }) => name === checkpoint.origin);
  if (keys.length === 0) return refusal(404);
  if (!keys.some((key) => signatureBy(key, checkpoint.note) === 'good')) return refusal(403);
  if (old > checkpoint.size) return refusal(400);
  const seen = lastSeen(deps.folder, checkpoint.origin);
  if (old !== seen.size) return refusal(409, `${seen.size}\n`);
  if (!isConsistent(seen, checkpoint, proof)) {
    return old === checkpoint.size ? refusal(409, `${seen.size}\n`) : refusal(422);
  }
  await keep(deps.folder, checkpoint);
  const seconds = Math.floor(deps.now() / 1_000);
  return { status: 200, body: cosignatureLine(checkpoint.note.text, deps.key, seconds) };
}

const fileOf = (folder: string, origin: string): string =>
  join(folder, `${createHash('sha256').update(origin).digest('hex')}.checkpoint`);

/** Throws where what was seen cannot be read any more: forgetting it would open the way to a fork. */
function lastSeen(folder: string, origin: string): Pick<SignedCheckpoint, 'size' | 'root'> {
  const file = fileOf(folder, origin);
  if (!existsSync(file)) return { size: 0, root: EMPTY_ROOT };
  const seen = parseCheckpoint(readFileSync(file, 'utf8'));
  if (!seen) throw new Error(`${file} is damaged`);
  return seen;
}

async function keep(folder: string, { origin, text }: SignedCheckpoint): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${fileOf(folder, origin)}.draft`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, fileOf(folder, origin));
}
