import { Busboy } from '@fastify/busboy';
import type { BusboyHeaders } from '@fastify/busboy';
import type { Request } from 'express';
import { Refused } from './refusal.js';

export interface UploadLimits {
  readonly files: number;
  /** All files of one message together. */
  readonly bytes: number;
}

export interface UploadedPart {
  readonly name: string;
  readonly content: Buffer;
}

export interface Uploaded {
  /** Text of the part named `activity`; null when the client sent none. */
  readonly activity: string | null;
  /** In the order in which they came, which says nothing (directline.md §5.2, 8). */
  readonly files: readonly UploadedPart[];
}

/** As for an activity that is posted by itself. */
const MOST_ACTIVITY_BYTES = 256 * 1024;

const tooLarge = () => new Refused(413, 'MessageSizeTooBig', 'the files are too large');
const malformed = () => new Refused(400, 'BadArgument', 'malformed upload');

/** Reads a whole upload into memory, and not a byte more than the limits; stores nothing. */
export function readUpload(req: Request, limits: UploadLimits): Promise<Uploaded> {
  const most = limits.bytes + MOST_ACTIVITY_BYTES;
  if (Number(req.headers['content-length'] ?? 0) > most + MOST_ACTIVITY_BYTES) throw tooLarge();
  return /^multipart\/form-data\b/i.test(req.headers['content-type'] ?? '')
    ? readParts(req, limits)
    : readWhole(req, limits);
}

function readParts(req: Request, limits: UploadLimits): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    let activity: string | null = null;
    let bytes = 0;
    const files: { readonly name: string; readonly chunks: Buffer[] }[] = [];
    const parser = openParser(req, limits.files);
    const refuse = (refusal: Refused) => {
      // The rest is read and dropped: a client that is cut off while it sends hears no reason.
      req.unpipe(parser);
      req.resume();
      reject(refusal);
    };
    parser.on('field', (name, value, _nameCut, isCut) => {
      if (name !== 'activity' || activity !== null) return;
      if (isCut) return refuse(new Refused(413, 'MessageSizeTooBig', 'the activity is too large'));
      activity = value;
    });
    parser.on('file', (_field, stream, name) => {
      const chunks: Buffer[] = [];
      files.push({ name: name ?? '', chunks });
      stream.on('error', () => refuse(malformed()));
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > limits.bytes) return refuse(tooLarge());
        chunks.push(chunk);
      });
    });
    const tooMany = () => refuse(new Refused(400, 'BadArgument', 'too many files'));
    parser.on('filesLimit', tooMany);
    parser.on('partsLimit', tooMany);
    parser.on('error', () => refuse(malformed()));
    parser.on('finish', () =>
      resolve({
        activity,
        files: files.map(({ name, chunks }) => ({ name, content: Buffer.concat(chunks) })),
      }),
    );
    onAbort(req, reject);
    req.pipe(parser);
  });
}

function openParser(req: Request, files: number) {
  try {
    return new Busboy({
      headers: req.headers as BusboyHeaders,
      // Browsers give the activity a file name too, since they send it as a blob.
      isPartAFile: (name) => name !== 'activity',
      limits: {
        files,
        fieldSize: MOST_ACTIVITY_BYTES,
        parts: files + 2,
        headerPairs: 20,
        headerSize: 8_192,
      },
    });
  } catch {
    throw malformed();
  }
}

/** The other form: the body is the file, and its name stands in `Content-Disposition`. */
async function readWhole(req: Request, limits: UploadLimits): Promise<Uploaded> {
  const name = fileNameIn(req.headers['content-disposition'] ?? '');
  const chunks: Buffer[] = [];
  let bytes = 0;
  await new Promise<void>((resolve, reject) => {
    onAbort(req, reject);
    req.on('end', resolve);
    req.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limits.bytes) reject(tooLarge());
      else chunks.push(chunk);
    });
  });
  return { activity: null, files: [{ name, content: Buffer.concat(chunks) }] };
}

function onAbort(req: Request, reject: (cause: Refused) => void): void {
  const gone = () => reject(new Refused(400, 'Aborted', 'the upload ended early'));
  req.on('aborted', gone);
  req.on('error', gone);
}

/** `filename="a.png"`, or its encoded form where the name is not ASCII (RFC 6266). */
function fileNameIn(disposition: string): string {
  const encoded = /filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition);
  try {
    if (encoded !== undefined) return decodeURIComponent(encoded);
  } catch {
    // Not what it says it is: the plain form, if there is one.
  }
  // Node reads headers as latin1; clients write UTF-8.
  return Buffer.from(plain?.[1] ?? plain?.[2] ?? '', 'latin1').toString('utf8');
}
