import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_FILE_ENDING } from '../ledger/checkpoint-folder.js';
import type { SignedCheckpoint } from '../ledger/checkpoint.js';
import { parseCheckpoint } from '../ledger/checkpoint.js';
import type { Algorithm, NoteKey } from '../ledger/note.js';
import { COSIGNATURE, NOTE_SIGNATURE, parseVerifierLine } from '../ledger/note.js';
import { exitCode, sayFinding } from '../ledger/verify/verdict.js';
import { verifyBundle } from '../ledger/verify/verify.js';
import { CommandFailure, printJson, printLine } from './command.js';
import type { VerifyOptions } from './ledger.js';

/** Nothing was judged: a code of 1 would say that the bundle was tampered with. */
const CANNOT_TELL = 3;

/** Judges a bundle from its file and what the caller trusts; needs neither store nor network. */
export function verifyFile(
  bundle: string,
  { key, witness, checkpoint, json = false }: VerifyOptions,
  env: NodeJS.ProcessEnv,
): number {
  const lines = key.length > 0 ? key : keysBesideCheckpoints(env);
  const finding = verifyBundle(readGiven(bundle), {
    keys: lines.map((line) => keyOf(line, NOTE_SIGNATURE)),
    witnesses: witness.map((line) => keyOf(line, COSIGNATURE)),
    checkpoint: checkpoint === undefined ? null : checkpointIn(checkpoint),
  });
  if (json) printJson(finding);
  else {
    printLine(sayFinding(finding));
    if (finding.destroyed.length > 0) {
      printLine(`words destroyed on record: ${finding.destroyed.join(', ')}`);
    }
  }
  return exitCode(finding);
}

/** Who verifies on the machine that signed has its keys already. */
function keysBesideCheckpoints(env: NodeJS.ProcessEnv): readonly string[] {
  const folder = env['CHECKPOINT_DIR'] || join(env['DATA_DIR'] || 'data', 'checkpoints');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(KEY_FILE_ENDING))
    .map((name) => join(folder, name));
}

function readGiven(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new CommandFailure(`${file} cannot be read`, { cause, exitCode: CANNOT_TELL });
  }
}

function keyOf(given: string, algorithm: Algorithm): NoteKey {
  const line = existsSync(given) ? readFileSync(given, 'utf8') : given;
  const key = parseVerifierLine(line, algorithm);
  if (!key) throw new CommandFailure(`this is no key: ${given}`, { exitCode: CANNOT_TELL });
  return key;
}

function checkpointIn(file: string): SignedCheckpoint {
  const checkpoint = parseCheckpoint(readGiven(file).toString('utf8'));
  if (!checkpoint) throw new CommandFailure(`${file} is no checkpoint`, { exitCode: CANNOT_TELL });
  return checkpoint;
}
