/** Why a remote model gave no usable answer. The embedded model answers the turn instead. */
export type ModelFailure =
  | 'timeout'
  | 'aborted'
  | 'rate_limited'
  | 'server'
  | 'connection'
  | 'malformed'
  | 'too_large'
  | 'content_filter'
  | 'length'
  | 'rejected'
  | 'misconfigured'
  | 'circuit_open';

/** The request itself may succeed if sent again. */
const TRANSIENT: readonly ModelFailure[] = [
  'timeout',
  'rate_limited',
  'server',
  'connection',
  'malformed',
];
/** Says something about the provider, not about this one question. */
const PROVIDER: readonly ModelFailure[] = [...TRANSIENT, 'too_large', 'misconfigured'];

/** A remote model failed; `retryAfterMs` is what the server asked for, null where it asked nothing. */
export class ModelError extends Error {
  readonly reason: ModelFailure;
  readonly retryAfterMs: number | null;

  constructor(reason: ModelFailure, cause?: unknown, retryAfterMs: number | null = null) {
    // The SDK takes any message that says "time out" for its own timer and drops the cause.
    super(`model failed: ${reason}`, { cause });
    this.name = 'ModelError';
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

export const isTransient = (error: ModelError): boolean => TRANSIENT.includes(error.reason);
export const blamesProvider = (error: ModelError): boolean => PROVIDER.includes(error.reason);

/**
 * The one place where what LangChain, the OpenAI SDK, undici and AbortSignal throw becomes a
 * failure we know. `signal` is the turn's: once it fired, its reason wins over what broke.
 */
export function modelErrorOf(error: unknown, signal: AbortSignal): ModelError {
  const own: unknown = find(error, (link) => link instanceof ModelError);
  if (own instanceof ModelError) return own;
  if (signal.aborted) return abortOf(signal.reason);
  const refused = find(error, (link) => typeof link['status'] === 'number');
  if (refused) return statusError(refused, error);
  if (find(error, (link) => link['name'] === 'TimeoutError'))
    return new ModelError('timeout', error);
  if (find(error, (link) => link['name'] === 'AbortError')) return new ModelError('aborted', error);
  if (find(error, isConnection)) return new ModelError('connection', error);
  return new ModelError('malformed', error);
}

/** What a fired signal means: our own budget ran out, or somebody stopped the turn. */
function abortOf(reason: unknown): ModelError {
  if (reason instanceof ModelError) return reason;
  const late = reason instanceof Error && reason.name === 'TimeoutError';
  return new ModelError(late ? 'timeout' : 'aborted', reason);
}

type Link = Record<string, unknown>;

/** First of an error and its causes that fits; causes may be circular, so eight at most. */
function find(error: unknown, fits: (link: Link) => boolean): Link | null {
  let link = error;
  for (let depth = 0; depth < 8 && typeof link === 'object' && link !== null; depth += 1) {
    if (fits(link as Link)) return link as Link;
    link = (link as Link)['cause'];
  }
  return null;
}

function isConnection(link: Link): boolean {
  if (typeof link['code'] === 'string' && /^(E[A-Z]+|UND_ERR_\w+)$/.test(link['code'])) return true;
  const name = (link as object).constructor?.name ?? '';
  return (
    name.startsWith('APIConnection') || /terminated|fetch failed/.test(String(link['message']))
  );
}

function statusError(refused: Link, cause: unknown): ModelError {
  const status = refused['status'] as number;
  if (status === 429) return new ModelError('rate_limited', cause, retryAfter(refused));
  if (status >= 500) return new ModelError('server', cause, retryAfter(refused));
  if (status === 408 || status === 409) return new ModelError('server', cause);
  // 404 is a wrong model name or path, a 3xx a wrong address: nobody's question is at fault.
  if (status < 400 || [401, 402, 403, 404].includes(status)) {
    return new ModelError('misconfigured', cause);
  }
  const filtered = /content_filter|content_policy/.test(String(refused['code']));
  return new ModelError(filtered ? 'content_filter' : 'rejected', cause);
}

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110 10.2.3). */
function retryAfter(refused: Link): number | null {
  const headers = refused['headers'];
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (!value) return null;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}
