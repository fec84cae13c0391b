import type { MomentRow } from '../../store/schema.js';
import type { Store, Write } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { findHead, moveHead } from '../queries/head.js';
import { findMoment, moveMoment } from '../queries/moment.js';
import { readEvents } from '../queries/stream.js';
import type { Head } from '../stream.js';
import { appendTo, newHead } from '../stream.js';
import { changed, refusal } from './decide.js';
import type { MomentEvent } from './events.js';
import { momentStream } from './events.js';

/** What people do with a moment, on record. */

export interface ActDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
}

export type ActResult =
  | { readonly kind: 'done'; readonly moment: MomentRow }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly why: NonNullable<ReturnType<typeof refusal>> };

/** Refused as `decided` too where somebody else was first. */
export async function act(deps: ActDeps, id: string, event: MomentEvent): Promise<ActResult> {
  const { store, now } = deps;
  const at = now();
  const from = await findHead(store, momentStream(id));
  const row = await findMoment(store, id);
  if (!row) return { kind: 'unknown' };
  const why = refusal(row, event, toLocalDate(at));
  if (why !== null) return { kind: 'refused', why };
  const { kind } = await store.commit(actWrites(deps, row, from, event, at));
  if (kind === 'conflict') return { kind: 'refused', why: 'decided' };
  return { kind: 'done', moment: { ...row, ...changed(event, at) } };
}

/** Writes that put an event of a moment on record with what it changes. */
export function actWrites(
  { store, origin }: Pick<ActDeps, 'store' | 'origin'>,
  row: MomentRow,
  from: Head | null,
  event: MomentEvent,
  at: Instant,
): readonly Write[] {
  const stream = momentStream(row.id);
  const actor = 'by' in event && event.by !== undefined ? `staff:${event.by}` : 'service';
  const { writes, head } = appendTo(store, origin, stream, from ?? newHead, [{ actor, at, event }]);
  return [
    moveHead(store, stream, from, head),
    ...writes,
    moveMoment(store, row, changed(event, at)),
  ];
}

/** All that became of a moment, in order. */
export async function momentEvents(store: Store, id: string) {
  const rows = await readEvents(store, momentStream(id));
  return rows.flatMap(({ at, actor, kind, body }) =>
    body === null ? [] : [{ at, actor, event: { kind, ...JSON.parse(body) } as MomentEvent }],
  );
}
