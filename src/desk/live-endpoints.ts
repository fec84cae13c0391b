import type { Response } from 'express';
import type { Caller, Endpoint } from '../access/api/endpoint.js';
import { endpoint } from '../access/api/endpoint.js';
import { may } from '../access/permissions.js';
import { isLive } from '../access/staff/sessions.js';
import type { Change, Live } from './live.js';
import type { ListingDeps } from './queue-endpoints.js';
import { queueFor } from './queue-endpoints.js';
import { employeeOf, relationOf } from './seat.js';

export interface LiveDeps extends ListingDeps {
  readonly live: Live;
}

const HEARTBEAT_MS = 15_000;
/** A right that is taken away is gone on open streams within this (reliability.md A6). */
const SESSION_CHECK_MS = 5_000;
/** The queue is told at most so often, however much happens. */
const QUEUE_EVERY_MS = 300;
/** A reader slower than this is cut; it comes back and is told what it missed. */
const MAX_BUFFERED = 64 * 1024;

/**
 * What changes while a console is open: `queue` with all of it, at first and at every change,
 * `conversation` with where one stands, `reset` where more was missed than is remembered, `session`
 * when it has ended.
 */
export const liveEndpoints = (deps: LiveDeps): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/desk/stream',
    tag: 'desk',
    summary: 'Server-sent events: queue, conversation, session; resumes by Last-Event-ID',
    needs: 'conversation.list',
    relation: ({ caller }) => (caller.holder === 'compliance' ? 'others' : 'assigned'),
    background: true,
    run: ({ caller, req, res }) => stream(deps, caller, req.get('Last-Event-ID') ?? null, res),
  }),
];

/** Sends until the reader leaves or may not read any more. */
async function stream(
  deps: LiveDeps,
  caller: Caller,
  lastId: string | null,
  res: Response,
): Promise<void> {
  res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' });
  res.flushHeaders();
  const send = (name: string, data: object, id?: string) => {
    if (res.writableLength > MAX_BUFFERED) res.destroy();
    else res.write(`${id ? `id: ${id}\n` : ''}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const fail = () => void res.destroy();
  const tellQueue = async () => send('queue', await queueFor(deps, caller));
  const queue = soon(() => void tellQueue().catch(fail), QUEUE_EVERY_MS);
  const tell = (change: Change) => {
    if (mayRead(caller, change)) send('conversation', shown(change), change.id);
    queue.ask();
  };
  const leave = deps.live.follow(tell);
  const timers = [
    setInterval(() => void (res.destroyed || res.write(':\n\n')), HEARTBEAT_MS),
    setInterval(() => void endSpent(deps, caller, send, res).catch(fail), SESSION_CHECK_MS),
  ];
  timers.forEach((timer) => timer.unref());
  res.on('close', () => {
    leave();
    queue.stop();
    timers.forEach(clearInterval);
  });
  const missed = lastId === null ? [] : deps.live.since(lastId);
  // Too long ago to be told one by one: what is open must be read again.
  if (missed === null) send('reset', {});
  else missed.forEach(tell);
  await tellQueue();
}

const mayRead = (caller: Caller, { theirs }: Change): boolean =>
  may(caller.holder, 'conversation.read', relationOf(theirs, employeeOf(caller)));

const shown = ({ conversation, theirs }: Change) => ({
  conversation,
  pen: theirs.pen,
  epoch: theirs.epoch,
  stage: theirs.stage,
  seq: theirs.next_seq - 1,
});

async function endSpent(
  { store, now }: LiveDeps,
  { staff }: Caller,
  send: (name: string, data: object) => void,
  res: Response,
): Promise<void> {
  if (staff === null || (await isLive(store, staff.session.id, now()))) return;
  send('session', { ended: true });
  res.end();
}

/** Asked for however often, done once a while, and not at all once it is stopped. */
function soon(work: () => void, everyMs: number) {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  return {
    ask() {
      if (timer !== null || isStopped) return;
      timer = setTimeout(() => {
        timer = null;
        work();
      }, everyMs);
      timer.unref();
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
