import { describe, expect, it } from '@jest/globals';
import { createPasswords } from '../../../src/access/staff/passwords.js';
import { GOOD } from './staff-room.js';

const cheap = createPasswords({ logN: 4, p: 1 });

describe('a password', () => {
  it('is kept as a salted hash that only it matches', async () => {
    const hash = await cheap.hash(GOOD);
    expect(hash).toMatch(/^scrypt\$4\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await cheap.hash(GOOD)).not.toBe(hash);
    expect(await cheap.matches(GOOD, hash)).toBe(true);
    expect(await cheap.matches(`${GOOD} `, hash)).toBe(false);
  });

  it('is the same however the keyboard composed its letters', async () => {
    const hash = await cheap.hash('caf\u00e9 ｃａｆｅ');
    expect(await cheap.matches('cafe\u0301 cafe', hash)).toBe(true);
  });

  it.each([[null], [''], ['scrypt$4$1$c2FsdA$'], ['scrypt$4$1$c2FsdA$c2hvcnQ']])(
    'matches nothing where the hash is %j',
    async (hash) => {
      for (const secret of ['', GOOD]) {
        expect(await cheap.matches(secret, hash === '' ? null : hash)).toBe(false);
      }
    },
  );

  it('made at another cost still matches, and is told to be outdated', async () => {
    const dearer = createPasswords({ logN: 5, p: 1 });
    const hash = await cheap.hash(GOOD);
    expect(await dearer.matches(GOOD, hash)).toBe(true);
    expect([dearer.isOutdated(hash), cheap.isOutdated(hash)]).toEqual([true, false]);
  });

  it('is costly to guess as shipped: 32 MiB, three times over', async () => {
    expect(await createPasswords().hash(GOOD)).toMatch(/^scrypt\$15\$3\$/);
  });
});

describe('many at once', () => {
  it('wait their turn, and beyond a queue of 64 are sent away instead of taking the memory', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 80 }, () => cheap.matches('x', null)),
    );
    const sent = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(sent).toHaveLength(80 - 2 - 64);
    expect(sent[0]).toMatchObject({ status: 503, headers: { 'Retry-After': '5' } });
    expect(await cheap.matches('x', null)).toBe(false);
  });
});
