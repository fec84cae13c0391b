import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Action, Role } from '../../src/access/permissions.js';
import { ROLES, may, reach } from '../../src/access/permissions.js';
import { findCustomer } from '../../src/profiles/kyc.js';
import type { Desk } from './desk-room.js';
import { openDesk } from './desk-room.js';

/**
 * 权限矩阵, the whole of it: every route of the desk that the published document names × every role × whose
 * the thing is. A route that stands in no list here fails; what moves the pen is in `authorization.test.ts`.
 */
type Route = readonly [method: string, path: string, action: Action, body?: object];

const COMPLAINT = { channel: 'phone', matter: '没有说清楚' };
const ABOUT: Readonly<Record<string, readonly Route[]>> = {
  conversation: [
    ['get', '/desk/conversations/{id}/colleagues', 'conversation.transfer'],
    ['get', '/desk/conversations/{id}/copilot', 'draft.read'],
    ['get', '/desk/conversations/{id}/lookup?for=product', 'draft.read'],
    ['post', '/desk/conversations/{id}/cards', 'conversation.say', { codes: ['none'] }],
    ['post', '/desk/conversations/{id}/draft/discard', 'draft.judge', { turn: 't', fault: 'tone' }],
    [
      'post',
      '/desk/conversations/{id}/steps/dismissal',
      'draft.judge',
      { step: 'none', fault: 'done' },
    ],
    ['post', '/desk/conversations/{id}/complaints', 'case.file', COMPLAINT],
  ],
  customer: [
    ['get', '/desk/customers/{id}', 'customer.read'],
    ['get', '/desk/customers/{id}/dealings', 'customer.read'],
    ['post', '/desk/customers/{id}/reveal', 'customer.reveal'],
    ['post', '/desk/customers/{id}/complaints', 'case.file', COMPLAINT],
    ['post', '/desk/customers/{id}/rights', 'case.file', { channel: 'phone', right: 'access' }],
    ['post', '/desk/customers/{id}/unsealing', 'glass.break', { reason: '客户在柜台等' }],
  ],
  moment: [
    ['get', '/desk/moments/{id}/letter', 'moment.list'],
    ['post', '/desk/moments/{id}/message', 'conversation.say', { text: '稳赚不赔' }],
    ['post', '/desk/moments/{id}/opening', 'moment.dismiss', {}],
    ['post', '/desk/moments/{id}/postponement', 'moment.dismiss', { until: '2099-01-01' }],
    ['post', '/desk/moments/{id}/outcome', 'moment.dismiss', { outcome: 'reached' }],
    ['post', '/desk/moments/{id}/dismissal', 'moment.dismiss', { reason: '已经联系过' }],
  ],
};
/** Of nobody's in particular, or of whatever is the caller's own: a role may, or may not. */
const HOUSE: readonly Route[] = [
  ['get', '/desk/queue', 'conversation.list'],
  ['get', '/desk/customers', 'customer.list'],
  ['get', '/desk/moments', 'moment.list'],
  ['get', '/desk/moments/catalogue', 'moment.list'],
  ['post', '/desk/moments/runs', 'moment.run', { day: '2020-01-01' }],
  ['get', '/desk/mentions', 'mention.own'],
  ['get', '/desk/coaching', 'account.own'],
  ['get', '/desk/proposals', 'proposal.list'],
  ['get', '/desk/unsealings', 'glass.list'],
  ['post', '/desk/check', 'reply.check', { text: '您好。' }],
];
/** Held cell by cell where their things are made: `authorization`, `live`, `approving`, `unsealing`, `mentions`. */
const ELSEWHERE = [
  /^\/desk\/conversations\/\{id\}(\/(claim|say|notes|transfer|return|resolve|reopen))?$/,
  /^\/desk\/stream$/,
  /^\/desk\/proposals\/\{id\}/,
  /^\/desk\/unsealings\/\{id\}\//,
  /^\/desk\/mentions\/\{conversation\}\/seen$/,
  /^\/desk\/as\//,
];

const EMPLOYED: Readonly<Record<Role, string>> = {
  advisor: 'advisor6',
  supervisor: 'supervisor1',
  compliance: 'compliance1',
  operator: 'operator1',
  auditor: 'auditor1',
  admin: 'admin1',
};

let desk: Desk;
let document: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
const tokens = new Map<Role, string>();
const wordOf = (path: string): string => path.replace(/\?.*/, '');

beforeAll(async () => {
  desk = await openDesk();
  for (const role of ROLES) tokens.set(role, await desk.signIn(EMPLOYED[role], role));
  await desk.call('POST', '/desk/moments/runs', desk.terminal, {});
  document = (await (await fetch(`${desk.url}/api/openapi.json`)).json()).paths;
});
afterAll(() => desk.stop());

/** What is the role's own, and what is another's, by what it is. */
async function thingsOf(role: Role) {
  const { store } = desk.running.app;
  const held = async (by: string) => {
    const customer = await desk.customer();
    await customer.say('转人工');
    await desk.giveTo(customer.id, by);
    const row = await store.db
      .selectFrom('conversation')
      .select('customer_id')
      .where('id', '=', customer.id)
      .executeTakeFirstOrThrow();
    return { conversation: customer.id, customer: row.customer_id! };
  };
  const momentOf = async (employee: string | null) => {
    const rows = store.db.selectFrom('moment').select(['id', 'employee_id']);
    const all = await rows.where('audience', '=', 'advisor').execute();
    return all.find(({ employee_id: id }) => id === employee)?.id ?? null;
  };
  const own = role === 'supervisor' ? null : EMPLOYED[role];
  return {
    assigned: { ...(await held(EMPLOYED[role])), moment: await momentOf(own) },
    others: { ...(await held('advisor2')), moment: await momentOf('advisor2') },
  };
}

async function statusOf(role: Role, [method, path, , body]: Route, id = 'none'): Promise<number> {
  const place = path.replace('{id}', id);
  const { status } = await desk.call(method.toUpperCase(), place, tokens.get(role)!, body);
  return status;
}

describe('the routes of the desk', () => {
  it('all stand in a list here, and need what the list says', () => {
    const listed = new Map(
      [...Object.values(ABOUT).flat(), ...HOUSE].map(([method, path, action]) => [
        `${method} ${wordOf(path)}`,
        action,
      ]),
    );
    const published = Object.entries(document)
      .filter(([path]) => path.startsWith('/desk') && !ELSEWHERE.some((one) => one.test(path)))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, one]) => [`${method} ${path}`, one['x-needs']]),
      );
    expect(published.sort()).toEqual([...listed].sort());
  });

  it.each(ROLES)(
    'let %s in where the table has a line for the role, and nowhere else',
    async (role) => {
      for (const route of HOUSE) {
        const status = await statusOf(role, route);
        expect([role, route[1], status !== 403]).toEqual([
          role,
          route[1],
          reach(role, route[2]).length > 0,
        ]);
      }
      const closed = Object.values(ABOUT)
        .flat()
        .filter(([, , action]) => reach(role, action).length === 0);
      for (const route of closed)
        expect([route[1], await statusOf(role, route)]).toEqual([route[1], 403]);
    },
  );

  it.each(['advisor', 'supervisor', 'compliance'] as const)(
    'let %s reach what is theirs, or another’s, as the table says',
    async (role) => {
      const things = await thingsOf(role);
      for (const relation of ['assigned', 'others'] as const) {
        for (const [kind, routes] of Object.entries(ABOUT)) {
          const id = things[relation][kind as keyof (typeof things)['assigned']];
          // Whose moment nobody looks after is made where an advisor has left; there may be none.
          if (id === null) continue;
          for (const route of routes.filter(([, , action]) => reach(role, action).length > 0)) {
            const status = await statusOf(role, route, id);
            // The body is looked at first: with one that cannot be read nothing is shown.
            expect([route[1], status]).not.toEqual([route[1], 400]);
            const isLetIn = status !== 403 && status !== 404;
            expect([role, relation, route[1], isLetIn]).toEqual([
              role,
              relation,
              route[1],
              may(role, route[2], relation),
            ]);
          }
        }
      }
    },
  );

  it('tell whoever asks for a customer that is none as little as for one who is another’s', async () => {
    const { others } = await thingsOf('advisor');
    expect(await findCustomer(desk.running.app.store, others.customer)).not.toBeNull();
    const ask = (id: string) => desk.call('GET', `/desk/customers/${id}`, tokens.get('advisor')!);
    const [theirs, none] = [await ask(others.customer), await ask('C999999')];
    const { instance: _one, ...body } = theirs.body;
    const { instance: _other, ...other } = none.body;
    expect([theirs.status, body]).toEqual([none.status, other]);
  });
});
