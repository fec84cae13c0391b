import { fileURLToPath } from 'node:url';
import type { Router } from 'express';
import { consoleRoutes } from '../access/console-page.js';
import { secret } from '../access/secrets.js';
import type { BotFrameworkDoor } from '../channels/bot-framework/door.js';
import { botFrameworkDoor } from '../channels/bot-framework/door.js';
import type { DirectLineDeps } from '../channels/directline/server.js';
import { directLineRoutes } from '../channels/directline/server.js';
import type { Tokens } from '../channels/directline/tokens.js';
import { createTickets, createTokens } from '../channels/directline/tokens.js';
import { pictureRoutes, picturesAt } from '../channels/pictures/door.js';
import type { Seal } from '../channels/pictures/seal.js';
import { createSeal } from '../channels/pictures/seal.js';
import { webRoutes } from '../channels/web/door.js';
import type { Config } from '../config.js';
import { isLoopback, localUrl, secretsFolder } from '../config.js';
import type { IntakeDeps } from '../conversation/intake.js';
import type { ChangesDeps } from '../conversation/changes/record.js';
import type { ReplayDeps } from '../conversation/replay/replay.js';
import type { Turns } from '../conversation/turns.js';
import type { DeskDeps } from '../desk/desk-router.js';
import { STAGED_IDS } from '../demo/customers.js';
import type { ProposalDeskDeps } from '../desk/proposals/approving.js';
import { findCustomer } from '../profiles/kyc.js';
import type { Store } from '../store/store.js';
import type { CustomerId } from '../terms/ids.js';
import { customerId } from '../terms/ids.js';
import type { InspectionDeps } from '../review/findings/inspection.js';
import type { Statement } from '../terms/statement.js';
import { apiOf } from './api.js';
import type { DoorRoutes } from './http.js';
import type { Parts } from './parts.js';
import { ORIGIN } from './parts.js';

export interface DoorParts extends Pick<
  Parts,
  | 'config'
  | 'store'
  | 'knowledge'
  | 'house'
  | 'ledger'
  | 'passwords'
  | 'watch'
  | 'now'
  | 'report'
  | 'log'
> {
  readonly turns: Turns;
  readonly greet: (customer: CustomerId | null) => Promise<Statement>;
  readonly desk: DeskDeps;
  readonly proposals: ProposalDeskDeps;
  readonly inspection: InspectionDeps;
  readonly openEra: ReplayDeps['openEra'];
  readonly changes: ChangesDeps;
  /** Whether visitors may sign in as demonstration customers. */
  readonly demo: boolean;
}

/** Where the build puts the consoles' page. */
const CONSOLE_FILES = fileURLToPath(new URL('../console', import.meta.url));
const TOKEN_EPOCH = 1;
const SERVER_MESSAGES_PER_SECOND = 50;

/** Every door of the house, and what of theirs the rest of the service needs. */
export interface Doors {
  readonly directLine: DirectLineDeps;
  readonly bots: BotFrameworkDoor | null;
  readonly routes: Pick<
    DoorRoutes,
    'directLine' | 'botFramework' | 'pictures' | 'web' | 'console' | 'api' | 'openApi'
  >;
}

export async function openDoors(parts: DoorParts): Promise<Doors> {
  const { config, now } = parts;
  const sessionSecret = secret(secretsFolder(config), 'session', config.sessionSecret);
  const tokens = createTokens(sessionSecret, TOKEN_EPOCH, now);
  const seal = createSeal(sessionSecret);
  const directLine = directLineOf(parts, tokens, seal);
  const bots = await botsOf(parts, seal);
  return {
    directLine,
    bots,
    routes: {
      directLine: directLineRoutes(directLine),
      botFramework: bots?.routes ?? null,
      pictures: pictureRoutes({ seal, institution: config.institution.name }),
      web: webOf(parts, directLine, sessionSecret),
      console: consoleRoutes(CONSOLE_FILES),
      ...apiOf(parts),
    },
  };
}

const intakeOf = ({ store, now }: DoorParts): IntakeDeps => ({ store, origin: ORIGIN, now });

function directLineOf(parts: DoorParts, tokens: Tokens, seal: Seal): DirectLineDeps {
  const { config, store, turns, watch, greet, now, report } = parts;
  return {
    ...intakeOf(parts),
    secret: secret(secretsFolder(config), 'directline', config.directlineSecret),
    tokens,
    tickets: createTickets(now),
    turns,
    watch,
    assistantName: config.institution.assistant.name,
    seal,
    customerOf: (user) => customerBehind(store, user),
    greet,
    limits: config.limits,
    uploads: { files: config.limits.uploadFiles, bytes: config.limits.uploadBytes },
    serverMessagesPerSecond: SERVER_MESSAGES_PER_SECOND,
    socketBase: socketBaseOf(config),
    report,
  };
}

async function botsOf(parts: DoorParts, seal: Seal): Promise<BotFrameworkDoor | null> {
  const { config, turns, watch, greet, report } = parts;
  if (!offersBotFramework(config)) return null;
  return botFrameworkDoor({
    ...intakeOf(parts),
    ...config.botFramework,
    turns,
    watch,
    greet: () => greet(null),
    pictureUrl: picturesAt(seal, config.publicUrl ?? localUrl(config.host, config.port)),
    report,
  });
}

const webOf = (
  { config, store, demo, now }: DoorParts,
  { tokens, uploads, socketBase }: DirectLineDeps,
  sessionSecret: string,
): Router =>
  webRoutes({
    store,
    tokens,
    sessionSecret,
    institution: config.institution,
    demoCustomers: demo ? STAGED_IDS : [],
    limits: config.limits,
    uploads,
    frameAncestors: config.frameAncestors,
    socketBase,
    publicUrl: config.publicUrl,
    secureCookies: config.publicUrl?.startsWith('https:') ?? false,
    now,
  });

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
