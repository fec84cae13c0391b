import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { COSIGNATURE, noteKey, parseVerifierLine, verifierLine } from '../ledger/note.js';
import { signingKey } from '../ledger/signing-key.js';
import { createWitness } from '../ledger/witness.js';
import { CommandFailure, printLine } from './command.js';
import type { WitnessOptions } from './ledger.js';

const MOST_BYTES = 65_536;

/** Serves `POST /add-checkpoint` until it is stopped. */
export function serveWitness({ data, key, name, port, host }: WitnessOptions): void {
  const logs = key.map((given) => {
    const log = parseVerifierLine(existsSync(given) ? readFileSync(given, 'utf8') : given);
    if (!log) throw new CommandFailure(`this is no key: ${given}`);
    return log;
  });
  const own = noteKey(name, signingKey(join(data, 'witness.pem')), COSIGNATURE);
  const witness = createWitness({ logs, key: own, folder: data, now: Date.now });
  const server = createServer((req, res) => {
    if (req.method !== 'POST' || req.url !== '/add-checkpoint') return res.writeHead(404).end();
    textOf(req)
      .then((request) => witness.add(request))
      .then(({ status, body }) => {
        const type = status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8';
        res.writeHead(status, { 'content-type': type }).end(body);
      })
      .catch((error: unknown) => {
        process.stderr.write(`witness: ${String(error)}\n`);
        res.writeHead(500).end();
      });
    return undefined;
  });
  server.requestTimeout = 10_000;
  server.listen(Number(port), host, () => {
    const address = server.address();
    const at = typeof address === 'object' && address ? address.port : port;
    printLine(`witness at http://${host}:${at}`);
    printLine(verifierLine(own, COSIGNATURE));
  });
}

async function textOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error('a request is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
