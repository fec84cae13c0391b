import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { consoleRoutes } from '../../src/access/console-page.js';

let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" nonce="shuzhi-nonce" />');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  server = createServer(express().use(consoleRoutes(folder)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const nonceIn = (text: string): string => /nonce="([^"]+)"/.exec(text)![1]!;

describe('the consoles’ page', () => {
  it.each(['/desk', '/desk/', '/desk/staff', '/desk/approvals/P12', '/review', '/review/queue'])(
    'is at %s',
    async (path) => {
      const response = await fetch(url + path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('is at no other address', async () => {
    expect((await fetch(`${url}/deskside`)).status).toBe(404);
    expect((await fetch(`${url}/console/index.html`)).status).toBe(404);
  });

  it('carries a nonce of its own answer, which its policy asks of every style', async () => {
    const answers = await Promise.all([fetch(`${url}/desk`), fetch(`${url}/desk`)]);
    const nonces = await Promise.all(
      answers.map(async (answer) => {
        const nonce = nonceIn(await answer.text());
        expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    const policy = answers[0].headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('has its files kept for good under names that change with them', async () => {
    const { headers } = await fetch(`${url}/console/assets/main-1a2b.js`);
    expect(headers.get('cache-control')).toContain('immutable');
  });
});
