import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Action, Relation, Role } from '../../src/access/permissions.js';
import { may } from '../../src/access/permissions.js';
import type { Desk } from './desk-room.js';
import { openDesk } from './desk-room.js';

/** 权限矩阵: every route of the desk × every role × whose the conversation is, against the table. */

const ROUTES: readonly (readonly [string, string, Action, object?])[] = [
  ['GET', '', 'conversation.read'],
  ['POST', '/claim', 'conversation.claim'],
  ['POST', '/say', 'conversation.say', { text: '您好。' }],
  ['POST', '/notes', 'conversation.note', { text: '稍后再看' }],
  ['POST', '/transfer', 'conversation.transfer', { to: 'advisor3', reason: '更熟悉' }],
  ['POST', '/return', 'conversation.return', {}],
  ['POST', '/resolve', 'conversation.resolve', { outcome: 'solved' }],
  ['POST', '/reopen', 'conversation.reopen'],
];

/** Who asks, as whom they are employed. */
const PEOPLE: readonly (readonly [Role, string])[] = [
  ['advisor', 'advisor6'],
  ['supervisor', 'supervisor1'],
  ['compliance', 'compliance1'],
  ['operator', 'operator1'],
  ['auditor', 'auditor1'],
  ['admin', 'admin1'],
];

const OWNERSHIPS = ['assigned', 'waiting', 'others'] as const;

let desk: Desk;
const tokens = new Map<Role, string>();
const owner = { token: '' };

beforeAll(async () => {
  desk = await openDesk();
  owner.token = await desk.signIn('advisor1');
  for (const [role, id] of PEOPLE) tokens.set(role, await desk.signIn(id, role));
});

afterAll(async () => {
  await desk.stop();
});

const at = (id: string, act: string) => `/desk/conversations/${id}${act}`;

/** A conversation that is, for the one who asks, what `ownership` says. */
async function conversationOf(ownership: (typeof OWNERSHIPS)[number], employee: string) {
  const customer = await desk.customer();
  await customer.say('转人工');
  if (ownership === 'waiting') return customer.id;
  await desk.call('POST', at(customer.id, '/claim'), owner.token);
  if (ownership === 'assigned') await desk.giveTo(customer.id, employee);
  return customer.id;
}

describe.each(PEOPLE)('%s', (role, employee) => {
  it.each(OWNERSHIPS)(
    'reaches what the table says of a conversation that is %s',
    async (ownership) => {
      const relation: Relation = ownership;
      for (const [method, act, action, body] of ROUTES) {
        const id = await conversationOf(ownership, employee);
        const { status } = await desk.call(method, at(id, act), tokens.get(role)!, body);
        const isLetIn = status !== 403 && status !== 404;
        expect([action, ownership, isLetIn]).toEqual([
          action,
          ownership,
          may(role, action, relation),
        ]);
      }
    },
  );
});

describe('whoever is not known', () => {
  it('reaches nothing of the desk', async () => {
    const id = await conversationOf('waiting', '');
    for (const [method, act, , body] of ROUTES) {
      expect((await desk.call(method, at(id, act), null, body)).status).toBe(401);
    }
    for (const path of ['/desk/queue', '/desk/stream', '/desk/as/advisor1/queue']) {
      expect((await desk.call('GET', path, null)).status).toBe(401);
    }
  });

  it('is not told whether a conversation exists: one of another’s is as one that is none', async () => {
    const id = await conversationOf('others', '');
    const theirs = await desk.call('GET', at(id, ''), tokens.get('advisor')!);
    const none = await desk.call('GET', at('no-such-conversation', ''), tokens.get('advisor')!);
    const { instance: _one, ...body } = theirs.body;
    const { instance: _other, ...other } = none.body;
    expect([theirs.status, body]).toEqual([none.status, other]);
  });
});
