import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../src/access/permissions.js';
import { recordNew } from '../../src/access/staff/record.js';
import { passwordOf } from '../../src/access/staff/sign-in.js';
import { keepMoving } from '../../src/conversation/handoff/janitor.js';
import type { Recorded } from '../../src/conversation/events.js';
import { routeWaiting } from '../../src/conversation/handoff/routing.js';
import { isAtWork } from '../../src/advice/routing/working-hours.js';
import { act } from '../../src/conversation/handoff/record.js';
import { handoffRows } from '../../src/conversation/queries/handoff.js';
import { demoCustomers } from '../../src/demo/customers.js';
import type { LocalDate } from '../../src/terms/time.js';
import { addDays } from '../../src/terms/time.js';
import { readStream } from '../../src/conversation/stream.js';
import { GOOD, cheapPasswords } from '../access/staff/staff-room.js';
import type { RunningApp } from '../running-app.js';
import { generateToken, runApp } from '../running-app.js';

/** A working morning in Shanghai; each test has a day of its own. */
const FIRST_MORNING = '2026-11-25';
const morningOf = (day: LocalDate): number => Date.parse(`${day}T10:00:00+08:00`);
/** Customers of advisor1 in the middle of their lives, one after another: no talk of theirs is an old one. */
const CUSTOMERS = demoCustomers(FIRST_MORNING)
  .filter(({ advisor, born }) => advisor === 'advisor1' && String(born) > '1975')
  .map(({ id }) => id);

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever came
  readonly body: any;
}

/**
 * The whole service with staff who can sign in, a customer's line to it, and time moved by hand.
 * `withJobs`: what runs now and then runs by itself, too, for whoever looks at pages.
 */
export async function openDesk({ withJobs = false } = {}) {
  let day: LocalDate = FIRST_MORNING;
  let now = morningOf(day);
  let nextCustomer = 0;
  const running: RunningApp = await runApp(
    {},
    { passwords: cheapPasswords(), now: () => now, withJobs },
  );
  const { app, url } = running;
  const secret = passwordOf(await app.staffDeps.passwords.hash(GOOD));
  const terminal = readFileSync(join(running.dataDir, 'cli-token'), 'utf8').trim();

  const call = async (
    method: string,
    path: string,
    token: string | null,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };

  return {
    running,
    url,
    terminal,
    call,
    now: () => now,
    wait(ms: number) {
      now += ms;
    },
    /** Opens an account, if need be, and signs in: the person is there from now on. */
    async signIn(id: string, role: Role = 'advisor') {
      const added = { kind: 'StaffAdded', by: 'test', name: id, role, employee: id } as const;
      const events = [added, { kind: 'PasswordSet', by: 'test' }] as const;
      await recordNew(app.staffDeps, id, now, events, secret);
      const { body } = await call('POST', '/session', null, { username: id, password: GOOD });
      return String(body.token);
    },
    /** Puts the pen into somebody's hand, whoever had it. */
    giveTo: (conversation: string, id: string) =>
      act(app.desk, conversation, {
        do: 'claim',
        by: { id, name: id, licences: [] },
        mayTakeOver: true,
      }),
    signOut: (token: string) => call('DELETE', '/session', token),
    /** Customer of an id, or a visitor, on a line of their own. */
    async customer(id = CUSTOMERS[(nextCustomer += 1)] ?? '') {
      const { token, conversationId } = await generateToken(url, `dl_${id}`);
      const line = async (path: string, init: RequestInit = {}) => {
        const response = await fetch(`${url}/v3/directline/conversations${path}`, {
          ...init,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        });
        return (await response.json()) as Record<string, unknown>;
      };
      await line('', { method: 'POST', body: '{}' });
      const post = async (activity: object) => {
        const sent = { type: 'message', from: { id: `dl_${id}` }, ...activity };
        const path = `/${conversationId}/activities`;
        await line(path, { method: 'POST', body: JSON.stringify(sent) });
        await app.turns.idle();
      };
      return {
        id: conversationId,
        say: (text: string) => post({ text }),
        press: (value: object) => post({ value }),
        async activities() {
          const set = await line(`/${conversationId}/activities`);
          return set['activities'] as readonly Record<string, never>[];
        },
        record: (): Promise<readonly Recorded[]> => readStream(app.store, conversationId),
        async kinds() {
          return (await this.record()).map(({ event }) => event.kind as string);
        },
      };
    },
    /** Everybody goes home, nothing is left open, and the next working day begins. */
    async endDay() {
      await app.store.commit([{ query: app.store.db.deleteFrom('staff_session').compile() }]);
      for (const { conversation_id } of await handoffRows(app.store, [
        'queued',
        'offered',
        'held',
      ])) {
        await act(app.desk, conversation_id, { do: 'fail', slots: [] });
        await act(app.desk, conversation_id, { do: 'quiet' });
      }
      do day = addDays(day, 1);
      while (!isAtWork(app.desk.house.hours, app.desk.house.holidays, morningOf(day)));
      now = morningOf(day);
    },
    /** What the jobs would do by themselves in time. */
    async route() {
      await routeWaiting(app.desk);
      await app.turns.idle();
    },
    async janitor() {
      await keepMoving(app.desk);
      await app.turns.idle();
    },
    settle: () => app.turns.idle(),
    stop: () => running.stop(),
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
