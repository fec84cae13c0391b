import { hkdfSync, randomBytes } from 'node:crypto';
import { openRecord, sealRecord } from './record-cipher.js';

const KEY_BYTES = 32;

/** The key that wraps every other; it is in no database. */
export interface RootKey {
  wrap(id: string, scope: string, key: Buffer): string;
  /** Null: another root wrapped it, or it was altered. */
  unwrap(id: string, scope: string, wrapped: string): Buffer | null;
}

/** `secret`: of this deployment, and for this purpose alone. */
export function rootKeyOf(secret: string): RootKey {
  const root = Buffer.from(hkdfSync('sha256', secret, '', 'shuzhi record keys, root', KEY_BYTES));
  return {
    wrap: (id, scope, key) => sealRecord(root, { scope, at: id }, key).toString('base64'),
    unwrap: (id, scope, wrapped) =>
      openRecord(root, { scope, at: id }, Buffer.from(wrapped, 'base64')),
  };
}

export const newKey = (): Buffer => randomBytes(KEY_BYTES);
