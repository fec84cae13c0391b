import { forgetOldAnswers } from '../access/api/idempotency.js';
import { forgetOldCounts } from '../access/limits.js';
import { forgetSpentSessions } from '../access/staff/sessions.js';
import { BOT_FRAMEWORK } from '../channels/bot-framework/activity.js';
import type { BotFrameworkDoor } from '../channels/bot-framework/door.js';
import { sendDue } from '../channels/sender.js';
import type { TellingDeps } from '../conversation/proposal/telling.js';
import { expireProposals, tellDecided } from '../conversation/proposal/telling.js';
import type { Turns } from '../conversation/turns.js';
import type { Job } from './jobs.js';
import type { Parts } from './parts.js';
import { ORIGIN } from './parts.js';
import { beat } from './storage.js';

export interface JobParts extends Pick<Parts, 'store' | 'owner' | 'knowledge' | 'now'> {
  readonly turns: Turns;
  readonly telling: TellingDeps;
  readonly bots: BotFrameworkDoor | null;
}

/** Every job of the service, and how often it runs. */
export function jobsOf(parts: JobParts): readonly Job[] {
  const { store, owner, turns, knowledge, bots, telling, now } = parts;
  const jobs: Job[] = [
    { name: 'heartbeat', everyMs: 5_000, run: () => beat(store, owner) },
    { name: 'lease recovery', everyMs: 5_000, run: () => turns.recover() },
    { name: 'knowledge refresh', everyMs: 5_000, run: () => knowledge.refresh() },
    { name: 'proposal news', everyMs: 1_000, run: () => tellDecided(telling) },
    { name: 'proposal expiry', everyMs: 60_000, run: () => expireProposals(telling) },
    { name: 'old counts', everyMs: 3_600_000, run: () => forgetOldCounts(store, now()) },
    { name: 'old answers', everyMs: 3_600_000, run: () => forgetOldAnswers(store, now()) },
    { name: 'spent sessions', everyMs: 600_000, run: () => forgetSpentSessions(store, now()) },
  ];
  if (!bots) return jobs;
  const deps = { store, origin: ORIGIN, owner, channel: BOT_FRAMEWORK, now, ...bots };
  return [...jobs, { name: 'outbox', everyMs: 500, run: () => sendDue(deps) }];
}
