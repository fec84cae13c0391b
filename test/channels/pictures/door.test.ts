import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import express from 'express';
import { securityHeaders } from '../../../src/access/headers.js';
import { answerProblems } from '../../../src/access/problem.js';
import { pictureRoutes, picturesAt } from '../../../src/channels/pictures/door.js';
import { createSeal } from '../../../src/channels/pictures/seal.js';
import { everyPicture, mix } from './samples.js';

const seal = createSeal('a secret of this house that nobody else has');
let server: Server;
let base: string;

beforeAll(async () => {
  const http = express();
  http.use(
    securityHeaders(),
    pictureRoutes({ seal, institution: '青屿财富' }),
    answerProblems(() => {}),
  );
  server = createServer(http);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
});

describe('the address of a picture', () => {
  it('answers with the picture, which may be kept for good and shown by any chat', async () => {
    for (const picture of everyPicture) {
      const response = await fetch(picturesAt(seal, base)(picture));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
      expect(response.headers.get('cache-control')).toContain('immutable');
      expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(response.headers.get('content-security-policy')).toContain('sandbox');
      expect(await response.text()).toContain('AI 生成');
    }
  });

  it('is a problem of its own where it is not ours, and never says why', async () => {
    const word = seal.close(mix);
    for (const wrong of [`${word.slice(0, -1)}.svg`, 'abc.svg', `${'a'.repeat(6_000)}.svg`]) {
      const response = await fetch(`${base}/pictures/${wrong}`);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({ status: 404, title: '没有这张图' });
    }
  });

  it('is absolute, so that any channel can fetch it', () => {
    expect(picturesAt(seal, 'https://wealth.example/')(mix)).toMatch(
      /^https:\/\/wealth\.example\/pictures\/[\w-]+\.svg$/,
    );
  });
});
