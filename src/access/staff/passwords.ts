import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Problem } from '../problem.js';

/** Cost of one guess: `2 ** logN` rounds of `8` blocks, `p` times over. */
export interface Cost {
  readonly logN: number;
  readonly p: number;
}

/** OWASP Password Storage Cheat Sheet, scrypt: 32 MiB, three times. */
const COST: Cost = { logN: 15, p: 3 };
const BLOCKS = 8;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Each takes 32 MiB and a thread: more at once would be somebody else's memory. */
const AT_ONCE = 2;
const MAY_WAIT = 64;

export interface Passwords {
  hash(secret: string): Promise<string>;
  /** Null is compared too, with nothing: a name nobody has takes as long as a wrong password. */
  matches(secret: string, hash: string | null): Promise<boolean>;
  /** Made at another cost than today's: worth making again while the secret is at hand. */
  isOutdated(hash: string): boolean;
}

/** 口令: kept as `scrypt$logN$p$salt$key`, base64url. The secret is taken in Unicode form NFKC. */
export function createPasswords(cost: Cost = COST): Passwords {
  const inTurn = queue(AT_ONCE, MAY_WAIT);
  const prefix = `scrypt$${cost.logN}$${cost.p}$`;
  const nothing = `${prefix}${randomBytes(SALT_BYTES).toString('base64url')}$`;
  return {
    async hash(secret) {
      const salt = randomBytes(SALT_BYTES);
      const key = await inTurn(() => derive(secret, salt, cost));
      return `${prefix}${salt.toString('base64url')}$${key.toString('base64url')}`;
    },
    async matches(secret, hash) {
      const [, logN, p, salt = '', kept = ''] = (hash ?? nothing).split('$');
      const given = { logN: Number(logN), p: Number(p) };
      const key = await inTurn(() => derive(secret, Buffer.from(salt, 'base64url'), given));
      const known = Buffer.from(kept, 'base64url');
      return timingSafeEqual(key, known.length === KEY_BYTES ? known : randomBytes(KEY_BYTES));
    },
    isOutdated: (hash) => !hash.startsWith(prefix),
  };
}

const derive = (secret: string, salt: Buffer, { logN, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** logN;
    const options = { N, r: BLOCKS, p, maxmem: 2 * 128 * N * BLOCKS };
    scrypt(secret.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** At most `atOnce` run, in order of asking; who finds `mayWait` waiting is sent away. */
function queue(atOnce: number, mayWait: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting.length >= mayWait)
      throw new Problem(503, '现在登录的人太多', { 'Retry-After': '5' });
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, so that nobody slips in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
