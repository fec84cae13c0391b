import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Account } from '../../../src/access/staff/account.js';
import { evolve, newAccount } from '../../../src/access/staff/account.js';
import { judge, waitAfter } from '../../../src/access/staff/lock-out.js';
import { NOON } from './staff-room.js';

const MINUTE = 60_000;
const account = newAccount({ name: '周谨言', role: 'advisor', employee: 'advisor1' }, NOON);

/** The account after one more attempt, and whether it was let in. */
function attempt(before: Account, holds: boolean, at: number) {
  const judgement = judge(before, { via: 'password', holds, expires: null }, at, null);
  const signedIn = { kind: 'SignedIn', via: 'password', session: 's', from: null } as const;
  const events = judgement.admitted ? [...judgement.events, signedIn] : judgement.events;
  const after = events.reduce((state, event) => evolve(state, event, at), before);
  return { after, admitted: judgement.admitted, kinds: events.map(({ kind }) => kind) };
}

const failed = (times: number, from = account): Account =>
  times === 0 ? from : failed(times - 1, attempt(from, false, from.lockedUntil ?? NOON).after);

describe('wrong passwords in a row', () => {
  it('cost nothing four times; from the fifth on each one doubles the wait, up to a quarter of an hour', () => {
    expect([4, 5, 6, 7, 8, 9, 10, 500].map((n) => waitAfter(n) / MINUTE)).toEqual([
      0, 1, 2, 4, 8, 15, 15, 15,
    ]);
  });

  it('keep out whoever knows the right one too, until the wait is over', () => {
    const locked = failed(5);
    expect(attempt(locked, true, NOON + MINUTE - 1).admitted).toBe(false);
    expect(attempt(locked, true, NOON + MINUTE).admitted).toBe(true);
  });

  it('do not lengthen the wait while it lasts', () => {
    const locked = failed(5);
    const { after, kinds } = attempt(locked, false, NOON + 1);
    expect(kinds).toEqual(['SignInRefused']);
    expect(after).toEqual(locked);
  });

  it('are forgiven by the right one, and after a day without another', () => {
    expect(attempt(failed(4), true, NOON).after.failures).toBe(0);
    expect(attempt(failed(4), false, NOON + 24 * 60 * MINUTE).after.failures).toBe(1);
  });

  it('never let in more guesses than the waits allow, however they are timed', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 20 * MINUTE }), { maxLength: 60 });
    fc.assert(
      fc.property(gaps, (steps) => {
        let [state, at, compared] = [account, NOON, 0];
        for (const gap of steps) {
          at += gap;
          const { after } = attempt(state, false, at);
          if (after.failures > state.failures) compared += 1;
          state = after;
        }
        const longest = (at - NOON) / MINUTE;
        // Four for nothing, then at 0, 1, 3, 7, 15 and every 15 minutes.
        const allowed = 4 + [0, 1, 3, 7, 15].filter((m) => m <= longest).length;
        expect(compared).toBeLessThanOrEqual(allowed + Math.floor(Math.max(0, longest - 15) / 15));
      }),
    );
  });
});

describe('a locked account', () => {
  const locked = evolve(account, { kind: 'Locked', by: 'admin1', reason: '离职' }, NOON);
  const identity = { issuer: 'https://id.example', subject: '1' };

  it('opens to no password and no identity provider', () => {
    expect(attempt(locked, true, NOON).admitted).toBe(false);
    expect(judge(locked, { via: 'oidc', identity }, NOON, null).admitted).toBe(false);
  });

  it('opens again once unlocked, its failures forgiven', () => {
    const opened = evolve({ ...locked, ...failed(6), state: 'locked' }, UNLOCKED, NOON);
    expect(opened).toMatchObject({ state: 'open', failures: 0, lockedUntil: null });
  });
});

const UNLOCKED = { kind: 'Unlocked', by: 'admin1' } as const;

describe('an identity provider', () => {
  const identity = { issuer: 'https://id.example', subject: '1' };

  it('binds the account to the first person it vouches for, and to no other afterwards', () => {
    const first = judge(account, { via: 'oidc', identity }, NOON, null);
    expect(first).toMatchObject({
      admitted: true,
      events: [{ kind: 'IdentityBound', ...identity }],
    });
    const bound = first.events.reduce((state, event) => evolve(state, event, NOON), account);
    expect(judge(bound, { via: 'oidc', identity }, NOON, null)).toMatchObject({ events: [] });
    for (const other of [
      { ...identity, subject: '2' },
      { ...identity, issuer: 'https://x' },
    ]) {
      const judgement = judge(bound, { via: 'oidc', identity: other }, NOON, null);
      expect(judgement).toMatchObject({ admitted: false, events: [{ why: 'identity' }] });
    }
  });

  it('is not stopped by wrong passwords of a stranger', () => {
    expect(judge(failed(9), { via: 'oidc', identity }, NOON, null).admitted).toBe(true);
  });
});
