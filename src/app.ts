import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { forgetOldCounts } from './access/limits.js';
import { secret } from './access/secrets.js';
import { createToolbox } from './agent/tools/toolbox.js';
import type { IntentCatalogue } from './agent/understand/intents.js';
import { loadOtherHouses } from './agent/understand/foreign-products.js';
import { linesOf, loadIntents } from './agent/understand/intents.js';
import { createBrain } from './app/brain.js';
import { announce } from './app/cli-url.js';
import { loadGuardModel } from './app/guard-model.js';
import { createHttp } from './app/http.js';
import type { Job } from './app/jobs.js';
import { startJobs } from './app/jobs.js';
import type { KnowledgeBase } from './app/knowledge-base.js';
import { loadShipped, openKnowledgeBase } from './app/knowledge-base.js';
import type { Meters } from './app/meters.js';
import { createMeters } from './app/meters.js';
import { beat, claimFile, leaveFile, newOwner, openStore } from './app/storage.js';
import { BOT_FRAMEWORK } from './channels/bot-framework/activity.js';
import { botFrameworkDoor } from './channels/bot-framework/door.js';
import { sendDue } from './channels/sender.js';
import type { DirectLineDeps } from './channels/directline/server.js';
import { directLineRoutes } from './channels/directline/server.js';
import { serveStreams } from './channels/directline/stream.js';
import { createTickets, createTokens } from './channels/directline/tokens.js';
import { webRoutes } from './channels/web/door.js';
import type { Config } from './config.js';
import { isLoopback, secretsFolder } from './config.js';
import type { Agent } from './conversation/agent.js';
import type { AskDeps } from './conversation/ask.js';
import { safeStatement } from './conversation/speak.js';
import type { Turns, TurnsDeps } from './conversation/turns.js';
import { createTurns } from './conversation/turns.js';
import type { Watch } from './conversation/watch.js';
import { createWatch } from './conversation/watch.js';
import { STAGED_IDS } from './demo/customers.js';
import { isEmpty, seedDemo, seededOn } from './demo/seed.js';
import { operationsRoutes } from './operations/door.js';
import { findCustomer } from './profiles/kyc.js';
import { SUPPORT_THRESHOLD } from './retrieval/support.js';
import type { Store } from './store/store.js';
import type { CustomerId } from './terms/ids.js';
import { customerId } from './terms/ids.js';
import type { Statement } from './terms/statement.js';
import { toLocalDate } from './terms/time.js';
import type { Wordings } from './wording/prompts.js';
import { loadWordings } from './wording/prompts.js';

const PROMPTS = new URL('../prompts', import.meta.url).pathname;
const INTENTS = new URL('../knowledge/intents', import.meta.url).pathname;
const OTHER_HOUSES = new URL('../knowledge/names/other-houses.txt', import.meta.url).pathname;
const DEMO_PRODUCTS = new URL('../knowledge/demonstration/products.jsonl', import.meta.url);
const ORIGIN = 'shuzhi';
const AI_LABEL = (assistant: string): string => `${assistant} · AI 生成`;
const TURNS_AT_ONCE = 32;
const SERVER_MESSAGES_PER_SECOND = 50;

/** What a test or a command may replace; everything else is the real thing. */
export interface Overrides {
  readonly now?: () => number;
  readonly store?: (store: Store) => Store;
  readonly agent?: (agent: Agent) => Agent;
}

export interface App {
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
  readonly greet: (customer: CustomerId | null) => Promise<Statement>;
  /** Starts to listen; resolves with the port. */
  listen(): Promise<number>;
  close(): Promise<void>;
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
  const catalogue = loadIntents(INTENTS);
  const knowledge = await openKnowledgeBase(store, {
    modelDir: join(config.dataDir, 'models'),
    foreign: linesOf(catalogue, 'out_of_scope'),
  });
  const wordings = loadWordings(PROMPTS);
  const meters = createMeters(config.model?.model ?? 'embedded');
  const report = (error: unknown, where?: string) => {
    meters.failed();
    log.error({ err: error, where }, 'error');
  };
  const agent = await brainOf(
    config,
    {
      store,
      knowledge,
      catalogue,
      wordings,
      otherHouses: loadOtherHouses(OTHER_HOUSES),
      meters,
      now,
      log,
    },
    overrides,
  );
  const watch = createWatch();
  const turnsDeps = turnsDepsOf({
    config,
    store,
    knowledge,
    agent,
    watch,
    meters,
    owner,
    now,
    report,
  });
  const turns = createTurns(turnsDeps);
  const greet = greeter(store, turnsDeps);
  const doors = await openDoors({
    config,
    store,
    knowledge,
    turns,
    watch,
    greet,
    demo,
    now,
    report,
  });
  const http = createHttp({
    trustProxy: config.trustProxy,
    ...doors.routes,
    registry: meters.registry,
    report,
    ready: readiness(store, config, owner),
  });
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, http);
  const stopStreams = serveStreams(server, doors.directLine, config.limits);
  const stopJobs = startJobs(
    jobsOf({ config, store, owner, turns, knowledge, doors, now }),
    report,
  );
  let withdraw = (): void => undefined;
  return {
    store,
    server,
    turns,
    watch,
    knowledge,
    agent,
    askDeps: { store, origin: ORIGIN, now, turns, watch },
    turnsDeps,
    greet,
    async listen() {
      await turns.recover();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.port, config.host, resolve);
      });
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : config.port;
      withdraw = announce(config, port);
      return port;
    },
    async close() {
      withdraw();
      await stopJobs();
      stopStreams();
      server.closeIdleConnections();
      await Promise.race([new Promise((resolve) => server.close(resolve)), turns.stop()]);
      await turns.stop();
      server.closeAllConnections();
      await leaveFile(store, owner).catch((error: unknown) => report(error, 'leave'));
      await store.close();
    },
  };
}

/** Seeds the demonstration when asked to, or on a new database; in production only when asked to. */
async function prepareDemo(store: Store, config: Config, now: number): Promise<boolean> {
  const seeded = (await seededOn(store)) !== null;
  const wanted = config.demo ?? (!config.production && (seeded || (await isEmpty(store))));
  if (wanted && !seeded) await seedDemo(store, DEMO_PRODUCTS, toLocalDate(now));
  return wanted;
}

interface BrainParts {
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
  readonly catalogue: IntentCatalogue;
  readonly wordings: Wordings;
  readonly otherHouses: RegExp;
  readonly meters: Meters;
  readonly now: () => number;
  readonly log: Logger;
}

async function brainOf(config: Config, parts: BrainParts, overrides: Overrides): Promise<Agent> {
  const { meters, log } = parts;
  const agent = await createBrain({
    ...parts,
    institution: config.institution,
    model: config.model,
    modelDir: join(config.dataDir, 'models'),
    turnTimeoutMs: config.turnTimeoutMs,
    onFallback(reason) {
      meters.fellBack(reason);
      log.warn({ reason }, 'the embedded model answers');
    },
  });
  return overrides.agent ? overrides.agent(agent) : agent;
}

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
  readonly agent: Agent;
  readonly watch: Watch;
  readonly meters: Meters;
  readonly owner: string;
  readonly now: () => number;
  readonly report: (error: unknown, where?: string) => void;
}

/** What the page says while a tool works (screens.md §4.1). */
const WORKING_WORDS: Readonly<Record<string, string>> = {
  search_knowledge: '正在查资料…',
  get_product: '正在查产品资料…',
  compare_products: '正在比较产品…',
  list_products: '正在查货架…',
  request_human: '正在联系顾问…',
};

function turnsDepsOf(parts: Parts): TurnsDeps {
  const { config, store, knowledge, agent, watch, meters, owner, now, report } = parts;
  const toolbox = createToolbox(store, knowledge.index, config.institution.hours);
  return {
    store,
    origin: ORIGIN,
    owner,
    agent,
    watch,
    now,
    runTool: toolbox.run,
    effectOf: toolbox.effectOf,
    supportThreshold: SUPPORT_THRESHOLD,
    allowedHosts: config.institution.hosts,
    houseWords: [config.institution.hours.text],
    ownNames: [
      config.institution.name,
      config.institution.legalName,
      config.institution.assistant.name,
    ],
    otherHouses: new RegExp(loadOtherHouses(OTHER_HOUSES), 'gi'),
    aiLabel: AI_LABEL(config.institution.assistant.name),
    learned: loadGuardModel(join(config.dataDir, 'models')),
    knowledgeVersion: () => knowledge.index().hash.slice(0, 16),
    tokenPrice: config.model?.price ?? null,
    turnTimeoutMs: config.turnTimeoutMs,
    concurrency: TURNS_AT_ONCE,
    sentChannels: [BOT_FRAMEWORK],
    onWorking: (conversation, tool) =>
      watch.tell(conversation, {
        kind: 'working',
        status: tool === null ? null : (WORKING_WORDS[tool] ?? null),
      }),
    onError: (error, conversation) => report(error, `turn of ${conversation}`),
    onTurn: meters.turnEnded,
  };
}

const greeter =
  (store: Store, deps: TurnsDeps) =>
  async (customer: CustomerId | null): Promise<Statement> => {
    const profile = customer ? await findCustomer(store, customer) : null;
    return safeStatement(deps, 'greeting', profile?.address ?? null);
  };

interface DoorParts extends Pick<
  Parts,
  'config' | 'store' | 'knowledge' | 'watch' | 'now' | 'report'
> {
  readonly turns: Turns;
  readonly greet: (customer: CustomerId | null) => Promise<Statement>;
  readonly demo: boolean;
}

const TOKEN_EPOCH = 1;

async function openDoors(parts: DoorParts) {
  const { config, store, knowledge, turns, watch, greet, demo, now, report } = parts;
  const secrets = secretsFolder(config);
  const sessionSecret = secret(secrets, 'session', config.sessionSecret);
  const tokens = createTokens(sessionSecret, TOKEN_EPOCH, now);
  const intake = { store, origin: ORIGIN, now };
  const directLine: DirectLineDeps = {
    ...intake,
    secret: secret(secrets, 'directline', config.directlineSecret),
    tokens,
    tickets: createTickets(now),
    turns,
    watch,
    assistantName: config.institution.assistant.name,
    customerOf: (user) => customerBehind(store, user),
    greet,
    limits: config.limits,
    uploads: { files: config.limits.uploadFiles, bytes: config.limits.uploadBytes },
    serverMessagesPerSecond: SERVER_MESSAGES_PER_SECOND,
    socketBase: socketBaseOf(config),
    report,
  };
  const bots = offersBotFramework(config)
    ? await botFrameworkDoor({
        ...intake,
        ...config.botFramework,
        turns,
        watch,
        greet: () => greet(null),
        report,
      })
    : null;
  return {
    directLine,
    bots,
    routes: {
      directLine: directLineRoutes(directLine),
      botFramework: bots?.routes ?? null,
      web: webRoutes({
        store,
        tokens,
        sessionSecret,
        institution: config.institution,
        demoCustomers: demo ? STAGED_IDS : [],
        limits: config.limits,
        uploads: directLine.uploads,
        frameAncestors: config.frameAncestors,
        socketBase: directLine.socketBase,
        secureCookies: config.publicUrl?.startsWith('https:') ?? false,
        now,
      }),
      operations: operationsRoutes({
        store,
        index: knowledge.index,
        refresh: knowledge.refresh,
        token: secret(config.dataDir, 'cli-token', null),
        now,
        greet,
        ask: { ...intake, turns, watch },
      }),
    },
  };
}

/** Without an app id nobody is authenticated there, so the route exists on this machine only (D5). */
const offersBotFramework = ({ botFramework, production, host }: Config): boolean =>
  botFramework.appId !== null || (!production && isLoopback(host));

/** `dl_<customer id>`; anybody else is a visitor. */
async function customerBehind(store: Store, user: string): Promise<CustomerId | null> {
  const id = user.replace(/^dl_/, '');
  return (await findCustomer(store, id)) ? customerId(id) : null;
}

const socketBaseOf =
  ({ publicUrl }: Config): DirectLineDeps['socketBase'] =>
  (req) =>
    publicUrl
      ? publicUrl.replace(/^http/, 'ws').replace(/\/$/, '')
      : `${req.secure ? 'wss' : 'ws'}://${req.headers.host ?? 'localhost'}`;

/** Ready means a durable write goes through; on SQLite it is also this process's heartbeat. */
const readiness = (store: Store, config: Config, owner: string) => async () => {
  await beat(store, owner);
  return { model: config.model?.model ?? 'embedded' };
};

interface JobParts extends Pick<Parts, 'config' | 'store' | 'owner' | 'knowledge' | 'now'> {
  readonly turns: Turns;
  readonly doors: Awaited<ReturnType<typeof openDoors>>;
}

function jobsOf({ store, owner, turns, knowledge, doors, now }: JobParts): readonly Job[] {
  const { bots } = doors;
  const jobs: Job[] = [
    { name: 'heartbeat', everyMs: 5_000, run: () => beat(store, owner) },
    { name: 'lease recovery', everyMs: 5_000, run: () => turns.recover() },
    { name: 'knowledge refresh', everyMs: 5_000, run: () => knowledge.refresh() },
    { name: 'old counts', everyMs: 3_600_000, run: () => forgetOldCounts(store, now()) },
  ];
  if (!bots) return jobs;
  const deps = { store, origin: ORIGIN, owner, channel: BOT_FRAMEWORK, now, ...bots };
  return [...jobs, { name: 'outbox', everyMs: 500, run: () => sendDue(deps) }];
}
