import { readConfig } from '../config.js';
import { CommandFailure } from './command.js';
import { readPassword } from './read-password.js';
import type { RunningServer } from './running-server.js';
import { runningServer } from './running-server.js';

/** What a command of the compliance door goes through: words and keys lie with the service that runs. */
export async function theService(): Promise<RunningServer> {
  const server = await runningServer(readConfig(process.env));
  if (!server) throw new CommandFailure('no service runs on this DATA_DIR');
  return server;
}

/** In somebody's own name and with their own password: two people are never one who holds the machine. */
export async function asStaff<T>(
  staff: string,
  what: (own: RunningServer) => Promise<T>,
): Promise<T> {
  const server = await theService();
  const password = await readPassword(`password of ${staff}`);
  const sign = { method: 'POST', body: JSON.stringify({ username: staff, password }) };
  const { token } = (await server.call('/api/v1/session', sign)) as { readonly token: string };
  const own = server.as(token);
  try {
    return await what(own);
  } finally {
    await own.call('/api/v1/session', { method: 'DELETE' });
  }
}
