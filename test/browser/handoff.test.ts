import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Visit } from './browser.js';
import { describeInBrowser, launch, visit } from './browser.js';
import type { Service } from './service.js';
import { STAFF_PASSWORD, service } from './service.js';

/** 转人工 as the customer sees it: who speaks is never in doubt, and nobody waits without a word. */

/** A first start fills the house with its demonstration. */
const START_MS = 120_000;
describeInBrowser('a handoff on the customer page', () => {
  let server: Service;
  let browser: Browser;
  let open: Visit | null = null;
  let token: string;

  const desk = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as Record<string, never>;
  };

  beforeAll(async () => {
    server = await service(true);
    await server.start();
    browser = await launch();
    token = '';
    const entered = await desk('POST', '/session', {
      username: 'advisor1',
      password: STAFF_PASSWORD,
    });
    token = String(entered['token']);
  }, START_MS);

  afterEach(async () => {
    await open?.context.close();
    open = null;
  });

  afterAll(async () => {
    await browser.close();
    await server.remove();
  });

  it.each([1280, 390])(
    'at %i px: place, person, and the digital employee back',
    async (width) => {
      open = await visit(browser, server.url, width);
      const { page, hears, say, complaints } = open;
      await hears('AI 数智员工');
      await page.getByRole('button', { name: '转人工' }).first().click();
      const strip = page.locator('.strip-place');
      await strip.getByText(/排在第 1 位|正在请顾问接入/).waitFor();
      await page.getByRole('button', { name: '排队中', disabled: true }).waitFor();

      const queue = (await desk('GET', '/desk/queue')) as unknown as {
        waiting: { conversation: string }[];
      };
      const id = queue.waiting.at(-1)?.conversation ?? '';
      await desk('POST', `/desk/conversations/${id}/claim`);
      await strip.getByText('周谨言 正在为您服务（真人）').waitFor();
      await hears('接下来由真人顾问为您服务');
      expect(await page.locator('.ai-notice').count()).toBe(0);

      await desk('POST', `/desk/conversations/${id}/say`, { text: '您好，您的情况我看到了。' });
      await hears('您的情况我看到了');
      expect(await page.getByText('周谨言 · 真人顾问 · 持基金从业').first().isVisible()).toBe(true);
      await say('谢谢您');
      if (process.env['SCREENSHOTS']) {
        await page.screenshot({ path: join(process.env['SCREENSHOTS'], `held-${width}.png`) });
      }
      await strip.getByRole('button', { name: '回到 AI' }).click();
      await hears('我回来了');
      await page.locator('.ai-notice').waitFor();
      expect(complaints).toEqual([]);
    },
    START_MS,
  );

  it(
    'asks at the end how it was, and thanks for the answer',
    async () => {
      open = await visit(browser, server.url);
      const { page, hears, complaints } = open;
      await hears('AI 数智员工');
      await page.getByRole('button', { name: '转人工' }).first().click();
      await page
        .locator('.strip-place')
        .getByText(/排在第 1 位|正在请顾问接入/)
        .waitFor();
      const queue = (await desk('GET', '/desk/queue')) as unknown as {
        waiting: { conversation: string }[];
      };
      const id = queue.waiting.at(-1)?.conversation ?? '';
      await desk('POST', `/desk/conversations/${id}/claim`);
      await desk('POST', `/desk/conversations/${id}/resolve`, { outcome: 'solved' });
      await hears('请评价一下这次服务');
      await page.locator('p', { hasText: /^很满意$/ }).click();
      await page.locator('p', { hasText: /^解决了$/ }).click();
      if (process.env['SCREENSHOTS']) {
        await page.screenshot({ path: join(process.env['SCREENSHOTS'], 'rated.png') });
      }
      await page.locator('.ac-pushButton', { hasText: '提交' }).click();
      await hears('谢谢您的评价');
      expect(complaints).toEqual([]);
    },
    START_MS,
  );
});
