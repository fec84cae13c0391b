import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Action, Holder } from '../../../src/access/permissions.js';
import { ACTIONS, ROLES, reach, takesTwo } from '../../../src/access/permissions.js';
import type { RunningApp } from '../../running-app.js';
import { TEST_SECRET, generateToken, runApp } from '../../running-app.js';
import { GOOD, cheapPasswords } from '../staff/staff-room.js';

/** The staff's API as it is served: what it says of itself, and whom each endpoint lets in. */

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly 'x-needs'?: Action;
  readonly security: readonly object[];
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

let running: RunningApp;
let terminal: string;
let document: Document;
const tokens = new Map<Holder, string>();

const call = (method: string, path: string, bearer?: string, body?: object) =>
  fetch(`${running.url}/api/v1${path}`, {
    method: method.toUpperCase(),
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

beforeAll(async () => {
  running = await runApp({}, { passwords: cheapPasswords() });
  terminal = readFileSync(join(running.dataDir, 'cli-token'), 'utf8').trim();
  tokens.set('service', terminal);
  for (const role of ROLES) {
    const employee = `${role}1`;
    const staff = { id: `api-${role}`, name: '测试', role, employee, password: GOOD };
    expect((await call('post', '/staff', terminal, staff)).status).toBe(201);
    const entered = await call('post', '/session', undefined, {
      username: staff.id,
      password: GOOD,
    });
    tokens.set(role, ((await entered.json()) as { token: string }).token);
  }
  document = (await (await fetch(`${running.url}/api/openapi.json`)).json()) as Document;
});

afterAll(async () => {
  await running.stop();
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, its]) => ({ method, path, ...its })),
  );

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, and names every operation once', async () => {
    const outcome = await new Validator().validate({ ...structuredClone(document) });
    expect(outcome).toEqual({ valid: true });
    const ids = operations().map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('postStaffByIdLock');
  });

  it('refers to nothing it does not define', () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(document.components.schemas).toHaveProperty(name as string);
    }
    expect(text).not.toContain('$defs');
  });

  it('speaks English to whoever builds on it; only examples may hold what customers say', () => {
    expect(chineseIn(document, [])).toEqual([]);
    for (const { method, path, summary } of operations()) {
      expect([method, path, summary]).toEqual([method, path, expect.stringMatching(/^[A-Z].{5}/)]);
    }
  });
});

describe('an endpoint', () => {
  /** In front of the door. One more is a decision. */
  const OPEN = ['get /session/ways', 'post /session'];

  it('declares the line of the table it stands behind, or is one of the few in front of the door', () => {
    const open = operations().filter((one) => one['x-needs'] === undefined);
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...OPEN].sort());
    for (const { 'x-needs': needs } of operations()) {
      if (needs !== undefined) expect(ACTIONS).toContain(needs);
    }
  });

  it('is the only way in below /api/v1: no route stands beside the declared ones', () => {
    const declared = operations().map(({ method, path }) => `${method} ${path}`);
    const served = routesBelow('/api/v1').map((route) => route.replaceAll(/:(\w+)/g, '{$1}'));
    expect(served.sort()).toEqual(declared.sort());
  });

  it('is shut to who is not known, whoever they say they are, a customer too', async () => {
    const customer = await generateToken(running.url, 'dl_C1003');
    const foreign = [customer.token, TEST_SECRET];
    for (const { method, path, 'x-needs': needs } of operations()) {
      if (needs === undefined) continue;
      for (const bearer of [undefined, `${terminal}x`, tokens.get('admin')?.slice(1), ...foreign]) {
        const { status, headers } = await call(method, filled(path), bearer, bodyFor(method));
        expect([method, path, status]).toEqual([method, path, 401]);
        expect(headers.get('content-type')).toContain('application/problem+json');
      }
    }
  });

  it('lets in exactly the roles its line names: every endpoint with every role', async () => {
    for (const { method, path, 'x-needs': needs } of operations()) {
      if (needs === undefined || path.startsWith('/session')) continue;
      for (const [holder, token] of tokens) {
        const { status } = await call(method, filled(path), token, bodyFor(method));
        const isIn = status !== 401 && status !== 403;
        expect([method, path, holder, isIn]).toEqual([
          method,
          path,
          holder,
          reach(holder, needs).length > 0,
        ]);
      }
    }
  });

  it('that two persons answer for is shut to an account of which no person is known', async () => {
    for (const role of ROLES) {
      const staff = { id: `nobody-${role}`, name: '测试', role, password: GOOD };
      expect((await call('post', '/staff', terminal, staff)).status).toBe(201);
      const given = { username: staff.id, password: GOOD };
      const entered = await call('post', '/session', undefined, given);
      const { token } = (await entered.json()) as { token: string };
      for (const { method, path, 'x-needs': needs } of operations()) {
        if (needs === undefined || !takesTwo(needs) || reach(role, needs).length === 0) continue;
        const answer = await call(method, filled(path), token, bodyFor(method));
        const { title } = (await answer.json()) as { title: string };
        expect([path, role, answer.status, title]).toEqual([
          path,
          role,
          403,
          expect.stringContaining('没有绑定员工'),
        ]);
      }
    }
  });

  it('gives no key to a customer’s conversation', async () => {
    const { conversationId } = await generateToken(running.url, 'dl_C1003');
    for (const token of tokens.values()) {
      const { status } = await fetch(
        `${running.url}/v3/directline/conversations/${conversationId}/activities`,
        { headers: { authorization: `Bearer ${token}` } },
      );
      expect([401, 403]).toContain(status);
    }
  });

  it('answers who is known, and only them, that there is no such thing', async () => {
    expect((await call('get', '/nothing')).status).toBe(401);
    expect((await call('get', '/nothing', tokens.get('auditor'))).status).toBe(404);
    const absent = await call('post', '/staff/nobody/reset', tokens.get('admin'));
    expect([absent.status, ((await absent.json()) as { title: string }).title]).toEqual([
      404,
      '没有找到',
    ]);
  });

  it('names what is wrong with a request by its place, and takes nothing it does not know', async () => {
    const wrong = '{"id":"X","name":"a","role":"king","__proto__":{"role":"admin"},"more":1}';
    const response = await fetch(`${running.url}/api/v1/staff`, {
      method: 'POST',
      headers: { authorization: `Bearer ${terminal}`, 'content-type': 'application/json' },
      body: wrong,
    });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { place: string }[] };
    expect(errors.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['body.id', 'body.role', 'body']),
    );
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it.each([
    ['a list', '[]'],
    ['a word', '"x"'],
    ['nothing', 'null'],
    ['half an object', '{'],
    ['a thousand lists in one another', '[[[['.repeat(250)],
  ])('refuses %s as the caller’s mistake', async (_, body) => {
    const response = await fetch(`${running.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
  });

  it('makes a change once under one key, however often it is sent, unless its answer is a secret', async () => {
    const change = async (path: string, method: string, body?: object) => {
      const response = await fetch(`${running.url}/api/v1/staff/api-advisor${path}`, {
        method,
        headers: {
          authorization: `Bearer ${terminal}`,
          'content-type': 'application/json',
          'idempotency-key': 'k1',
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return [response.status, await response.text()] as const;
    };
    const rename = (name: string) => change('', 'PATCH', { name });
    expect(await rename('周言')).toEqual([204, '']);
    await call('patch', '/staff/api-advisor', terminal, { name: '周谨' });
    expect(await rename('周言')).toEqual([204, '']);
    expect((await rename('别的'))[0]).toBe(422);
    const { staff } = (await (await call('get', '/staff', terminal)).json()) as {
      staff: { id: string; name: string }[];
    };
    expect(staff.find(({ id }) => id === 'api-advisor')?.name).toBe('周谨');
    const [first, second] = [await change('/reset', 'POST'), await change('/reset', 'POST')];
    expect(second[1]).not.toBe(first[1]);
    const kept = await running.app.store.db.selectFrom('idempotency').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain('code');
  });

  it('lets no answer be kept by anybody on the way', async () => {
    const response = await call('get', '/session', tokens.get('auditor'));
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

/** A path with every parameter given: an id that no account has. */
const filled = (path: string): string => path.replaceAll(/\{\w+\}/g, 'nobody');
const bodyFor = (method: string): object | undefined => (method === 'get' ? undefined : {});

const CHINESE = /[\p{Script=Han}，。：；！？（）「」『』【】]/u;
/** Not words about the API but words that pass through it. */
const PASSED_THROUGH = new Set(['example', 'examples', 'default', 'enum', 'const', 'pattern']);

/** Where a document has Chinese in what it says about itself. */
function chineseIn(node: unknown, place: readonly string[]): readonly string[] {
  if (typeof node === 'string') return CHINESE.test(node) ? [`${place.join('.')}: ${node}`] : [];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, its]) => [
    ...(CHINESE.test(name) ? [[...place, name].join('.')] : []),
    ...(PASSED_THROUGH.has(name) ? [] : chineseIn(its, [...place, name])),
  ]);
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Record<string, boolean> };
  readonly handle: { readonly stack?: readonly Layer[] };
  match(path: string): boolean;
}

/** Every route express would ask below a path, whoever put it there. */
function routesBelow(path: string): readonly string[] {
  const [http] = running.app.server.listeners('request') as unknown as {
    router: { stack: Layer[] };
  }[];
  const inside = (http?.router.stack ?? []).filter((layer) => layer.match(`${path}/nothing`));
  const routes = (layers: readonly Layer[]): readonly string[] =>
    layers.flatMap(({ route, handle }) =>
      route
        ? Object.keys(route.methods).map((method) => `${method} ${route.path}`)
        : routes(handle.stack ?? []),
    );
  // The customer page's own routes stand at the root and match none of these paths.
  return routes(inside.filter((layer) => !layer.match('/nothing')));
}
