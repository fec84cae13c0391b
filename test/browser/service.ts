import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

const INSTITUTION = new URL('../../knowledge/demonstration/institution.yaml', import.meta.url);

/** Of everybody on the demonstration's staff. */
export const STAFF_PASSWORD = '雨后-春笋-一夜长高三寸';

/** The service as a customer's browser meets it: a process of its own that can go and come back. */
export interface Service {
  readonly url: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  remove(): Promise<void>;
}

/** `alwaysOpen`: people are on duty at whatever hour a test runs. */
export async function service(alwaysOpen = false): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'shuzhi-browser-'));
  if (alwaysOpen) writeFileSync(join(folder, 'institution.yaml'), roundTheClock());
  const port = await freePort();
  let child: ChildProcess | null = null;
  const kill = async () => {
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    child = null;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    kill,
    async start() {
      child = spawn(process.execPath, [MAIN], {
        env: {
          PATH: process.env['PATH'],
          PORT: String(port),
          DATA_DIR: folder,
          DEMO_PASSWORD: STAFF_PASSWORD,
          ...(alwaysOpen ? { INSTITUTION_FILE: join(folder, 'institution.yaml') } : {}),
          LIMITS_CONVERSATIONS_PER_HOUR: '1000',
          LIMITS_TOKENS_PER_HOUR: '1000',
          LIMITS_MESSAGES_PER_MINUTE: '1000',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(createInterface({ input: child.stdout! }), 'line');
    },
    async remove() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The demonstration institution with an office that never closes. */
const roundTheClock = (): string =>
  readFileSync(INSTITUTION, 'utf8')
    .replace(/weekdays:.*/, 'weekdays: [1, 2, 3, 4, 5, 6, 7]')
    .replace(/spans:\n(?: {4}- .*\n)+/, "spans:\n    - { from: '00:00', to: '24:00' }\n");

/** A port nobody uses now; the service must come back on the same one. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
