import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readZip } from '../../../src/ledger/bundle/zip-reader.js';
import type { NoteKey } from '../../../src/ledger/note.js';
import { verifyBundle } from '../../../src/ledger/verify/verify.js';
import type { Store } from '../../../src/store/store.js';
import { databases } from '../../store/databases.js';
import type { Office } from './case.js';
import { bothSay, listAnew, officeOf, ownKey, pack, recordCase, unpack } from './case.js';

/** What a stranger sends in: the verifier judges it or says that it cannot, and never accepts it. */

let store: Store;
let remove: () => Promise<void>;
let office: Office;
let clean: Buffer;
let keys: readonly NoteKey[];

beforeAll(async () => {
  ({ store, remove } = await databases[0]!.open());
  office = officeOf(store);
  await recordCase(store);
  clean = await office.export();
  keys = [ownKey(clean)];
});

afterAll(async () => {
  await store.close();
  await remove();
  office.checkpoints.remove();
});

const verdictOf = (bytes: Buffer) =>
  verifyBundle(bytes, { keys, witnesses: [], checkpoint: null }).verdict;

/** Bytes in a ZIP that mean nothing to who reads it: dates and the like. */
const saysTheSame = (bytes: Buffer): boolean => {
  try {
    const [was, is] = [unpack(clean), unpack(bytes)];
    return was.size === is.size && [...was].every(([name, one]) => is.get(name)?.equals(one));
  } catch {
    return false;
  }
};

describe('a hostile bundle', () => {
  it('is never accepted with a byte changed', () => {
    const change = fc.tuple(fc.nat(clean.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(change, ([at, by]) => {
        const bytes = Buffer.from(clean);
        bytes[at] = (bytes[at] as number) ^ by;
        if (!saysTheSame(bytes)) expect(verdictOf(bytes)).not.toBe('valid');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never accepted cut off, prolonged or made of noise', () => {
    const cut = fc.nat(clean.length - 1).map((end) => clean.subarray(0, end));
    const more = fc.uint8Array({ minLength: 1, maxLength: 64 });
    const long = more.map((bytes) => Buffer.concat([clean, bytes]));
    const noise = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.oneof(cut, long, noise), (bytes) => {
        expect(verdictOf(Buffer.from(bytes))).toBe('unknown');
      }),
      { numRuns: 500 },
    );
  });

  it('is never accepted with a value of another kind anywhere in it', async () => {
    const files = unpack(clean);
    const json = [...files.keys()].filter(
      (name) => /\.jsonl?$/.test(name) && name !== 'versions.json',
    );
    const text = fc
      .tuple(fc.constantFrom(...json), fc.nat(), fc.oneof(fc.jsonValue(), fc.string()))
      .map(([name, place, value]) => ({ name, place, value }));
    await fc.assert(
      fc.asyncProperty(text, async ({ name, place, value }) => {
        const altered = new Map(files);
        const before = String(files.get(name));
        altered.set(name, Buffer.from(withValue(before, place, JSON.stringify(value))));
        if (altered.get(name)?.equals(files.get(name)!)) return;
        if (name !== 'manifest.json') listAnew(altered);
        const found = verdictOf(await pack(altered));
        // Who made it and why stands in the record too: the manifest only repeats it.
        if (name !== 'manifest.json') expect(found).not.toBe('valid');
      }),
      { numRuns: 300 },
    );
  });

  it('is judged alike by both verifiers, whatever was done to a file of it', async () => {
    const files = unpack(clean);
    const done = fc.tuple(
      fc.constantFrom(...files.keys()),
      fc.nat(),
      fc.oneof(
        fc.jsonValue().map((value) => JSON.stringify(value)),
        fc.string({ unit: 'binary' }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(done, async ([name, place, value]) => {
        const altered = new Map(files);
        altered.set(name, Buffer.from(withValue(String(files.get(name)), place, value)));
        if (name !== 'manifest.json') listAnew(altered);
        await bothSay(await pack(altered), { keys });
      }),
      { numRuns: Number(process.env['VERIFY_RUNS'] ?? 40) },
    );
  }, 600_000);

  it.each([
    ['a name twice', async () => twice()],
    ['a path out of the folder', () => pack(new Map([['../evil', Buffer.from('x')]]))],
    ['an absolute path', () => pack(new Map([['/etc/passwd', Buffer.from('x')]]))],
    ['nothing', () => pack(new Map())],
  ])('that holds %s cannot be read', async (_, make) => {
    expect(await bothSay(await make(), { keys })).toMatchObject({ fault: 'unreadable' });
  });

  it('that unpacks to more than it says is not unpacked', () => {
    const zip = Buffer.from(clean);
    const directory = zip.readUInt32LE(zip.length - 6);
    zip.writeUInt32LE(10, directory + 24);
    const [first] = readZip(zip).names;
    expect(() => readZip(zip).read(first!)).toThrow('damaged');
  });
});

/** Some value of a text put in the place of one that is there. */
function withValue(text: string, place: number, value: string): string {
  const values = [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+|null|true|false/g)];
  const chosen = values[place % Math.max(values.length, 1)];
  if (!chosen) return value;
  return text.slice(0, chosen.index) + value + text.slice(chosen.index + chosen[0].length);
}

async function twice(): Promise<Buffer> {
  const zip = await pack(
    new Map([
      ['aa', Buffer.from('1')],
      ['ab', Buffer.from('2')],
    ]),
  );
  return Buffer.from(zip.toString('latin1').replaceAll('ab', 'aa'), 'latin1');
}
