/** Who is talking, as the server has recognised them (客户). `elder`: at least 60 years old. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly tolerance: string;
  readonly label: string;
  readonly elder: boolean;
}

/** Leave to talk (会话凭证): a Direct Line token bound to one person and one conversation. */
export interface Session {
  readonly token: string;
  readonly conversationId: string;
  readonly customer: Customer | null;
}

export type SessionAnswer =
  | { readonly outcome: 'granted'; readonly session: Session }
  | { readonly outcome: 'too_many'; readonly retryAfterS: number }
  | { readonly outcome: 'unreachable' };

export interface SessionRequest {
  /** A customer's id signs in (demonstration mode), null signs out; absent: whoever the cookie says. */
  readonly customer?: string | null;
  /** A conversation of this browser to go on with. */
  readonly resume?: { readonly conversationId: string };
}

const TIMEOUT_MS = 15_000;

/** `POST /web/session`. Never throws: every failure is an outcome. */
export async function requestSession(request: SessionRequest): Promise<SessionAnswer> {
  try {
    const response = await fetch('/web/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 429) {
      const after = Number(response.headers.get('Retry-After'));
      return { outcome: 'too_many', retryAfterS: after > 0 ? after : 10 };
    }
    const session = response.ok ? readSession(await response.json()) : null;
    return session === null ? { outcome: 'unreachable' } : { outcome: 'granted', session };
  } catch {
    return { outcome: 'unreachable' };
  }
}

function readSession(body: unknown): Session | null {
  if (typeof body !== 'object' || body === null) return null;
  const { token, conversationId, customer } = body as Record<string, unknown>;
  if (typeof token !== 'string' || typeof conversationId !== 'string') return null;
  return { token, conversationId, customer: readCustomer(customer) };
}

function readCustomer(value: unknown): Customer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, tolerance, label, elder } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  const text = (it: unknown): string => (typeof it === 'string' ? it : '');
  return { id, name, tolerance: text(tolerance), label: text(label), elder: elder === true };
}
