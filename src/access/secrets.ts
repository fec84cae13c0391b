import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A secret by name: the configured one, else the one kept in `folder`, else a new one made there
 * (0600). Whoever can read the folder is the service.
 */
export function secret(folder: string, name: string, configured: string | null): string {
  if (configured !== null) return configured;
  const file = join(folder, name);
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  // A full disk can leave an empty file behind: taken as the secret it would open every door.
  if (kept !== '') return kept;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = randomBytes(48).toString('base64url');
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return made;
}
