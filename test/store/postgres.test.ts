import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startFailure } from '../../src/app/start-failure.js';
import { SECRET } from './databases.js';
import { openPostgres } from '../../src/store/postgres.js';

/** A host that takes what it is sent and says nothing, like one whose firewall drops packets. */
let silent: Server;
let sockets: Socket[];

beforeEach(async () => {
  sockets = [];
  silent = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
});

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  silent.close();
});

const silentUrl = () =>
  `postgres://someone:a-password@127.0.0.1:${(silent.address() as AddressInfo).port}/shuzhi`;

describe('a PostgreSQL that does not answer', () => {
  it('fails the start in time, with a line that says so and holds no password', async () => {
    const error: unknown = await openPostgres(silentUrl(), SECRET, 50).catch(
      (cause: unknown) => cause,
    );
    expect(startFailure(error)).toMatch(/^PostgreSQL cannot be reached: .*timeout/);
    expect(startFailure(error)).not.toContain('a-password');
  });

  it('leaves nothing behind that would keep the process alive', async () => {
    await openPostgres(silentUrl(), SECRET, 50).catch(() => undefined);
    await Promise.all(sockets.map((socket) => socket.destroyed || once(socket.resume(), 'close')));
    expect(sockets).toHaveLength(1);
  });
});
