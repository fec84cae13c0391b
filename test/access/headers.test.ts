import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import express from 'express';
import { pagePolicy, permissionsPolicy, securityHeaders } from '../../src/access/headers.js';

let server: Server;
let url: string;

beforeAll(async () => {
  const http = express();
  http.set('trust proxy', 'loopback');
  http.use(securityHeaders(), permissionsPolicy);
  const socketBase = (req: Request) => `${req.secure ? 'wss' : 'ws'}://${req.headers.host}`;
  const policy = pagePolicy('https://bank.example', socketBase);
  http.get('/page', policy, (_req, res) => void res.send('page'));
  http.get('/data', (_req, res) => void res.json({}));
  server = http.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

const policyOf = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}${path}`, { headers });
  const text = response.headers.get('content-security-policy') ?? '';
  return Object.fromEntries(
    text.split(';').map((directive) => {
      const [name, ...values] = directive.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
};

describe('the headers of every answer', () => {
  it('let nothing be loaded, framed, sniffed or referred', async () => {
    const { headers } = await fetch(`${url}/data`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d+/);
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('the policy of the customer page', () => {
  it('lets in scripts, styles and pictures of its own and no others', async () => {
    const host = new URL(url).host;
    expect(await policyOf('/page')).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'connect-src': `'self' blob: ws://${host}`,
      'img-src': "'self' data: blob:",
      'worker-src': 'blob:',
      'font-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'object-src': "'none'",
      'frame-ancestors': 'https://bank.example',
    });
  });

  it('names the secure socket where the browser came by https', async () => {
    const policy = await policyOf('/page', { 'x-forwarded-proto': 'https' });
    expect(policy['connect-src']).toContain('wss://');
  });
});
