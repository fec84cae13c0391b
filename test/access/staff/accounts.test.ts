import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addStaff,
  changeStaff,
  lockStaff,
  resetStaff,
  unlockStaff,
} from '../../../src/access/staff/accounts.js';
import { changePassword, signOut } from '../../../src/access/staff/own-account.js';
import { staffEvents } from '../../../src/access/staff/record.js';
import type { NewSession, Subject } from '../../../src/access/staff/sessions.js';
import { forgetSpentSessions, isLive, subjectOf } from '../../../src/access/staff/sessions.js';
import { signIn, signInVouched } from '../../../src/access/staff/sign-in.js';
import { verifyChain } from '../../../src/ledger/chain.js';
import { insertEmployees } from '../../../src/profiles/queries.js';
import type { Store } from '../../../src/store/store.js';
import { databases } from '../../store/databases.js';
import type { StaffRoom } from './staff-room.js';
import { GOOD, NOON, staffRoom } from './staff-room.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OTHER = '山高-月小-水落石出之时';
const knock = { from: '10.0.0.7', held: null };

describe.each(databases)('staff accounts on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  let room: StaffRoom;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
    const employees = ['e1', 'e2'].map((id) => ({ id, name: id, role: 'advisor', body: '{}' }));
    await store.commit(insertEmployees(store, employees));
  });

  beforeEach(async () => {
    room = staffRoom(store);
    const tables = ['staff', 'staff_session', 'stream_head', 'event', 'ledger_entry'] as const;
    await store.commit(tables.map((table) => ({ query: store.db.deleteFrom(table).compile() })));
  });

  afterAll(async () => {
    await store.close();
    await remove();
  });

  const add = (id: string, password: string | null = GOOD, employee: string | null = null) =>
    addStaff(room, 'terminal', { id, name: '周谨言', role: 'advisor', employee, password });
  const enter = async (id = 'zhou', secret = GOOD): Promise<NewSession> =>
    (await signIn(room, id, secret, knock)) as NewSession;
  const subject = async ({ token }: NewSession): Promise<Subject> =>
    (await subjectOf(store, token, room.now(), true)) as Subject;
  const holds = async ({ token }: NewSession) =>
    (await subjectOf(store, token, room.now(), false)) !== null;
  const kinds = async (id: string) =>
    (await staffEvents(store, id)).map(({ actor, event }) => `${actor}: ${event.kind}`);

  describe('an account', () => {
    it('is added once, opened by its password, and tells whose licences it works under', async () => {
      expect(await add('zhou', GOOD, 'e1')).toBeNull();
      await expect(add('zhou', OTHER)).rejects.toMatchObject({ status: 409 });
      expect(await subject(await enter())).toMatchObject({
        id: 'zhou',
        name: '周谨言',
        role: 'advisor',
        employee: 'e1',
        mustChange: false,
      });
      expect(await signIn(room, 'zhou', OTHER, knock)).toBeNull();
    });

    it('works under licences that exist, and are nobody else’s', async () => {
      await expect(add('zhou', GOOD, 'e9')).rejects.toMatchObject({ status: 400 });
      await add('zhou', GOOD, 'e1');
      await expect(add('he', GOOD, 'e1')).rejects.toMatchObject({ status: 409 });
      await changeStaff(room, 'zhou', 'admin1', { employee: 'e2' });
      await add('he', GOOD, 'e1');
    });

    it('refuses a password that its name gives away', async () => {
      await expect(add('zhou', '周谨言-zhou-123')).rejects.toMatchObject({ status: 400 });
    });

    it('keeps its secret out of every event and out of the session’s row', async () => {
      await add('zhou');
      const { token } = await enter();
      const { db } = store;
      const events = await db.selectFrom('event').selectAll().execute();
      const sessions = await db.selectFrom('staff_session').selectAll().execute();
      const [row] = await db.selectFrom('staff').selectAll().execute();
      const kept = JSON.stringify([events, sessions]);
      for (const secret of [GOOD, token, row?.secret_hash as string]) {
        expect(kept).not.toContain(secret);
      }
      expect(JSON.stringify(row)).not.toContain(GOOD);
    });
  });

  describe('the record', () => {
    it('holds every sign-in, failure, lock and reset with who did it, as an unbroken chain', async () => {
      await add('zhou');
      await enter();
      for (let i = 0; i < 5; i += 1) await signIn(room, 'zhou', OTHER, knock);
      await unlockStaff(room, 'zhou', 'admin1');
      await lockStaff(room, 'zhou', 'admin1', '离职');
      await lockStaff(room, 'zhou', 'admin1', '再锁一次');
      await signIn(room, 'zhou', GOOD, knock);
      await unlockStaff(room, 'zhou', 'terminal');
      await resetStaff(room, 'zhou', 'admin1');
      expect(await kinds('zhou')).toEqual([
        'terminal: StaffAdded',
        'terminal: PasswordSet',
        'staff: SignedIn',
        ...Array.from({ length: 5 }, () => 'staff: SignInRefused'),
        'service: LockedOut',
        'admin: Unlocked',
        'admin: Locked',
        'admin: SessionsEnded',
        'staff: SignInRefused',
        'terminal: Unlocked',
        'admin: CodeIssued',
        'admin: SessionsEnded',
      ]);
      expect((await staffEvents(store, 'zhou'))[2]).toMatchObject({
        at: NOON,
        event: { via: 'password', from: '10.0.0.7', session: expect.stringMatching(/^\w{12}$/) },
      });
      const entries = await store.db
        .selectFrom('event')
        .innerJoin('ledger_entry', (join) =>
          join
            .onRef('ledger_entry.stream', '=', 'event.stream')
            .onRef('ledger_entry.cseq', '=', 'event.seq'),
        )
        .select(['seq', 'kind', 'at', 'actor', 'body', 'salt', 'entry', 'hash'])
        .where('event.stream', '=', 'staff:zhou')
        .orderBy('seq')
        .execute();
      expect(verifyChain(entries)).toEqual({ kind: 'intact', entries: 16, erased: 0 });
    });

    it('holds an attempt at a name nobody has, but not the name: people type passwords there', async () => {
      expect(await signIn(room, GOOD, 'x', knock)).toBeNull();
      expect(await signIn(room, '?', 'x', knock)).toBeNull();
      expect(await signIn(room, 'zhou\0', 'x\0', knock)).toBeNull();
      expect(await signInVouched(room, 'nobody', { issuer: 'i', subject: 's' }, knock)).toBeNull();
      expect(await kinds('?')).toEqual(Array(4).fill('staff: SignInRefused'));
      expect(JSON.stringify(await staffEvents(store, '?'))).not.toContain(GOOD);
    });

    it('loses none of many attempts at once, and counts each', async () => {
      await add('zhou');
      const all = Array.from({ length: 12 }, () => signIn(room, 'zhou', OTHER, knock));
      expect(await Promise.all(all)).toEqual(Array(12).fill(null));
      const events = (await staffEvents(store, 'zhou')).map(({ event }) => event);
      const whys = events.flatMap((event) => (event.kind === 'SignInRefused' ? [event.why] : []));
      expect(whys.filter((why) => why === 'secret')).toHaveLength(5);
      expect(whys.filter((why) => why === 'locked_out')).toHaveLength(7);
    });
  });

  describe('a session', () => {
    beforeEach(async () => {
      await add('zhou');
    });

    it('lies idle after a quarter of an hour without a hand on it, and never lasts beyond twelve hours', async () => {
      const session = await enter();
      for (let minutes = 0; minutes < 12 * 60; minutes += 14) {
        expect(await holds(session)).toBe(true);
        await subject(session);
        room.wait(14 * MINUTE);
      }
      expect(await holds(session)).toBe(false);
      const idle = await enter();
      room.wait(14 * MINUTE);
      expect(await holds(idle)).toBe(true);
      room.wait(MINUTE);
      expect(await holds(idle)).toBe(false);
    });

    it('is never the one the browser came with: that one ends', async () => {
      const first = await enter();
      const second = (await signIn(room, 'zhou', GOOD, {
        ...knock,
        held: first.row.id,
      })) as NewSession;
      expect(second.token).not.toBe(first.token);
      expect([await holds(first), await holds(second)]).toEqual([false, true]);
    });

    it('ends by signing out, alone or with every other', async () => {
      const [one, two, three] = [await enter(), await enter(), await enter()];
      await signOut(room, await subject(one), false);
      expect([await holds(one), await holds(two)]).toEqual([false, true]);
      await signOut(room, await subject(two), true);
      expect([await holds(two), await holds(three)]).toEqual([false, false]);
    });

    it.each([
      ['the account is locked', () => lockStaff(room, 'zhou', 'admin1', '离职')],
      ['the password is reset', () => resetStaff(room, 'zhou', 'admin1')],
      ['the role changes', () => changeStaff(room, 'zhou', 'admin1', { role: 'operator' })],
    ])('ends when %s', async (_, happen) => {
      const session = await enter();
      await happen();
      expect(await holds(session)).toBe(false);
      expect(await isLive(store, session.row.id, room.now())).toBe(false);
    });

    it('goes on when only a name changes', async () => {
      const session = await enter();
      await changeStaff(room, 'zhou', 'admin1', { name: '周言' });
      expect((await subject(session)).name).toBe('周言');
    });

    it('is forgotten once nobody can use it', async () => {
      await enter();
      room.wait(10 * MINUTE);
      const fresh = await enter();
      room.wait(5 * MINUTE);
      await forgetSpentSessions(store, room.now());
      const left = await store.db.selectFrom('staff_session').select('id').execute();
      expect(left).toEqual([{ id: fresh.row.id }]);
    });
  });

  describe('one’s own password', () => {
    beforeEach(async () => {
      await add('zhou');
    });

    it('is changed by who knows the present one; other sessions end, this one gets a new token', async () => {
      const [here, there] = [await enter(), await enter()];
      const renewed = await changePassword(room, await subject(here), GOOD, OTHER);
      expect([await holds(here), await holds(there)]).toEqual([false, false]);
      expect(await holds(renewed)).toBe(true);
      expect(await signIn(room, 'zhou', GOOD, knock)).toBeNull();
      expect(await holds(await enter('zhou', OTHER))).toBe(true);
    });

    it('stays when the present one is wrong or missing, or the new one is the same or too easy', async () => {
      const me = await subject(await enter());
      for (const [current, next, status] of [
        [OTHER, OTHER, 403],
        [null, OTHER, 403],
        [GOOD, GOOD, 400],
        [GOOD, 'Password1234', 400],
      ] as const) {
        await expect(changePassword(room, me, current, next)).rejects.toMatchObject({ status });
      }
      expect(await holds(await enter())).toBe(true);
    });
  });

  describe('a one-time code', () => {
    it('takes the password’s place, opens once, and leads nowhere but to a new password', async () => {
      await add('zhou');
      const { code } = await resetStaff(room, 'zhou', 'admin1');
      expect(await signIn(room, 'zhou', GOOD, knock)).toBeNull();
      const session = await enter('zhou', code.toLowerCase().replaceAll('-', ' '));
      expect(await subject(session)).toMatchObject({ mustChange: true });
      expect(await signIn(room, 'zhou', code, knock)).toBeNull();
      const renewed = await changePassword(room, await subject(session), null, OTHER);
      expect(await subject(renewed)).toMatchObject({ mustChange: false });
      expect(await holds(await enter('zhou', OTHER))).toBe(true);
    });

    it('opens a new account the same way', async () => {
      const made = await add('zhou', null);
      expect(made).toEqual({
        code: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
        expires: NOON + 24 * HOUR,
      });
      expect(await subject(await enter('zhou', made?.code))).toMatchObject({ mustChange: true });
    });

    it('is over after a day, and its session after a quarter of an hour', async () => {
      const made = await add('zhou', null);
      const session = await enter('zhou', made?.code);
      for (let minute = 0; minute < 14; minute += 1) {
        room.wait(MINUTE);
        await subject(session);
      }
      room.wait(MINUTE);
      expect(await holds(session)).toBe(false);
      const { code } = await resetStaff(room, 'zhou', 'admin1');
      room.wait(24 * HOUR);
      expect(await signIn(room, 'zhou', code, knock)).toBeNull();
      expect((await staffEvents(store, 'zhou')).at(-1)).toMatchObject({
        event: { kind: 'SignInRefused', why: 'code_expired' },
      });
    });

    it('is not guessed more often than a password', async () => {
      await add('zhou', null);
      for (let i = 0; i < 6; i += 1) await signIn(room, 'zhou', '0000-0000-0000-0000', knock);
      expect((await staffEvents(store, 'zhou')).at(-1)?.event).toMatchObject({ why: 'locked_out' });
    });
  });

  describe('an identity provider', () => {
    const identity = { issuer: 'https://id.example', subject: '1' };

    it('signs in whom it vouches for, also with no password here, and is bound at the first time', async () => {
      await add('zhou', null);
      const session = (await signInVouched(room, 'zhou', identity, knock)) as NewSession;
      expect(await subject(session)).toMatchObject({ mustChange: false, session: { via: 'oidc' } });
      const another = { ...identity, subject: '2' };
      expect(await signInVouched(room, 'zhou', another, knock)).toBeNull();
      await lockStaff(room, 'zhou', 'admin1', '离职');
      expect(await signInVouched(room, 'zhou', identity, knock)).toBeNull();
      expect(await kinds('zhou')).toEqual(
        expect.arrayContaining(['staff: IdentityBound', 'staff: SignedIn']),
      );
    });
  });

  it('are not there when nobody has added them', async () => {
    for (const work of [
      () => resetStaff(room, 'nobody', 'admin1'),
      () => lockStaff(room, 'nobody', 'admin1', ''),
      () => unlockStaff(room, 'nobody', 'admin1'),
      () => changeStaff(room, 'nobody', 'admin1', {}),
    ]) {
      await expect(work()).rejects.toMatchObject({ status: 404 });
    }
  });
});
