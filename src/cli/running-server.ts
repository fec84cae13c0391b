import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { CommandFailure } from './command.js';

/** A service that is already running on this DATA_DIR; commands go through it. */
export interface RunningServer {
  call(path: string, init?: RequestInit): Promise<unknown>;
}

/** Asks whether the service of this configuration answers here; null when nothing does. */
export async function runningServer(config: Config): Promise<RunningServer | null> {
  const tokenFile = join(config.dataDir, 'cli-token');
  if (!existsSync(tokenFile)) return null;
  const base = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${config.port}`;
  const token = readFileSync(tokenFile, 'utf8').trim();
  const call = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(`${base}${path}`, { ...init, headers });
    const body: unknown = await response.json();
    if (response.ok) return body;
    throw new CommandFailure(
      (body as { title?: string }).title ?? `the service answered ${response.status}`,
    );
  };
  try {
    const probe = await fetch(`${base}/healthz`, { signal: AbortSignal.timeout(2_000) });
    return probe.ok ? { call } : null;
  } catch {
    return null;
  }
}
