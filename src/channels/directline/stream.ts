import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { News } from '../../conversation/watch.js';
import type { DirectLineDeps } from './server.js';
import { activitiesAfter, watermarkOf } from './activity-set.js';
import { workingActivity } from './render.js';
import type { Seat } from './tokens.js';

const STREAM_PATH = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/;
const KEEP_ALIVE_MS = 15_000;
/** A reader slower than this is cut; it comes back with its watermark and loses nothing. */
const MAX_BUFFERED = 64 * 1024;

export interface StreamLimits {
  readonly streamsPerConversation: number;
}

/** The WebSocket side of Direct Line: backlog first, then whatever is recorded. */
export function serveStreams(
  server: Server,
  deps: Pick<
    DirectLineDeps,
    'store' | 'assistantName' | 'seal' | 'tickets' | 'watch' | 'now' | 'report'
  >,
  limits: StreamLimits,
): () => void {
  // Clients send only pings; a large frame from one is hostile.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4_096 });
  const open = new Map<string, number>();
  const onUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const id = STREAM_PATH.exec(url.pathname)?.[1];
    if (id === undefined) return refuse(socket, 404);
    const seat = deps.tickets.redeem(url.searchParams.get('t') ?? '', id);
    if (seat === null) return refuse(socket, 403);
    if ((open.get(id) ?? 0) >= limits.streamsPerConversation) return refuse(socket, 429);
    sockets.handleUpgrade(req, socket, head, (ws) => {
      open.set(id, (open.get(id) ?? 0) + 1);
      ws.on('close', () => leave(open, id));
      follow(deps, ws, seat, watermarkOf(url.searchParams.get('watermark')) ?? 0);
    });
  };
  server.on('upgrade', onUpgrade);
  return () => {
    server.off('upgrade', onUpgrade);
    for (const ws of sockets.clients) ws.close(1001);
    sockets.close();
  };
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function leave(open: Map<string, number>, id: string): void {
  const left = (open.get(id) ?? 1) - 1;
  if (left > 0) open.set(id, left);
  else open.delete(id);
}

function follow(
  deps: Parameters<typeof serveStreams>[1],
  ws: WebSocket,
  seat: Seat,
  from: number,
): void {
  const { conversation: id } = seat;
  let watermark = from;
  let sending: Promise<void> = Promise.resolve();
  const sendNew = async () => {
    for (;;) {
      const page = await activitiesAfter(deps, seat, watermark);
      if (Number(page.watermark) === watermark) return;
      watermark = Number(page.watermark);
      if (page.activities.length > 0) send(ws, JSON.stringify(page));
    }
  };
  const catchUp = () => {
    // One after another, so that pages leave in order; an error ends the socket, not the record.
    sending = sending.then(sendNew).catch((error: unknown) => {
      deps.report(error);
      ws.close(1011);
    });
  };
  const voices = { assistant: deps.assistantName };
  const stop = deps.watch.follow(id, (news: News) => {
    if (news.kind === 'recorded') catchUp();
    else {
      const activity = workingActivity(id, voices, news.status, {
        at: deps.now(),
        after: watermark,
      });
      send(ws, JSON.stringify({ activities: [activity] }));
    }
  });
  const keepAlive = setInterval(() => send(ws, ''), KEEP_ALIVE_MS);
  keepAlive.unref();
  ws.on('close', () => {
    stop();
    clearInterval(keepAlive);
  });
  ws.on('error', () => ws.terminate());
  catchUp();
}

function send(ws: WebSocket, text: string): void {
  if (ws.readyState !== ws.OPEN) return;
  if (ws.bufferedAmount > MAX_BUFFERED) ws.terminate();
  else ws.send(text);
}
