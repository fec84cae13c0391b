import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { localUrl } from '../config.js';

/** Where the service that runs on a DATA_DIR tells commands where it listens. */
const fileOf = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'cli-url');

/**
 * Writes down the URL commands reach this service at (0600); an earlier one is replaced. Returns how
 * to take it back. After a crash it stays behind: whoever reads it asks who answers there.
 */
export function announce(config: Config, port: number): () => void {
  const file = fileOf(config);
  const url = localUrl(config.host, port);
  writeFileSync(file, `${url}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return () => {
    if (announced(config) === url) rmSync(file, { force: true });
  };
}

/** The URL a service left here, whether it still runs or not. */
export function announced(config: Pick<Config, 'dataDir'>): string | null {
  const file = fileOf(config);
  if (!existsSync(file)) return null;
  const url = readFileSync(file, 'utf8').trim();
  return URL.canParse(url) ? url : null;
}
