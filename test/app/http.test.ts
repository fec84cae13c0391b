import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApp } from '../running-app.js';
import { generateToken, runApp } from '../running-app.js';

let running: RunningApp;
let isBroken = false;

beforeAll(async () => {
  running = await runApp(
    {},
    {
      store: (store) => ({
        ...store,
        commit: (unit) =>
          isBroken ? Promise.reject(new Error('disk full: /dev/sda1')) : store.commit(unit),
      }),
    },
  );
});

afterAll(async () => {
  await running.stop();
});

const get = (path: string, init: RequestInit = {}) => fetch(`${running.url}${path}`, init);

describe('the service', () => {
  it('is alive, and ready with the embedded model when there is no key', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'alive' });
    expect(await (await get('/readyz')).json()).toMatchObject({
      status: 'ready',
      model: 'embedded',
    });
  });

  it('tells how far the ledger is signed, to whoever asks and to whoever measures', async () => {
    const { token } = await generateToken(running.url);
    const headers = { authorization: `Bearer ${token}` };
    await get('/v3/directline/conversations', { method: 'POST', headers });
    await running.app.ledger.sign();
    const { ledger } = (await (await get('/readyz')).json()) as {
      ledger: { leaves: number; checkpoint: { leaves: number }; trouble: string | null };
    };
    expect(ledger.leaves).toBeGreaterThan(0);
    expect(ledger).toMatchObject({ checkpoint: { leaves: ledger.leaves }, trouble: null });
    expect(await (await get('/metrics')).text()).toContain('shuzhi_ledger_trouble');
  });

  it('is alive but not ready when nothing can be kept, and says nothing of why', async () => {
    isBroken = true;
    const [alive, ready] = [await get('/healthz'), await get('/readyz')];
    isBroken = false;
    expect([alive.status, ready.status]).toEqual([200, 503]);
    expect(ready.headers.get('retry-after')).toBe('5');
    expect(await ready.text()).not.toContain('sda1');
    expect((await get('/readyz')).status).toBe(200);
  });

  it('acknowledges no message it could not keep', async () => {
    const { token, conversationId } = await generateToken(running.url);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const base = '/v3/directline/conversations';
    await get(base, { method: 'POST', headers });
    const body = JSON.stringify({ type: 'message', text: '你好' });
    isBroken = true;
    const lost = await get(`${base}/${conversationId}/activities`, {
      method: 'POST',
      headers,
      body,
    });
    isBroken = false;
    expect(lost.status).toBeGreaterThanOrEqual(500);
    const history = await (await get(`${base}/${conversationId}/activities`, { headers })).text();
    expect(history).not.toContain('你好');
  });

  it('counts turns and names its model for the operator, and nothing a customer said', async () => {
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('shuzhi_model_info{model="embedded"} 1');
    expect(metrics).toMatch(/shuzhi_errors_total [1-9]/);
    expect(metrics).not.toContain('你好');
  });

  it.each(['/nothing', '/api/nothing', '/channels/wecom', '/%00', '/..%2fpackage.json'])(
    'has no page at %s',
    async (path) => {
      const response = await get(path);
      expect([400, 404]).toContain(response.status);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  it.each(['/web/session', '/v3/directline/conversations/x/activities', '/api/messages'])(
    'refuses a body of ten megabytes at %s',
    async (path) => {
      const body = JSON.stringify({ type: 'message', text: 'x'.repeat(10_000_000) });
      const response = await get(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(response.status).toBe(413);
    },
  );
});
