import { crc32, inflateRawSync } from 'node:zlib';

/** What a bundle cannot be read for; whoever made it, nothing can be said about it. */
export class Unreadable extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Unreadable';
  }
}

export interface ZipFiles {
  readonly names: readonly string[];
  /** Null: there is no such file. Throws Unreadable where its bytes are damaged. */
  read(name: string): Buffer | null;
}

interface Place {
  readonly at: number;
  readonly method: number;
  readonly crc: number;
  readonly kept: number;
  readonly size: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const DIRECTORY = 0x02014b50;
const DIRECTORY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const MOST_FILES = 65_534;
/** What a hostile file may unpack to in all. */
const MOST_BYTES = 2 ** 31;
/** Unpacked in as few pieces as can be: joining many costs more than unpacking. */
const LEAST_CHUNK = 64;
const MOST_CHUNK = 2 ** 25;
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/** Reads the one plain form that bundles are written in, and refuses every other. */
export function readZip(bytes: Buffer): ZipFiles {
  const places = placesIn(bytes);
  return {
    names: [...places.keys()],
    read(name) {
      const place = places.get(name);
      return place ? contentAt(bytes, name, place) : null;
    },
  };
}

function placesIn(bytes: Buffer): ReadonlyMap<string, Place> {
  const end = bytes.length - END_BYTES;
  if (end < 0 || bytes.readUInt32LE(end) !== END)
    throw new Unreadable('no ZIP, or its end is gone');
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  let at = bytes.readUInt32LE(end + 16);
  if (at + size !== end || count > MOST_FILES) throw new Unreadable('its directory does not fit');
  const places = new Map<string, Place>();
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    const { name, place, next } = placeAt(bytes, at, end);
    if (places.has(name)) throw new Unreadable(`it holds ${name} twice`);
    total += place.size;
    if (total > MOST_BYTES) throw new Unreadable('it unpacks to more than 2 GiB');
    places.set(name, place);
    at = next;
  }
  if (at !== end) throw new Unreadable('its directory does not fit');
  return places;
}

function placeAt(bytes: Buffer, at: number, end: number) {
  if (at + DIRECTORY_BYTES > end || bytes.readUInt32LE(at) !== DIRECTORY) {
    throw new Unreadable('its directory is damaged');
  }
  const named = at + DIRECTORY_BYTES;
  const extra = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const next = named + bytes.readUInt16LE(at + 28);
  const name = bytes.subarray(named, next).toString('latin1');
  // No encryption, no other flags, nothing beside the name.
  if (next > end || extra > 0 || bytes.readUInt16LE(at + 8) !== 0 || !NAME.test(name)) {
    throw new Unreadable('it holds a file of another kind');
  }
  const place = {
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    kept: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
  };
  return { name, place, next };
}

function contentAt(bytes: Buffer, name: string, place: Place): Buffer {
  const named = place.at + LOCAL_BYTES;
  const from = named + name.length;
  const isHere =
    from + place.kept <= bytes.length &&
    bytes.readUInt32LE(place.at) === LOCAL &&
    bytes.readUInt16LE(place.at + 26) === name.length &&
    bytes.readUInt16LE(place.at + 28) === 0 &&
    bytes.subarray(named, from).toString('latin1') === name;
  if (!isHere) throw new Unreadable(`${name} is not where the directory says`);
  const content = unpacked(bytes.subarray(from, from + place.kept), name, place);
  if (content.length !== place.size || crc32(content) !== place.crc) {
    throw new Unreadable(`${name} is damaged`);
  }
  return content;
}

function unpacked(kept: Buffer, name: string, { method, size }: Place): Buffer {
  if (method === 0) return kept;
  if (method !== 8) throw new Unreadable(`${name} is packed in another way`);
  try {
    const chunkSize = Math.min(Math.max(size, LEAST_CHUNK), MOST_CHUNK);
    return inflateRawSync(kept, { maxOutputLength: Math.max(size, 1), chunkSize });
  } catch (cause) {
    throw new Unreadable(`${name} is damaged`, { cause });
  }
}
