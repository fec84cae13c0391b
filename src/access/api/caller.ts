import type { Request } from 'express';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { bearerOf, isSameSecret } from '../bearer.js';
import { Problem } from '../problem.js';
import { TERMINAL } from '../staff/events.js';
import { subjectOf } from '../staff/sessions.js';
import type { SessionCookie } from './cookie.js';
import type { Caller } from './endpoint.js';

export interface CallerDeps {
  readonly store: Store;
  readonly now: () => Instant;
  readonly cookie: SessionCookie;
  /** Held in DATA_DIR by whoever runs the service; the command line speaks with it. */
  readonly terminalToken: string;
  /** As the browser sees us; null: told by the request. */
  readonly publicUrl: string | null;
}

/** Who asks; null: nobody we know. A bearer token goes before a cookie that came along by itself. */
export async function callerOf(
  { store, now, cookie, terminalToken }: CallerDeps,
  req: Request,
  byHand: boolean,
): Promise<Caller | null> {
  const bearer = bearerOf(req);
  if (bearer !== null && isSameSecret(bearer, terminalToken)) {
    return { id: TERMINAL, holder: 'service', staff: null, byCookie: false };
  }
  const token = bearer ?? cookie.read(req);
  if (token === null) return null;
  const staff = await subjectOf(store, token, now(), byHand);
  return staff && { id: staff.id, holder: staff.role, staff, byCookie: bearer === null };
}

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Said beside the cookie; another site can neither read it nor set this header. */
export const CSRF_HEADER = 'X-CSRF-Token';

/** Throws a 403 Problem when a change comes with a browser's cookie and was not meant by our page. */
export function refuseForged(deps: CallerDeps, req: Request, caller: Caller): void {
  if (!caller.byCookie || CHANGES_NOTHING.has(req.method)) return;
  refuseForeignOrigin(deps, req);
  const said = req.get(CSRF_HEADER) ?? null;
  if (caller.staff === null || !isSameSecret(said, caller.staff.session.csrf)) {
    throw new Problem(403, '页面已过期，请刷新后再试');
  }
}

/**
 * Throws a 403 Problem when a browser says that another site's page asks. Signing in is held to it
 * too: else a page could sign its visitor in as somebody else.
 */
export function refuseForeignOrigin(
  { publicUrl }: Pick<CallerDeps, 'publicUrl'>,
  req: Request,
): void {
  const site = req.get('Sec-Fetch-Site');
  const origin = req.get('Origin');
  const own = publicUrl === null ? `${req.protocol}://${req.host}` : new URL(publicUrl).origin;
  // What the browser itself says of the site holds behind any proxy; older ones send the origin alone.
  const isForeign =
    site === undefined ? origin !== undefined && origin !== own : site !== 'same-origin';
  if (isForeign) throw new Problem(403, '这个请求来自别的网站');
}
