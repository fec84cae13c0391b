import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Visit } from './browser.js';
import { chromiumPath, launch, visit } from './browser.js';
import type { Service } from './service.js';
import { service } from './service.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const suite = chromiumPath ? describe : describe.skip;

suite('the customer page', () => {
  let server: Service;
  let browser: Browser;
  let open: Visit | null = null;

  beforeAll(async () => {
    server = await service();
    await server.start();
    browser = await launch();
  });

  afterEach(async () => {
    await open?.context.close();
    open = null;
  });

  afterAll(async () => {
    await browser.close();
    await server.remove();
  });

  const customer = async (width?: number): Promise<Visit> => {
    open = await visit(browser, server.url, width);
    await open.hears('AI 数智员工');
    return open;
  };

  it('greets as an AI, answers with a citation that opens, and complains about nothing', async () => {
    const { page, say, hears, complaints } = await customer();
    await say('存款保险最多赔多少');
    await hears('50 万元');
    await page.locator('.webchat__link-definitions__list-item-box').first().click();
    const dialog = page.locator('.webchat__citation-modal-dialog[open]');
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('青屿财富 · 2026-01-01 起有效');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('complementary').first().innerText()).toContain('存款保险赔多少');
    expect(complaints).toEqual([]);
  });

  it('shows a product as a card with its grade, fees and how money is lost', async () => {
    const { page, say, hears } = await customer();
    await say('安鑫纯债的费用是多少');
    await hears('申购费');
    const card = page.locator('.ac-adaptiveCard').last();
    await card.waitFor();
    expect(await card.innerText()).toMatch(/R2[\s\S]*主要会怎么亏/);
  });

  it('keeps the conversation and the thumbs over a reload', async () => {
    const { page, say, hears } = await customer();
    await say('存款保险最多赔多少');
    await hears('50 万元');
    await page
      .getByRole('button', { name: /有帮助|有用|赞/ })
      .last()
      .click();
    await page.reload();
    await hears('50 万元');
    expect(
      await page
        .getByRole('button', { name: /有帮助|有用|赞/ })
        .last()
        .getAttribute('aria-pressed'),
    ).toBe('true');
    expect(await page.locator('.webchat__bubble--from-user').count()).toBe(1);
  });

  it('comes back by itself after the service was killed, and delivers what was said meanwhile', async () => {
    const { page, say, hears } = await customer();
    await say('存款保险最多赔多少');
    await hears('50 万元');
    await server.kill();
    await say('风险测评多久有效');
    await server.start();
    await hears('12 个月');
    expect(await page.locator('.webchat__bubble--from-user').count()).toBe(2);
  }, 60_000);

  it('records the wish for a person and books a callback', async () => {
    const { page, hears } = await customer();
    await page.getByRole('button', { name: '转人工' }).first().click();
    await hears('真人顾问');
    await page.locator('.ac-choiceSetInput-expanded input[type=radio]').first().check();
    await page.getByRole('button', { name: '预约回电' }).last().click();
    await hears('约好了');
  });

  it('signs in as a demonstration customer in a new conversation', async () => {
    const { page, say, hears } = await customer();
    await say('存款保险最多赔多少');
    await hears('50 万元');
    await page.getByRole('button', { name: /登录演示客户/ }).click();
    await page.getByRole('button', { name: /陈女士/ }).click();
    await hears('陈女士您好');
    expect(await page.locator('.webchat__bubble--from-user').count()).toBe(0);
  });

  it('can be used by keyboard alone', async () => {
    const { page, hears } = await customer();
    await page.locator('textarea').first().focus();
    await page.keyboard.type('存款保险最多赔多少');
    await page.keyboard.press('Enter');
    await hears('50 万元');
    const reached = new Set<string>();
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 20) ?? ''),
      );
    }
    expect([...reached].some((text) => text.includes('转人工'))).toBe(true);
  });

  it.each([1280, 834, 390, 360])(
    'fits %i px without sideways scrolling and passes axe',
    async (width) => {
      const { page, say, hears } = await customer(width);
      await say('安鑫纯债的费用是多少');
      await hears('申购费');
      await page.locator('.ac-adaptiveCard').last().waitFor();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      // The page's CSP keeps foreign scripts out, also this one: the debugger puts it in instead.
      await page.evaluate(AXE);
      const serious = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> };
        };
        const { violations } = await axe.run();
        return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
      });
      expect(serious.map(({ id }) => id)).toEqual([]);
    },
  );
});
