import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Passwords } from './access/staff/passwords.js';
import { createPasswords } from './access/staff/passwords.js';
import type { StaffDeps } from './access/staff/record.js';
import { linesOf } from './agent/understand/intents.js';
import { openArchive } from './app/archive.js';
import { createBrain, shelfOf } from './app/brain.js';
import { prepareDemo } from './app/demonstration.js';
import { openDoors } from './app/doors.js';
import { handoffDepsOf, queueDepsOf } from './app/handoff.js';
import { eras } from './app/era.js';
import { houseDepsOf, openHouseFiles } from './app/house-files.js';
import { createHttp } from './app/http.js';
import { inspectionDepsOf, judgingDepsOf } from './app/inspection.js';
import { jobsOf } from './app/job-list.js';
import { startJobs } from './app/jobs.js';
import type { KnowledgeBase } from './app/knowledge-base.js';
import { loadShipped, openKnowledgeBase } from './app/knowledge-base.js';
import { learn } from './app/learned.js';
import { ledgerAlarm, ledgerLine, openLedger } from './app/ledger.js';
import { changesDepsOf } from './app/matters.js';
import { createMeters } from './app/meters.js';
import type { OpenAndClose } from './app/opening.js';
import { opening } from './app/opening.js';
import type { Parts } from './app/parts.js';
import { ORIGIN } from './app/parts.js';
import { beat, claimFile, newOwner, openStore } from './app/storage.js';
import { caseWords, momentWords, proposalDepsOf } from './app/proposals.js';
import { openPlanning } from './app/planning.js';
import { greeter, turnsDepsOf } from './app/turn-deps.js';
import { serveStreams } from './channels/directline/stream.js';
import type { Config } from './config.js';
import type { Agent } from './conversation/agent.js';
import type { AskDeps } from './conversation/ask.js';
import { tellCases } from './conversation/cases/telling.js';
import { tellDecided } from './conversation/proposal/telling.js';
import type { ChangesDeps } from './conversation/changes/record.js';
import type { ReplayDeps } from './conversation/replay/replay.js';
import type { Turns, TurnsDeps } from './conversation/turns.js';
import { createTurns } from './conversation/turns.js';
import type { Watch } from './conversation/watch.js';
import { createWatch } from './conversation/watch.js';
import type { DeskDeps } from './desk/desk-router.js';
import type { Keeper } from './ledger/keeper.js';
import type { ProposalDeskDeps } from './desk/proposals/approving.js';
import { lastVerified } from './review/ledger/health.js';
import type { InspectionDeps } from './review/findings/inspection.js';
import type { Store } from './store/store.js';
import type { CustomerId } from './terms/ids.js';
import type { Statement } from './terms/statement.js';

/** What a test or a command may replace; everything else is the real thing. */
export interface Overrides {
  readonly now?: () => number;
  readonly store?: (store: Store) => Store;
  readonly agent?: (agent: Agent) => Agent;
  readonly passwords?: Passwords;
  /** False: nothing runs by itself now and then; whoever asks does each thing in an order of its own. */
  readonly withJobs?: boolean;
}

export interface App extends OpenAndClose {
  readonly store: Store;
  readonly server: Server;
  readonly turns: Turns;
  readonly watch: Watch;
  readonly ledger: Keeper;
  readonly knowledge: KnowledgeBase;
  readonly agent: Agent;
  /** Everything a conversation needs, for a command that talks without HTTP. */
  readonly askDeps: AskDeps;
  /** What a turn runs on, for whoever measures it. */
  readonly turnsDeps: TurnsDeps;
  /** Has the planner ready before the first plan is asked for. */
  readonly preparePlanning: () => void;
  /** Has it at its speed, which takes two seconds of a processor: for a process that stays. */
  readonly rehearsePlanning: () => Promise<void>;
  readonly greet: (customer: CustomerId | null) => Promise<Statement>;
  /** What an advisor decides by, and how the customer is told at once: for a command that plays both. */
  readonly proposals: ProposalDeskDeps;
  readonly tellProposals: () => Promise<number>;
  readonly tellCases: () => Promise<number>;
  /** What moves a conversation to a person and back. */
  readonly desk: DeskDeps;
  readonly inspection: InspectionDeps;
  /** What spoke on the day of an answer, to make it again. */
  readonly openEra: ReplayDeps['openEra'];
  /** Changes of what it may know and say. */
  readonly changes: ChangesDeps;
  /** What work on staff accounts needs. */
  readonly staffDeps: StaffDeps;
  /** Whether this is the demonstration institution. */
  readonly demo: boolean;
}

/** Puts the service together from its configuration: the one place that knows every room. */
export async function createApp(
  config: Config,
  log: Logger,
  overrides: Overrides = {},
): Promise<App> {
  const opened = await openStore(config);
  const store = overrides.store ? overrides.store(opened) : opened;
  try {
    return await assemble(store, config, log, overrides);
  } catch (error) {
    // An open store keeps the process alive: a failed start must end it.
    await store.close();
    throw error;
  }
}

async function assemble(
  store: Store,
  config: Config,
  log: Logger,
  overrides: Overrides,
): Promise<App> {
  const now = overrides.now ?? Date.now;
  const owner = newOwner();
  await claimFile(store, config, owner);
  const demo = await prepareDemo(store, config, now());
  await loadShipped(store, demo, now());
  const parts = await partsOf({ config, store, owner, now, log }, overrides);
  const { watch, knowledge, meters, report } = parts;
  const queue = queueDepsOf(parts);
  const turnsDeps = turnsDepsOf(parts, queue);
  const turns = createTurns(turnsDeps);
  const greet = greeter(store, turnsDeps);
  const proposals = proposalDepsOf(config, parts, parts.planning);
  const telling = {
    ...proposals,
    watch,
    sentChannels: turnsDeps.sentChannels,
    planUnfit: turnsDeps.planUnfit,
    composeMoment: momentWords(parts.house.wordings),
    composeCase: caseWords(parts.house.wordings),
  };
  const desk = handoffDepsOf(parts, queue, turns, turnsDeps.sentChannels);
  const inspection = inspectionDepsOf(parts, desk);
  const judging = await judgingDepsOf(inspection, parts);
  const openEra = eras({ ...parts, turns: turnsDeps });
  const changes = changesDepsOf(parts);
  const told = { turns, greet, demo, proposals, desk, inspection, openEra, changes };
  const doors = await openDoors({ ...parts, ...told });
  const http = createHttp({
    trustProxy: config.trustProxy,
    ...doors.routes,
    registry: meters.registry,
    report,
    ready: readiness(parts),
  });
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, http);
  const stopStreams = serveStreams(server, doors.directLine, config.limits);
  const { bots } = doors;
  const jobs = jobsOf({ ...parts, ...told, judging, bots, telling, moments: proposals });
  const stopJobs = startJobs(overrides.withJobs === false ? [] : jobs, report);
  return {
    store,
    server,
    turns,
    watch,
    ledger: parts.ledger,
    knowledge,
    agent: parts.agent,
    askDeps: { store, origin: ORIGIN, now, turns, watch },
    turnsDeps,
    preparePlanning: parts.planning.prepare,
    rehearsePlanning: parts.planning.rehearse,
    greet,
    proposals,
    tellProposals: () => tellDecided(telling),
    tellCases: () => tellCases(telling),
    desk,
    inspection,
    openEra,
    changes,
    staffDeps: { store, origin: ORIGIN, now, passwords: parts.passwords },
    demo,
    ...opening({ ...parts, server, turns, stopStreams, stopJobs }),
  };
}

type FirstParts = Pick<Parts, 'config' | 'store' | 'owner' | 'now' | 'log'>;

/** Knowledge is opened and the digital employee put together. */
async function partsOf(first: FirstParts, overrides: Overrides): Promise<Parts> {
  const { config, store, log } = first;
  const modelDir = join(config.dataDir, 'models');
  const learned = learn(modelDir);
  const foreign = linesOf(learned.catalogue, 'out_of_scope');
  const knowledge = await openKnowledgeBase(store, { modelDir, foreign, now: first.now });
  const warn = (line: string) => log.warn(line);
  const house = await openHouseFiles({ ...houseDepsOf(config), store, warn });
  const planning = openPlanning(house.thresholds, house.now().market);
  house.onChange(({ market }) => planning.renew(market));
  const meters = createMeters(config.model?.model ?? 'embedded');
  const agent = await createBrain({
    now: first.now,
    knowledge,
    shelf: shelfOf(store),
    learned,
    wordings: house.wordings,
    institution: config.institution,
    model: config.model,
    turnTimeoutMs: config.turnTimeoutMs,
    onFallback(reason) {
      meters.fellBack(reason);
      log.warn({ reason }, 'the embedded model answers');
    },
  });
  const report: Parts['report'] = (error, where) => {
    meters.failed();
    log.error({ err: error, where }, 'error');
  };
  return {
    ...first,
    knowledge,
    learned,
    archive: await openArchive(first, { knowledge, house }),
    house,
    meters,
    planning,
    agent: overrides.agent ? overrides.agent(agent) : agent,
    watch: createWatch(),
    ledger: openLedger(config.ledger, { ...first, report }),
    passwords: overrides.passwords ?? createPasswords(),
    report,
  };
}

/** Ready means a durable write goes through; on SQLite it is also this process's heartbeat. */
const readiness =
  ({ store, config, owner, ledger }: Parts) =>
  async () => {
    await beat(store, owner);
    const state = ledger.state();
    const told = ledgerLine(state, await ledgerAlarm(store, state), await lastVerified({ store }));
    return { model: config.model?.model ?? 'embedded', ledger: told };
  };
