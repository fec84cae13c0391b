import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announced } from '../app/cli-url.js';
import type { Config } from '../config.js';
import { localUrl } from '../config.js';
import { CommandFailure } from './command.js';

/** A service that is already running on this DATA_DIR; commands go through it. */
export interface RunningServer {
  call(path: string, init?: RequestInit): Promise<unknown>;
  /** For answers that are files. */
  download(path: string, init?: RequestInit): Promise<Response>;
  /** The same service, asked by whoever holds this token. */
  as(token: string): RunningServer;
}

const PROBE_MS = 2_000;

/** Finds the service of this DATA_DIR: where it says it listens, else at HOST and PORT; or null. */
export async function runningServer(config: Config): Promise<RunningServer | null> {
  const tokenFile = join(config.dataDir, 'cli-token');
  if (!existsSync(tokenFile)) return null;
  const token = readFileSync(tokenFile, 'utf8').trim();
  const told = announced(config);
  const configured = localUrl(config.host, config.port);
  for (const base of told === null ? [configured] : [told, configured]) {
    if (await answers(base, token)) return serverAt(base, token);
  }
  return null;
}

function serverAt(base: string, token: string): RunningServer {
  const download = (path: string, init?: RequestInit) => ask(base, token, path, init);
  return {
    call: async (path, init) => bodyOf(await download(path, init)),
    download,
    as: (other) => serverAt(base, other),
  };
}

/**
 * Whether the service that holds this token answers there. A port left behind by a crash may belong
 * to another service by now, even to another Shuzhi, which would refuse the token.
 */
async function answers(base: string, token: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_MS);
    const probe = await fetch(`${base}/healthz`, { signal, redirect: 'error' });
    const { status } = (await probe.json()) as { status?: unknown };
    if (!probe.ok || status !== 'alive') return false;
    const headers = { authorization: `Bearer ${token}` };
    const door = `${base}/api/v1/operations`;
    return (await fetch(door, { headers, signal, redirect: 'error' })).ok;
  } catch {
    return false;
  }
}

/** The answer, if it is none of refusal. */
async function ask(
  base: string,
  token: string,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${base}${path}`, { ...init, headers });
  if (response.ok) return response;
  const said = saidBy(await bodyOf(response));
  throw new CommandFailure(said ?? `the service answered ${response.status}`);
}

const bodyOf = (response: Response): Promise<unknown> => response.json().catch(() => null);

/** A problem's own words, and the places and findings it names; null: it was no problem document. */
function saidBy(body: unknown): string | null {
  const {
    title,
    errors = [],
    findings = [],
  } = (body ?? {}) as {
    title?: string;
    errors?: readonly { place: string; message: string }[];
    findings?: readonly { rule: string; text: string }[];
  };
  if (title === undefined) return null;
  return [
    title,
    ...errors.map(({ place, message }) => `${place}: ${message}`),
    ...findings.map(({ rule, text }) => `${rule} “${text}”`),
  ].join('; ');
}
