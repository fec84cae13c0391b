import type { Request, Response } from 'express';
import type { Limit } from '../../access/limits.js';
import { DAY, MINUTE, enforce } from '../../access/limits.js';
import type { Incoming } from '../../conversation/intake.js';
import { receive } from '../../conversation/intake.js';
import { newConversationId } from '../../conversation/opening.js';
import type { ConversationId } from '../../terms/ids.js';
import type { ClientActivity } from './activity.js';
import { parseActivity } from './activity.js';
import { grantFor } from './grants.js';
import { Refused } from './refusal.js';
import type { DirectLineDeps } from './server.js';
import type { Grant } from './tokens.js';
import { readMessage } from './upload.js';

/** `POST /conversations/{id}/activities`: acknowledged once it is durable, answered on the stream. */
export async function postActivity(
  deps: DirectLineDeps,
  req: Request,
  res: Response,
): Promise<void> {
  const grant = await grantFor(deps, req);
  const parsed = parseActivity(req.body);
  if (parsed.kind === 'rejected') throw new Refused(400, 'BadArgument', parsed.why);
  if (parsed.kind === 'ignored') {
    res.json({ id: `${grant.conversation}|ignored` });
    return;
  }
  await enforce(deps.store, messageLimits(deps, grant), deps.now());
  await take(deps, incomingOf(grant, parsed), res);
}

/** `POST /conversations/{id}/upload`: a message with files, kept together or not at all. */
export function postFiles(mostAtOnce: number) {
  let underWay = 0;
  return async (deps: DirectLineDeps, req: Request, res: Response): Promise<void> => {
    const grant = await grantFor(deps, req);
    // Asked for by the protocol; who it is the token says.
    if (!req.query['userId']) throw new Refused(400, 'BadArgument', 'userId is needed');
    await enforce(deps.store, uploadLimits(deps, grant), deps.now());
    if (underWay >= mostAtOnce) throw new Refused(503, 'Busy', 'too many uploads at once');
    underWay += 1;
    try {
      const { message, files } = await readMessage(req, deps.uploads);
      await take(deps, { ...incomingOf(grant, message), files }, res);
    } finally {
      underWay -= 1;
    }
  };
}

async function take(deps: DirectLineDeps, incoming: Incoming, res: Response): Promise<void> {
  const receipt = await receive(deps, incoming);
  if (receipt.kind === 'unknown_conversation') {
    throw new Refused(404, 'NotFound', 'no such conversation');
  }
  if (receipt.kind === 'conflict') {
    throw new Refused(409, 'Conflict', 'this message id was used for other words');
  }
  res.json({ id: receipt.id });
  deps.watch.tell(incoming.conversation, { kind: 'recorded' });
  if (!('feedback' in incoming.event)) deps.turns.wake(incoming.conversation);
}

function messageLimits({ limits, serverMessagesPerSecond }: DirectLineDeps, grant: Grant): Limit[] {
  const who = grant.conversation;
  if (!grant.isPublic) {
    return [{ key: `server:${who}`, limit: serverMessagesPerSecond, windowMs: 1_000 }];
  }
  return [
    { key: `minute:${who}`, limit: limits.messagesPerMinute, windowMs: MINUTE },
    { key: `day:${who}`, limit: limits.messagesPerDay, windowMs: DAY },
  ];
}

const uploadLimits = (deps: DirectLineDeps, grant: Grant): Limit[] => [
  ...messageLimits(deps, grant),
  ...(grant.isPublic
    ? [{ key: `uploads:${grant.conversation}`, limit: deps.limits.uploadsPerDay, windowMs: DAY }]
    : []),
];

function incomingOf(
  grant: Grant,
  parsed: Extract<ClientActivity, { kind: 'message' | 'feedback' }>,
): Incoming {
  // Without a client id every POST is a new message (reliability.md D1).
  const key = parsed.key ?? newConversationId();
  const base = {
    conversation: grant.conversation as ConversationId,
    key,
    activity: parsed.activity,
  };
  if (parsed.kind === 'message')
    return { ...base, event: { text: parsed.text, value: parsed.value } };
  const { rating, activity, reason, words } = parsed.feedback;
  return {
    ...base,
    event: { feedback: { rating, about: activity, reason: reason ?? null, words: words ?? null } },
  };
}
