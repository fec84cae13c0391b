import type { Manifest } from '../bundle/format.js';
import { CASE_FORMAT, ENTRIES, EVIDENCE, MANIFEST, checkpointFile } from '../bundle/format.js';
import type { ZipFiles } from '../bundle/zip-reader.js';
import { Unreadable, readZip } from '../bundle/zip-reader.js';
import type { Ground } from './entries.js';
import { entriesFault } from './entries.js';
import {
  destroyedOrMissing,
  exportRecord,
  headsFault,
  houseEntries,
  lengthFault,
} from './evidence.js';
import { entryLines, readManifest, sha256 } from './reading.js';
import type { Trust } from './trust.js';
import { isFault, trustedCheckpoint } from './trust.js';
import type { Fault, Finding } from './verdict.js';
import { fault, findingOf } from './verdict.js';
import { verifyLedger } from './whole-ledger.js';

const NOTHING = { conversation: null, entries: 0, size: null, destroyed: [] };

/**
 * Judges a bundle from its bytes alone and what the caller trusts. Never throws for what is in it.
 * The first fault is told, in the order: signatures, entries one by one, their number, the day's
 * heads, words that are gone, the files for reading.
 */
export function verifyBundle(bytes: Buffer, trust: Trust): Finding {
  try {
    const files = readZip(bytes);
    const manifest = readManifest(files);
    const checkpoint = trustedCheckpoint(files, manifest, trust);
    const found = isFault(checkpoint)
      ? findingOf(checkpoint, { ...NOTHING, conversation: manifest.conversation })
      : judge({ files, checkpoint }, manifest);
    const isVouchedFor = trust.keys.length > 0 || found.verdict !== 'valid';
    return isVouchedFor ? found : { ...found, verdict: 'unknown', fault: 'unpinned' };
  } catch (error) {
    if (error instanceof Unreadable) return findingOf(fault('unreadable'), NOTHING);
    throw error;
  }
}

const judge = (ground: Ground, manifest: Manifest): Finding =>
  manifest.format === CASE_FORMAT
    ? verifyCase(ground, manifest)
    : verifyLedger(ground, () => filesFault(ground.files, manifest, {}));

function verifyCase(ground: Ground, manifest: Manifest): Finding {
  const { files, checkpoint } = ground;
  const conversation = manifest.conversation ?? '';
  const [entries, evidence] = [files.read(ENTRIES), files.read(EVIDENCE)];
  if (entries === null || evidence === null) throw new Unreadable('its entries are missing');
  const lines = entryLines(entries);
  const house = houseEntries(entryLines(evidence));
  const { destroyed, missing } = destroyedOrMissing(ground, conversation, house, lines);
  const record = exportRecord(ground, manifest, house);
  const found =
    entriesFault(ground, conversation, lines, manifest.head) ??
    ('code' in record
      ? record
      : (lengthFault(record, lines) ??
        headsFault(ground, record, conversation, house, lines) ??
        missing ??
        filesFault(files, manifest, record.files)));
  const facts = { conversation, entries: lines.length, size: checkpoint.size, destroyed };
  return findingOf(found, facts);
}

/** Proved some other way than by the record of the export, or of no weight. */
const isProved = (name: string, { size }: Manifest): boolean =>
  [ENTRIES, EVIDENCE, 'heads.json', checkpointFile(size)].includes(name) ||
  /^(proofs|blobs|consistency|checkpoints|leaves)\//.test(name);

/** Files against the list that came along, and what is for reading against the record. */
function filesFault(
  files: ZipFiles,
  manifest: Manifest,
  recorded: Readonly<Record<string, string>>,
): Fault | null {
  const listed = { ...manifest.files, ...recorded };
  for (const [name, hash] of Object.entries(listed).sort(byName)) {
    const bytes = files.read(name);
    if (bytes === null) return fault('file_missing');
    if (sha256(bytes) !== hash) return fault('file');
  }
  const isStranger = (name: string): boolean =>
    name !== MANIFEST &&
    (!Object.hasOwn(listed, name) || (!isProved(name, manifest) && !Object.hasOwn(recorded, name)));
  return files.names.some(isStranger) ? fault('file') : null;
}

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  a < b ? -1 : 1;
