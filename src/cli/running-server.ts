import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announced } from '../app/cli-url.js';
import type { Config } from '../config.js';
import { localUrl } from '../config.js';
import { CommandFailure } from './command.js';

/** A service that is already running on this DATA_DIR; commands go through it. */
export interface RunningServer {
  call(path: string, init?: RequestInit): Promise<unknown>;
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
    if (await answers(base, token)) return { call: (path, init) => call(base, token, path, init) };
  }
  return null;
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

async function call(
  base: string,
  token: string,
  path: string,
  init: RequestInit = {},
): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${base}${path}`, { ...init, headers });
  const body = (await response.json().catch(() => null)) as unknown;
  if (response.ok) return body;
  throw new CommandFailure(saidBy(body) ?? `the service answered ${response.status}`);
}

/** A problem's own words, and the places it names; null: it was no problem document. */
function saidBy(body: unknown): string | null {
  const { title, errors = [] } = (body ?? {}) as {
    title?: string;
    errors?: readonly { place: string; message: string }[];
  };
  if (title === undefined) return null;
  return [title, ...errors.map(({ place, message }) => `${place}: ${message}`)].join('; ');
}
