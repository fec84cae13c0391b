import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** Writes a ZIP (APPNOTE 6.3.10, neither ZIP64 nor encryption) file by file. */
export interface ZipWriter {
  /** `name`: ASCII, `/` between folders. */
  add(name: string, content: Buffer): Promise<void>;
  end(): Promise<void>;
}

/** More names than a plain ZIP can list. */
export class TooManyFiles extends Error {
  constructor() {
    super(`a bundle holds at most ${MOST_FILES} files`);
    this.name = 'TooManyFiles';
  }
}

const MOST_FILES = 65_534;
const DEFLATED = 8;
const STORED = 0;
/** 1980-01-01: the same content gives the same bytes whenever it is written. */
const NO_DATE = 0x21;

const deflate = promisify(deflateRaw) as (content: Buffer) => Promise<Buffer>;

export function zipWriter(write: (bytes: Buffer) => Promise<void> | void): ZipWriter {
  const directory: Buffer[] = [];
  let offset = 0;
  const put = async (...parts: readonly Buffer[]): Promise<void> => {
    for (const part of parts) {
      await write(part);
      offset += part.length;
    }
  };
  return {
    async add(name, content) {
      if (directory.length === MOST_FILES) throw new TooManyFiles();
      const small = await deflate(content);
      const method = small.length < content.length ? DEFLATED : STORED;
      const kept = method === DEFLATED ? small : content;
      const common = commonHeader(method, crc32(content), kept.length, content.length, name);
      const at = offset;
      await put(signature(0x04034b50), common, Buffer.from(name), kept);
      directory.push(Buffer.concat([directoryHeader(common, at), Buffer.from(name)]));
    },
    async end() {
      const at = offset;
      await put(...directory);
      await put(endRecord(directory.length, offset - at, at));
    },
  };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The 26 bytes both kinds of header have in common. */
function commonHeader(method: number, crc: number, kept: number, size: number, name: string) {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(method, 4);
  bytes.writeUInt16LE(NO_DATE, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(kept, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

function directoryHeader(common: Buffer, at: number): Buffer {
  const made = Buffer.from([20, 0]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(at, 10);
  return Buffer.concat([signature(0x02014b50), made, common, rest]);
}

function endRecord(entries: number, size: number, at: number): Buffer {
  const bytes = Buffer.alloc(18);
  bytes.writeUInt16LE(entries, 4);
  bytes.writeUInt16LE(entries, 6);
  bytes.writeUInt32LE(size, 8);
  bytes.writeUInt32LE(at, 12);
  return Buffer.concat([signature(0x06054b50), bytes]);
}
