import { pino } from 'pino';
import { openDemoStaff } from './app/demonstration-staff.js';
import { startFailure } from './app/start-failure.js';
import type { App } from './app.js';
import { createApp } from './app.js';
import { localUrl, readConfig } from './config.js';

/** Starts the service and stops it cleanly; every failure to start is one line on stderr. */
export async function serve(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = readConfig(env);
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const app = await createApp(config, log);
  const port = await listen(app);
  const password = app.demo ? await openDemoStaff(app.staffDeps, config.demoPassword) : null;
  const url = config.publicUrl ?? localUrl(config.host, port);
  process.stdout.write(`${config.institution.assistant.name}已就绪：${url}\n`);
  if (password !== null) process.stdout.write(demoStaffLine(password));
  let stopping = false;
  app.rehearsePlanning().catch((error: unknown) => {
    if (!stopping) log.warn({ err: error }, 'planning was not rehearsed');
  });
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop was not clean');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

const demoStaffLine = (password: string): string =>
  `演示机构的员工账号（advisor1、supervisor1、compliance1、operator1、auditor1、admin1 等）` +
  `口令：${password}（只显示这一次，也可用 DEMO_PASSWORD 指定）\n`;

/** A service that cannot listen must let go of its file: an open store keeps the process alive. */
async function listen(app: App): Promise<number> {
  try {
    return await app.listen();
  } catch (error) {
    await app.close();
    throw error;
  }
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  serve(process.env).catch((error: unknown) => {
    process.stderr.write(`shuzhi: ${startFailure(error)}\n`);
    process.exit(1);
  });
}
