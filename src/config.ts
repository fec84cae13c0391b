import { passwordFault } from './access/staff/secret-rules.js';
import type { TokenPrice } from './conversation/cost.js';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Institution } from './terms/institution.js';
import { parseInstitution } from './terms/institution.js';

const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const optional = z.string().min(1).optional();

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every variable the service reads; `.env.example` explains each. */
const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENAI_MODEL: optional,
  OPENAI_PRICE_INPUT: z.coerce.number().min(0).optional(),
  OPENAI_PRICE_OUTPUT: z.coerce.number().min(0).optional(),
  TURN_TIMEOUT_S: count(45),
  DIRECTLINE_SECRET: optional,
  SESSION_SECRET: optional,
  RECORD_KEY_SECRET: optional,
  LEDGER_KEY_FILE: optional,
  CHECKPOINT_DIR: optional,
  LEDGER_WITNESS_URL: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  OIDC_CLAIM: z.string().min(1).default('preferred_username'),
  OIDC_ACR: z.string().default(''),
  MicrosoftAppId: optional,
  MicrosoftAppPassword: optional,
  MicrosoftAppTenantId: optional,
  MicrosoftAppType: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'])
    .default('MultiTenant'),
  BOT_SERVICE_HOSTS: z.string().default(''),
  INSTITUTION_FILE: optional,
  TRUST_PROXY: z.string().default('loopback'),
  FRAME_ANCESTORS: z.string().default("'none'"),
  DEMO: z.enum(['0', '1']).optional(),
  DEMO_PASSWORD: optional,
  LOG_LEVEL: z.enum(LOG_LEVELS).default('warn'),
  LIMITS_MESSAGES_PER_MINUTE: count(20),
  LIMITS_MESSAGES_PER_DAY: count(200),
  LIMITS_CONVERSATIONS_PER_HOUR: count(5),
  LIMITS_TOKENS_PER_HOUR: count(60),
  LIMITS_STREAMS_PER_CONVERSATION: count(5),
  LIMITS_UPLOADS_PER_DAY: count(20),
  LIMITS_EXPORTS_PER_HOUR: count(10),
  LIMITS_UPLOAD_FILES: count(5),
  LIMITS_UPLOAD_BYTES: count(10 * 1024 * 1024),
});

export interface Limits {
  readonly messagesPerMinute: number;
  readonly messagesPerDay: number;
  readonly conversationsPerHour: number;
  readonly tokensPerHour: number;
  readonly streamsPerConversation: number;
  /** Messages with files, per conversation. */
  readonly uploadsPerDay: number;
  readonly exportsPerHour: number;
  /** Files of one message. */
  readonly uploadFiles: number;
  /** All files of one message together. */
  readonly uploadBytes: number;
}

export interface BotFrameworkSettings {
  readonly appId: string | null;
  readonly password: string | null;
  readonly tenantId: string | null;
  readonly appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  /** Hosts replies may be sent to, besides Microsoft's own. */
  readonly serviceHosts: readonly string[];
}

export interface ModelSettings {
  readonly apiKey: string;
  readonly baseUrl: string | null;
  readonly model: string;
  /** Null: nobody said what it costs, and no answer is given a cost. */
  readonly price: TokenPrice | null;
}

/** The institution's identity provider for its staff. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a public client. */
  readonly clientSecret: string | null;
  /** The claim whose value is a staff id. */
  readonly claim: string;
  /** Values of `acr` that are strong enough; empty: any. */
  readonly acr: readonly string[];
}

/** How the record is signed. */
export interface LedgerConfig {
  /** Of the key that signs checkpoints. */
  readonly keyFile: string;
  /** Where checkpoints lie outside the database. */
  readonly checkpointDir: string;
  /** Who signs below them; null: nobody does. */
  readonly witnessUrl: string | null;
}

export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Null: told by the request. */
  readonly publicUrl: string | null;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly model: ModelSettings | null;
  readonly turnTimeoutMs: number;
  readonly directlineSecret: string | null;
  readonly sessionSecret: string | null;
  /** Wraps the keys of the records; the same in every replica. */
  readonly recordKeySecret: string | null;
  readonly ledger: LedgerConfig;
  /** Null: staff sign in with passwords alone. */
  readonly oidc: OidcConfig | null;
  readonly botFramework: BotFrameworkSettings;
  readonly institution: Institution;
  readonly frameAncestors: string;
  readonly trustProxy: string;
  /** Null: outside production, decide by whether the database is empty or holds it already. */
  readonly demo: boolean | null;
  /** Of every demonstration account; null: made at first start and shown once. */
  readonly demoPassword: string | null;
  readonly logLevel: LogLevel;
  readonly limits: Limits;
}

/** Everything that is wrong with the environment, at once. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`configuration: ${problems.join('; ')}`);
    this.problems = problems;
    this.name = 'ConfigError';
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

const EVERY_ADDRESS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Where this machine itself reaches a service that listens on `host`. */
export function localUrl(host: string, port: number): string {
  const address = EVERY_ADDRESS[host] ?? host;
  const isIpv6 = address.includes(':') && !address.startsWith('[');
  return `http://${isIpv6 ? `[${address}]` : address}:${port}`;
}

/** Reads the environment once. Throws ConfigError naming every problem. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty value is how a shell or compose file says "unset".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const e = parsed.data;
  const problems = [secretProblems, demoProblems, modelProblems, oidcProblems, botProblems].flatMap(
    (faultsOf) => faultsOf(e),
  );
  const institution = readInstitution(e.INSTITUTION_FILE, problems);
  if (problems.length > 0 || !institution) throw new ConfigError(problems);
  return {
    production: e.NODE_ENV === 'production',
    host: e.HOST,
    port: e.PORT,
    publicUrl: e.PUBLIC_URL ?? null,
    dataDir: e.DATA_DIR,
    databaseUrl: e.DATABASE_URL ?? null,
    model: modelSettings(e),
    turnTimeoutMs: e.TURN_TIMEOUT_S * 1_000,
    directlineSecret: e.DIRECTLINE_SECRET ?? null,
    sessionSecret: e.SESSION_SECRET ?? null,
    recordKeySecret: e.RECORD_KEY_SECRET ?? null,
    ledger: ledgerOf(e),
    oidc: oidcOf(e),
    botFramework: {
      appId: e.MicrosoftAppId ?? null,
      password: e.MicrosoftAppPassword ?? null,
      tenantId: e.MicrosoftAppTenantId ?? null,
      appType: e.MicrosoftAppType,
      serviceHosts: e.BOT_SERVICE_HOSTS.split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    },
    institution,
    frameAncestors: e.FRAME_ANCESTORS,
    trustProxy: e.TRUST_PROXY,
    demo: e.DEMO === undefined ? null : e.DEMO === '1',
    demoPassword: e.DEMO_PASSWORD ?? null,
    logLevel: e.LOG_LEVEL,
    limits: {
      messagesPerMinute: e.LIMITS_MESSAGES_PER_MINUTE,
      messagesPerDay: e.LIMITS_MESSAGES_PER_DAY,
      conversationsPerHour: e.LIMITS_CONVERSATIONS_PER_HOUR,
      tokensPerHour: e.LIMITS_TOKENS_PER_HOUR,
      streamsPerConversation: e.LIMITS_STREAMS_PER_CONVERSATION,
      uploadsPerDay: e.LIMITS_UPLOADS_PER_DAY,
      exportsPerHour: e.LIMITS_EXPORTS_PER_HOUR,
      uploadFiles: e.LIMITS_UPLOAD_FILES,
      uploadBytes: e.LIMITS_UPLOAD_BYTES,
    },
  };
}

type Env = z.infer<typeof Environment>;

/** Secrets printed in manuals and samples: whoever uses one has no secret. */
const KNOWN_SAMPLES =
  /^(?:your[-_ ].*|test.*|(?:change[-_ ]?me|secret|password|example|[-_ .!\d])+)$/is;
/** A few characters over and over are as long as one likes and no harder to guess. */
const REPEATED = /^(.{1,16}?)\1+$/s;
const MIN_SECRET_BYTES = 32;

function secretProblems(e: Env): string[] {
  const problems: string[] = [];
  for (const name of ['DIRECTLINE_SECRET', 'SESSION_SECRET', 'RECORD_KEY_SECRET'] as const) {
    const value = e[name];
    if (value === undefined) continue;
    if (Buffer.byteLength(value) < MIN_SECRET_BYTES || isGuessable(value)) {
      problems.push(`${name}: must be at least ${MIN_SECRET_BYTES} bytes and no sample value`);
    }
  }
  return problems;
}

/** At home any word will do; on a public service these accounts are as open as their password. */
function demoProblems(e: Env): string[] {
  if (e.NODE_ENV !== 'production' || e.DEMO_PASSWORD === undefined) return [];
  const isWeak = passwordFault(e.DEMO_PASSWORD, ['demo']) !== null;
  return isWeak ? ['DEMO_PASSWORD: too short or too easily guessed for production'] : [];
}

const isGuessable = (value: string): boolean => KNOWN_SAMPLES.test(value) || REPEATED.test(value);

function modelProblems(e: Env): string[] {
  const problems: string[] = [];
  if (e.OPENAI_BASE_URL && !e.OPENAI_MODEL)
    problems.push('OPENAI_MODEL: needed with OPENAI_BASE_URL');
  if (e.OPENAI_MODEL && !e.OPENAI_API_KEY && !e.OPENAI_BASE_URL) {
    problems.push('OPENAI_API_KEY: needed with OPENAI_MODEL unless OPENAI_BASE_URL is set');
  }
  const url = e.OPENAI_BASE_URL ? new URL(e.OPENAI_BASE_URL) : null;
  if (e.NODE_ENV === 'production' && url?.protocol === 'http:' && !isLoopback(url.hostname)) {
    problems.push('OPENAI_BASE_URL: plain http leaves this machine; production needs https');
  }
  return problems;
}

/** A self-hosted server may need no key, but the client library insists on one. */
const NO_KEY = 'none';
const DEFAULT_MODEL = 'gpt-4.1-mini';

function modelSettings(e: Env): ModelSettings | null {
  if (!e.OPENAI_API_KEY && !e.OPENAI_BASE_URL) return null;
  return {
    apiKey: e.OPENAI_API_KEY ?? NO_KEY,
    baseUrl: e.OPENAI_BASE_URL ?? null,
    model: e.OPENAI_MODEL ?? DEFAULT_MODEL,
    price: priceOf(e),
  };
}

function priceOf({
  OPENAI_PRICE_INPUT: input,
  OPENAI_PRICE_OUTPUT: output,
}: Env): TokenPrice | null {
  return input === undefined || output === undefined ? null : { input, output };
}

function oidcProblems(e: Env): string[] {
  if (!e.OIDC_ISSUER) return [];
  const problems: string[] = [];
  if (!e.OIDC_CLIENT_ID) problems.push('OIDC_CLIENT_ID: needed with OIDC_ISSUER');
  // Where the browser is sent back to must not be told by a request.
  if (!e.PUBLIC_URL) problems.push('PUBLIC_URL: needed with OIDC_ISSUER');
  const issuer = new URL(e.OIDC_ISSUER);
  if (issuer.protocol === 'http:' && !isLoopback(issuer.hostname)) {
    problems.push('OIDC_ISSUER: must be https, unless it is on this machine');
  }
  return problems;
}

function oidcOf(e: Env): OidcConfig | null {
  if (!e.OIDC_ISSUER || !e.OIDC_CLIENT_ID) return null;
  return {
    issuer: e.OIDC_ISSUER,
    clientId: e.OIDC_CLIENT_ID,
    clientSecret: e.OIDC_CLIENT_SECRET ?? null,
    claim: e.OIDC_CLAIM,
    acr: e.OIDC_ACR.split(/[\s,]+/).filter(Boolean),
  };
}

const ledgerOf = (e: Env): LedgerConfig => ({
  keyFile: e.LEDGER_KEY_FILE ?? join(e.DATA_DIR, 'secrets', 'ledger.pem'),
  checkpointDir: e.CHECKPOINT_DIR ?? join(e.DATA_DIR, 'checkpoints'),
  witnessUrl: e.LEDGER_WITNESS_URL ?? null,
});

function botProblems(e: Env): string[] {
  if (!e.MicrosoftAppId) return [];
  const problems: string[] = [];
  if (e.MicrosoftAppType !== 'UserAssignedMSI' && !e.MicrosoftAppPassword) {
    problems.push('MicrosoftAppPassword: needed with MicrosoftAppId');
  }
  if (e.MicrosoftAppType !== 'MultiTenant' && !e.MicrosoftAppTenantId) {
    problems.push(`MicrosoftAppTenantId: needed for ${e.MicrosoftAppType}`);
  }
  return problems;
}

const SHIPPED_INSTITUTION = new URL('../knowledge/demonstration/institution.yaml', import.meta.url);

function readInstitution(file: string | undefined, problems: string[]): Institution | null {
  const path = file ?? SHIPPED_INSTITUTION;
  if (!existsSync(path)) {
    problems.push(`INSTITUTION_FILE: ${file} does not exist`);
    return null;
  }
  const parsed = parseInstitution(readFileSync(path, 'utf8'));
  if (typeof parsed !== 'string') return parsed;
  problems.push(`INSTITUTION_FILE: ${parsed}`);
  return null;
}

export const secretsFolder = (config: Config): string => join(config.dataDir, 'secrets');
