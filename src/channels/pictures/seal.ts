import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Picture } from './picture.js';

/** 封好的图: a picture's figures as a word in an address, which only this house can write or read. */
export interface Seal {
  /** The same picture always gets the same word, so that a client may keep what it has seen. */
  close(picture: Picture): string;
  /** Null: not written here, or altered since. */
  open(word: string): Picture | null;
}

const NONCE = 12;
const TAG = 16;
/** No picture needs as much; whoever sends more is no client of ours. */
export const LONGEST_WORD = 4_000;
const LARGEST_PICTURE = 64_000;

/**
 * AES-256-GCM: addresses end up in logs and proxies, and what a customer has or hopes for is nobody's
 * business there. The nonce is a keyed hash of the figures and so differs wherever they do.
 */
export function createSeal(secret: string): Seal {
  const keys = Buffer.from(hkdfSync('sha256', secret, '', 'pictures', 64));
  const [key, nonceKey] = [keys.subarray(0, 32), keys.subarray(32)];
  return {
    close(picture) {
      const plain = deflateRawSync(JSON.stringify(picture));
      const nonce = createHmac('sha256', nonceKey).update(plain).digest().subarray(0, NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(word) {
      if (word.length > LONGEST_WORD) return null;
      const bytes = Buffer.from(word, 'base64url');
      if (bytes.length <= NONCE + TAG || bytes.toString('base64url') !== word) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
        decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        const plain = [decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()];
        return parsed(inflateRawSync(Buffer.concat(plain), { maxOutputLength: LARGEST_PICTURE }));
      } catch {
        // Not ours: a wrong tag is how a forged word shows itself.
        return null;
      }
    },
  };
}

/** A picture of an older version, which nobody can draw any more, is none. */
function parsed(json: Buffer): Picture | null {
  const picture = Picture.safeParse(JSON.parse(json.toString('utf8')));
  return picture.success ? picture.data : null;
}
