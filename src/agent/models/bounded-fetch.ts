import { ModelError } from './model-error.js';

export interface FetchBounds {
  /** The only server ever spoken to. */
  readonly baseURL: string;
  readonly maxBytes: number;
  /** Longest silence between two pieces of an answer. */
  readonly idleMs: number;
  /** Turns a 200 body into the JSON the SDK expects; throws ModelError where it cannot. */
  readonly read: (body: string, contentType: string) => string;
}

type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * The wire under the SDK: one host, no redirects, and the whole body read here, so that the SDK's
 * own timer covers it too (it stops at the headers otherwise), silence and size have a limit, and
 * half a character or half an object is an error and never an answer.
 */
export function boundedFetch(bounds: FetchBounds): Fetch {
  const { origin } = new URL(bounds.baseURL);
  return async (url, init) => {
    const target = new URL(url instanceof Request ? url.url : url);
    if (target.origin !== origin) throw new ModelError('misconfigured');
    const response = await fetch(target, { ...init, redirect: 'manual' });
    const body = await readBody(response, bounds);
    const headers = new Headers(response.headers);
    // The body has been decoded and will be rewritten: its old length and coding would be lies.
    for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) {
      headers.delete(name);
    }
    if (!response.ok) return replaced(response.status, headers, body);
    const completion = bounds.read(body, headers.get('content-type') ?? '');
    headers.set('content-type', 'application/json');
    return replaced(response.status, headers, completion);
  };
}

function replaced(status: number, headers: Headers, body: string): Response {
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : body, { status, headers });
}

async function readBody(response: Response, bounds: FetchBounds): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await nextPiece(reader, bounds.idleMs);
      if (done) break;
      size += value.byteLength;
      if (size > bounds.maxBytes) throw new ModelError('too_large');
      pieces.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error;
  }
  return decode(Buffer.concat(pieces));
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function nextPiece(
  reader: Reader,
  idleMs: number,
): Promise<{ done: false; value: Uint8Array } | { done: true; value?: undefined }> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ModelError('timeout')), idleMs);
  });
  try {
    const piece = await Promise.race([reader.read(), silence]);
    return piece.done ? { done: true } : { done: false, value: piece.value };
  } finally {
    clearTimeout(timer);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ModelError('malformed', cause);
  }
}
