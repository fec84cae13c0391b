import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { pino } from 'pino';
import { createApp } from '../../../dist/app.js';
import { readConfig } from '../../../dist/config.js';

/**
 * A step of the build: the consoles know of the service only the API it serves, so their types are made
 * from the very document that a service gives out, on an empty folder of its own.
 */
const dataDir = await mkdtemp(join(tmpdir(), 'shuzhi-api-'));
const config = readConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0' });
const app = await createApp(config, pino({ level: 'silent' }));
try {
  const port = await app.listen();
  const document = await (await fetch(`http://127.0.0.1:${port}/api/openapi.json`)).json();
  const types = astToString(await openapiTypes(document));
  await writeFile(new URL('./openapi.ts', import.meta.url), types);
} finally {
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
}
