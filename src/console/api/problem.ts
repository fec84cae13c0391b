/** What the service says when it refuses (RFC 9457). */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  /** Names this very refusal in the service's log; null: it gave none. */
  readonly instance: string | null;
  /** Seconds after which it may be tried again; null: not said. */
  readonly retryAfter: number | null;
  /** Members beside the standard ones. */
  readonly more: Readonly<Record<string, unknown>>;
}

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.title);
    this.refusal = refusal;
  }
}

/** No answer came at all. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(cause: unknown) {
    super('the service cannot be reached', { cause });
  }
}

export async function refusalIn(response: Response): Promise<Refusal> {
  const text = await response.text();
  const { title, instance, ...more } = readJson(text);
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    status: response.status,
    title: typeof title === 'string' ? title : `HTTP ${response.status}`,
    instance: typeof instance === 'string' ? instance.replace(/^urn:uuid:/, '') : null,
    retryAfter: Number.isFinite(after) ? after : null,
    more,
  };
}

/** A proxy's page is no JSON: then nothing is known but the status. */
function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** In words for the person who asked: the refusal, and what of the request it is about. */
export function saidBy({ refusal: { title, more } }: Refused): string {
  const { errors } = more as { readonly errors?: readonly { readonly message: string }[] };
  return [title, ...(errors ?? []).map(({ message }) => message)].join('：');
}
