import { forgetOldAnswers } from '../access/api/idempotency.js';
import { forgetOldCounts } from '../access/limits.js';
import { forgetSpentSessions } from '../access/staff/sessions.js';
import { BOT_FRAMEWORK } from '../channels/bot-framework/activity.js';
import type { BotFrameworkDoor } from '../channels/bot-framework/door.js';
import { sendDue } from '../channels/sender.js';
import { openMissing } from '../conversation/cases/catch-up.js';
import type { AnsweringDeps } from '../conversation/cases/erasure-answer.js';
import type { OpeningDeps } from '../conversation/cases/opening.js';
import { markOverdue } from '../conversation/cases/overdue.js';
import type { CaseTellingDeps } from '../conversation/cases/telling.js';
import { tellCases } from '../conversation/cases/telling.js';
import type { ChangesDeps } from '../conversation/changes/record.js';
import { putInForce } from '../conversation/changes/in-force.js';
import { carryOutDecided } from '../conversation/erasure/carry-out.js';
import { endTerms } from '../conversation/erasure/term-end.js';
import { keepMoving } from '../conversation/handoff/janitor.js';
import type { RoutingDeps } from '../conversation/handoff/routing.js';
import { routeWaiting } from '../conversation/handoff/routing.js';
import { keepMoments } from '../conversation/moments/daily.js';
import type { RunDeps } from '../conversation/moments/run.js';
import type { MomentTellingDeps } from '../conversation/moments/telling.js';
import { tellMoments } from '../conversation/moments/telling.js';
import type { TellingDeps } from '../conversation/proposal/telling.js';
import { expireProposals, tellDecided } from '../conversation/proposal/telling.js';
import { caseFigures } from '../conversation/queries/customer-case.js';
import type { Turns } from '../conversation/turns.js';
import type { InspectionDeps } from '../review/findings/inspection.js';
import { lastVerified } from '../review/ledger/health.js';
import { inspectRested } from '../review/findings/inspection.js';
import type { JudgingDeps } from '../review/findings/judging.js';
import { judgeRested } from '../review/findings/judging.js';
import { indexNew } from '../review/search/index/indexing.js';
import { setDue } from '../review/findings/queries.js';
import { holdLease } from '../store/job-lease.js';
import { toLocalDate } from '../terms/time.js';
import type { Keeper } from '../ledger/keeper.js';
import type { Store } from '../store/store.js';
import { ledgerAlarm } from './ledger.js';
import type { Job } from './jobs.js';
import type { Meters } from './meters.js';
import type { Parts } from './parts.js';
import { verifyNightly } from './nightly-verification.js';
import { ORIGIN } from './parts.js';
import { erasureDepsOf } from './retention-rules.js';
import { beat } from './storage.js';

export interface JobParts extends Pick<
  Parts,
  'store' | 'owner' | 'knowledge' | 'house' | 'ledger' | 'meters' | 'now'
> {
  readonly turns: Turns;
  readonly telling: TellingDeps & MomentTellingDeps & CaseTellingDeps;
  readonly moments: RunDeps;
  readonly desk: RoutingDeps;
  readonly inspection: InspectionDeps;
  /** Null: no large model is configured. */
  readonly judging: JudgingDeps | null;
  readonly changes: ChangesDeps;
  readonly bots: BotFrameworkDoor | null;
}

const LEASE_MS = 30_000;

/** One replica at a time: two would move the same conversation to two people. */
async function underLease(
  { store, owner }: Pick<JobParts, 'store' | 'owner'>,
  name: string,
  work: () => Promise<unknown>,
): Promise<void> {
  if (await holdLease(store, name, owner, LEASE_MS)) await work();
}

/** Every job of the service, and how often it runs. */
export function jobsOf(parts: JobParts): readonly Job[] {
  const { store, owner, turns, knowledge, ledger, meters, bots, telling, moments, desk, now } =
    parts;
  const jobs: Job[] = [
    { name: 'heartbeat', everyMs: 5_000, run: () => beat(store, owner) },
    { name: 'lease recovery', everyMs: 5_000, run: () => turns.recover() },
    { name: 'knowledge refresh', everyMs: 5_000, run: () => knowledge.refresh() },
    { name: 'house files', everyMs: 5_000, run: () => parts.house.refresh() },
    {
      name: 'approved changes',
      everyMs: 5_000,
      run: () => underLease(parts, 'changes', () => putInForce(parts.changes)),
    },
    { name: 'ledger tree', everyMs: 1_000, run: () => keepLedger(store, ledger, meters) },
    {
      name: 'nightly verification',
      everyMs: 600_000,
      run: () => verifyNightly({ store, owner, now, ledger, origin: ORIGIN }),
    },
    { name: 'proposal news', everyMs: 1_000, run: () => tellDecided(telling) },
    { name: 'proposal expiry', everyMs: 60_000, run: () => expireProposals(telling) },
    { name: 'key moments', everyMs: 60_000, run: () => keepMoments(moments, owner) },
    { name: 'moment news', everyMs: 60_000, run: () => tellMoments(telling) },
    { name: 'case news', everyMs: 2_000, run: () => tellCases(telling) },
    {
      name: 'case clocks',
      everyMs: 60_000,
      run: () => underLease(parts, 'case clocks', () => keepClocks(parts)),
    },
    {
      name: 'missing cases',
      everyMs: 3_600_000,
      run: () => underLease(parts, 'missing cases', () => openMissing(openingOf(parts))),
    },
    {
      name: 'routing',
      everyMs: 1_000,
      run: () => underLease(parts, 'routing', () => routeWaiting(desk)),
    },
    {
      name: 'handoff deadlines',
      everyMs: 1_000,
      run: () => underLease(parts, 'handoff deadlines', () => keepMoving(desk)),
    },
    {
      name: 'inspection',
      everyMs: 5_000,
      run: () => underLease(parts, 'inspection', () => inspectRested(parts.inspection)),
    },
    {
      name: 'search index',
      everyMs: 1_000,
      run: () => underLease(parts, 'search index', () => indexNew(parts)),
    },
    {
      name: 'decided erasures',
      everyMs: 60_000,
      run: () => underLease(parts, 'erasure', () => carryOutDecided(answeringOf(parts))),
    },
    {
      name: 'ended terms',
      everyMs: 6 * 3_600_000,
      run: () => underLease(parts, 'ended terms', () => endTerms(erasureDepsOf(parts))),
    },
    { name: 'old counts', everyMs: 3_600_000, run: () => forgetOldCounts(store, now()) },
    { name: 'old answers', everyMs: 3_600_000, run: () => forgetOldAnswers(store, now()) },
    { name: 'spent sessions', everyMs: 600_000, run: () => forgetSpentSessions(store, now()) },
  ];
  if (bots) {
    const deps = { store, origin: ORIGIN, owner, channel: BOT_FRAMEWORK, now, ...bots };
    jobs.push({ name: 'outbox', everyMs: 500, run: () => sendDue(deps) });
  }
  if (parts.judging) {
    const { judging } = parts;
    const run = () => underLease(parts, 'model judge', () => judgeRested(judging));
    jobs.push({ name: 'model judge', everyMs: 30_000, run });
  }
  return jobs;
}

const answeringOf = (parts: JobParts): AnsweringDeps => ({
  ...parts.telling,
  ...erasureDepsOf(parts),
});

const openingOf = (parts: JobParts): OpeningDeps => ({
  store: parts.store,
  origin: ORIGIN,
  retention: erasureDepsOf(parts).rules,
});

/** Whose day went by is put on record, read again by the rules, and counted for whoever is on call. */
async function keepClocks({ store, now, meters }: JobParts): Promise<void> {
  const at = now();
  await markOverdue({ store, origin: ORIGIN, now }, (conversation) => [
    setDue(store, [conversation], { now: at, due: at }),
  ]);
  meters.casesStand(await caseFigures(store, toLocalDate(at)));
}

async function keepLedger(store: Store, ledger: Keeper, meters: Meters): Promise<void> {
  try {
    await ledger.run();
  } finally {
    const state = ledger.state();
    if (state) {
      const verified = await lastVerified({ store });
      meters.ledgerStands(state, await ledgerAlarm(store, state), verified);
    }
  }
}
