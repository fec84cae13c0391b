import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Connector {
  readonly url: string;
  /** Activities the bot sent, in order. */
  readonly received: Record<string, unknown>[];
  /** Answers this status until told otherwise. */
  answerWith(status: number): void;
  until(count: number): Promise<void>;
  close(): void;
}

/** The Emulator's side of the wire: a channel that takes what a bot sends. */
export async function startConnector(): Promise<Connector> {
  const received: Record<string, unknown>[] = [];
  let status = 200;
  const arrivals = new Set<() => void>();
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ id: `sent-${received.length}` }));
      if (status === 200) received.push(JSON.parse(Buffer.concat(chunks).toString()));
      for (const arrival of arrivals) arrival();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answerWith(next) {
      status = next;
    },
    until: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length < count) return;
          arrivals.delete(look);
          resolve();
        };
        arrivals.add(look);
        look();
      }),
    close: () => server.close(),
  };
}
