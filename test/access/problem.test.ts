import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { Problem, answerProblems, asProblem } from '../../src/access/problem.js';

describe('what was thrown', () => {
  it('keeps its status when it is the caller’s fault', () => {
    expect(asProblem(Object.assign(new Error('big'), { status: 413 }))).toMatchObject({
      status: 413,
      title: '请求内容过大',
    });
    expect(asProblem(Object.assign(new Error('bad'), { status: 400 })).status).toBe(400);
  });

  it('is 500 whatever else it is', () => {
    for (const thrown of [new Error('x'), 'text', Object.assign(new Error(), { status: 302 })]) {
      expect(asProblem(thrown).status).toBe(500);
    }
  });
});

describe('an answered problem', () => {
  const reported: unknown[] = [];
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const http = express();
    http.get('/busy', () => {
      throw new Problem(429, '请稍等', { 'Retry-After': '7' });
    });
    http.get('/broken', () => {
      throw new Error('password=hunter2 at db.internal');
    });
    http.use(answerProblems((error) => reported.push(error)));
    server = http.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => {
    reported.length = 0;
  });

  afterAll(() => {
    server.close();
  });

  it('is problem+json with its headers and a name of its own', async () => {
    const response = await fetch(`${url}/busy`);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: '请稍等',
      status: 429,
      instance: expect.stringMatching(/^urn:uuid:/),
    });
    expect(reported).toEqual([]);
  });

  it('tells the operator the cause and the caller nothing of it', async () => {
    const response = await fetch(`${url}/broken`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/hunter2|internal|at /);
    expect(String(reported[0])).toContain('hunter2');
  });
});
