import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { App, Overrides } from '../src/app.js';
import { createApp } from '../src/app.js';
import type { PacedClock } from '../src/cli/dialogues/clock.js';
import { createClock } from '../src/cli/dialogues/clock.js';
import { readConfig } from '../src/config.js';
import { copySeeded } from './seeded-house.js';

export const TEST_SECRET = 'a-secret-that-only-these-tests-know-0123456789';

export interface RunningApp {
  readonly app: App;
  readonly url: string;
  readonly dataDir: string;
  readonly clock: PacedClock;
  stop(): Promise<void>;
}

/** No test is told that today is over before it is. */
const HALF_AN_HOUR_S = 1_800;

/** The whole service on a free port, with its demonstration institution, on a folder of its own. */
export async function runApp(
  env: Readonly<Record<string, string>> = {},
  overrides: Overrides = {},
): Promise<RunningApp> {
  const dataDir = env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'shuzhi-app-'));
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DIRECTLINE_SECRET: TEST_SECRET,
    LIMITS_CONVERSATIONS_PER_HOUR: '1000',
    LIMITS_TOKENS_PER_HOUR: '1000',
    ...env,
  });
  const clock = createClock();
  clock.allow(HALF_AN_HOUR_S);
  await copySeeded(env, overrides.now ?? clock.now, dataDir);
  const app = await createApp(config, pino({ level: 'silent' }), { now: clock.now, ...overrides });
  const port = await app.listen();
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    dataDir,
    clock,
    async stop() {
      await app.close();
      if (env['DATA_DIR'] === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A token for `user`, as an institution's server would fetch it. */
export async function generateToken(
  url: string,
  user?: string,
): Promise<{ token: string; conversationId: string }> {
  const response = await fetch(`${url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TEST_SECRET}`, 'content-type': 'application/json' },
    body: JSON.stringify(user ? { user: { id: user } } : {}),
  });
  return (await response.json()) as { token: string; conversationId: string };
}
