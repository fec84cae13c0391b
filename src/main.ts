import { pino } from 'pino';
import { AlreadyServed } from './app/storage.js';
import { createApp } from './app.js';
import { ConfigError, readConfig } from './config.js';

/** Starts the service and stops it cleanly; every failure to start is one line on stderr. */
export async function serve(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = readConfig(env);
  const log = pino({ level: env['LOG_LEVEL'] ?? 'warn' }, pino.destination(2));
  const app = await createApp(config, log);
  const port = await app.listen();
  const url =
    config.publicUrl ?? `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}`;
  process.stdout.write(`${config.institution.assistant.name}已就绪：${url}\n`);
  let stopping = false;
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

/** What a person reads when the service cannot start. */
export function startFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof AlreadyServed) return error.message;
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') return 'the port is already in use (set PORT)';
  return error instanceof Error ? error.message : String(error);
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  serve(process.env).catch((error: unknown) => {
    process.stderr.write(`shuzhi: ${startFailure(error)}\n`);
    process.exit(1);
  });
}
