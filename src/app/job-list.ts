import { forgetOldAnswers } from '../access/api/idempotency.js';
import { forgetOldCounts } from '../access/limits.js';
import { forgetSpentSessions } from '../access/staff/sessions.js';
import { BOT_FRAMEWORK } from '../channels/bot-framework/activity.js';
import type { BotFrameworkDoor } from '../channels/bot-framework/door.js';
import { sendDue } from '../channels/sender.js';
import type { Turns } from '../conversation/turns.js';
import type { Job } from './jobs.js';
import type { Parts } from './parts.js';
import { ORIGIN } from './parts.js';
import { beat } from './storage.js';

export interface JobParts extends Pick<Parts, 'store' | 'owner' | 'knowledge' | 'now'> {
  readonly turns: Turns;
  readonly bots: BotFrameworkDoor | null;
}

/** Every job of the service, and how often it runs. */
export function jobsOf({ store, owner, turns, knowledge, bots, now }: JobParts): readonly Job[] {
  const jobs: Job[] = [
    { name: 'heartbeat', everyMs: 5_000, run: () => beat(store, owner) },
    { name: 'lease recovery', everyMs: 5_000, run: () => turns.recover() },
    { name: 'knowledge refresh', everyMs: 5_000, run: () => knowledge.refresh() },
    { name: 'old counts', everyMs: 3_600_000, run: () => forgetOldCounts(store, now()) },
    { name: 'old answers', everyMs: 3_600_000, run: () => forgetOldAnswers(store, now()) },
    { name: 'spent sessions', everyMs: 600_000, run: () => forgetSpentSessions(store, now()) },
  ];
  if (!bots) return jobs;
  const deps = { store, origin: ORIGIN, owner, channel: BOT_FRAMEWORK, now, ...bots };
  return [...jobs, { name: 'outbox', everyMs: 500, run: () => sendDue(deps) }];
}
