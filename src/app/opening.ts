import type { Server } from 'node:http';
import type { Turns } from '../conversation/turns.js';
import { announce } from './cli-url.js';
import type { Parts } from './parts.js';
import { leaveFile } from './storage.js';

export interface Service extends Pick<Parts, 'config' | 'store' | 'owner' | 'planning' | 'report'> {
  readonly server: Server;
  readonly turns: Turns;
  readonly stopStreams: () => void;
  readonly stopJobs: () => Promise<void>;
}

export interface OpenAndClose {
  /** Starts to listen; resolves with the port. */
  listen(): Promise<number>;
  close(): Promise<void>;
}

/** How the service begins to listen, and how it stops cleanly. */
export function opening(service: Service): OpenAndClose {
  const { config, store, owner, planning, report, server, turns, stopStreams, stopJobs } = service;
  let withdraw = (): void => undefined;
  return {
    async listen() {
      await turns.recover();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.port, config.host, resolve);
      });
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : config.port;
      withdraw = announce(config, port);
      planning.prepare();
      return port;
    },
    async close() {
      withdraw();
      await stopJobs();
      stopStreams();
      server.closeIdleConnections();
      await Promise.race([new Promise((resolve) => server.close(resolve)), turns.stop()]);
      await turns.stop();
      server.closeAllConnections();
      await planning.close();
      await leaveFile(store, owner).catch((error: unknown) => report(error, 'leave'));
      await store.close();
    },
  };
}
