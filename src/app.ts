import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { thresholdsOf } from './advice/suitability/house-thresholds.js';
import type { Passwords } from './access/staff/passwords.js';
import { createPasswords } from './access/staff/passwords.js';
import type { StaffDeps } from './access/staff/record.js';
import { loadOtherHouses } from './agent/understand/foreign-products.js';
import { linesOf, loadIntents } from './agent/understand/intents.js';
import { createBrain } from './app/brain.js';
import { prepareDemo } from './app/demonstration.js';
import { openDoors } from './app/doors.js';
import { createHttp } from './app/http.js';
import { jobsOf } from './app/job-list.js';
import { startJobs } from './app/jobs.js';
import type { KnowledgeBase } from './app/knowledge-base.js';
import { loadShipped, openKnowledgeBase } from './app/knowledge-base.js';
import { createMeters } from './app/meters.js';
import type { OpenAndClose } from './app/opening.js';
import { opening } from './app/opening.js';
import type { Parts } from './app/parts.js';
import { ORIGIN } from './app/parts.js';
import { beat, claimFile, newOwner, openStore } from './app/storage.js';
import { proposalDepsOf } from './app/proposals.js';
import { openPlanning } from './app/planning.js';
import { greeter, turnsDepsOf } from './app/turn-deps.js';
import { serveStreams } from './channels/directline/stream.js';
import type { Config } from './config.js';
import type { Agent } from './conversation/agent.js';
import type { AskDeps } from './conversation/ask.js';
import { tellDecided } from './conversation/proposal/telling.js';
import type { Turns, TurnsDeps } from './conversation/turns.js';
import { createTurns } from './conversation/turns.js';
import type { Watch } from './conversation/watch.js';
import { createWatch } from './conversation/watch.js';
import type { ProposalDeps } from './operations/proposals.js';
import type { Store } from './store/store.js';
import type { CustomerId } from './terms/ids.js';
import type { Statement } from './terms/statement.js';
import { loadWordings } from './wording/prompts.js';

const PROMPTS = new URL('../prompts', import.meta.url).pathname;
const INTENTS = new URL('../knowledge/intents', import.meta.url).pathname;
const OTHER_HOUSES = new URL('../knowledge/names/other-houses.txt', import.meta.url).pathname;

/** What a test or a command may replace; everything else is the real thing. */
export interface Overrides {
  readonly now?: () => number;
  readonly store?: (store: Store) => Store;
  readonly agent?: (agent: Agent) => Agent;
  readonly passwords?: Passwords;
}

export interface App extends OpenAndClose {
  readonly store: Store;
  readonly server: Server;
  readonly turns: Turns;
  readonly watch: Watch;
  readonly knowledge: KnowledgeBase;
  readonly agent: Agent;
  /** Everything a conversation needs, for a command that talks without HTTP. */
  readonly askDeps: AskDeps;
  /** What a turn runs on, for whoever measures it. */
  readonly turnsDeps: TurnsDeps;
  /** Has the planner ready before the first plan is asked for. */
  readonly preparePlanning: () => void;
  readonly greet: (customer: CustomerId | null) => Promise<Statement>;
  /** What an advisor decides by, and how the customer is told at once: for a command that plays both. */
  readonly proposals: ProposalDeps;
  readonly tellProposals: () => Promise<number>;
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
  const otherHouses = loadOtherHouses(OTHER_HOUSES);
  const parts = await partsOf({ config, store, owner, now, log, otherHouses }, overrides);
  const { watch, knowledge, meters, report } = parts;
  const turnsDeps = turnsDepsOf(parts, otherHouses);
  const turns = createTurns(turnsDeps);
  const greet = greeter(store, turnsDeps);
  const proposals = proposalDepsOf(config, parts, parts.planning);
  const telling = { ...proposals, watch, sentChannels: turnsDeps.sentChannels };
  const doors = await openDoors({ ...parts, turns, greet, demo, proposals });
  const http = createHttp({
    trustProxy: config.trustProxy,
    ...doors.routes,
    registry: meters.registry,
    report,
    ready: readiness(store, config, owner),
  });
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, http);
  const stopStreams = serveStreams(server, doors.directLine, config.limits);
  const jobs = jobsOf({ ...parts, turns, bots: doors.bots, telling });
  const stopJobs = startJobs(jobs, report);
  return {
    store,
    server,
    turns,
    watch,
    knowledge,
    agent: parts.agent,
    askDeps: { store, origin: ORIGIN, now, turns, watch },
    turnsDeps,
    preparePlanning: parts.planning.prepare,
    greet,
    proposals,
    tellProposals: () => tellDecided(telling),
    staffDeps: { store, origin: ORIGIN, now, passwords: parts.passwords },
    demo,
    ...opening({ ...parts, server, turns, stopStreams, stopJobs }),
  };
}

interface FirstParts extends Pick<Parts, 'config' | 'store' | 'owner' | 'now' | 'log'> {
  /** Names of houses and products that are not ours. */
  readonly otherHouses: RegExp;
}

/** Knowledge is opened and the digital employee put together. */
async function partsOf(first: FirstParts, overrides: Overrides): Promise<Parts> {
  const { config, store, log } = first;
  const modelDir = join(config.dataDir, 'models');
  const catalogue = loadIntents(INTENTS);
  const foreign = linesOf(catalogue, 'out_of_scope');
  const knowledge = await openKnowledgeBase(store, { modelDir, foreign });
  const meters = createMeters(config.model?.model ?? 'embedded');
  const agent = await createBrain({
    ...first,
    knowledge,
    catalogue,
    wordings: loadWordings(PROMPTS),
    institution: config.institution,
    model: config.model,
    modelDir,
    turnTimeoutMs: config.turnTimeoutMs,
    onFallback(reason) {
      meters.fellBack(reason);
      log.warn({ reason }, 'the embedded model answers');
    },
  });
  return {
    ...first,
    knowledge,
    meters,
    planning: openPlanning(thresholdsOf(config.institution.suitability)),
    agent: overrides.agent ? overrides.agent(agent) : agent,
    watch: createWatch(),
    passwords: overrides.passwords ?? createPasswords(),
    report(error, where) {
      meters.failed();
      log.error({ err: error, where }, 'error');
    },
  };
}

/** Ready means a durable write goes through; on SQLite it is also this process's heartbeat. */
const readiness = (store: Store, config: Config, owner: string) => async () => {
  await beat(store, owner);
  return { model: config.model?.model ?? 'embedded' };
};
