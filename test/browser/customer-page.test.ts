import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Visit } from './browser.js';
import { describeInBrowser, launch, visit } from './browser.js';
import type { Service } from './service.js';
import { service } from './service.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const NO_EVIDENCE = '回答有依据时会显示在这里，您可以逐条核对。';

describeInBrowser('the customer page', () => {
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

  const signIn = async (page: Page, hears: Visit['hears']): Promise<void> => {
    await page.getByRole('button', { name: /登录演示客户/ }).click();
    await page.getByRole('button', { name: /陈女士/ }).click();
    await hears('陈女士您好');
  };

  it('greets as an AI, answers with a citation that opens, and complains about nothing', async () => {
    const { page, say, hears, complaints } = await customer();
    await say('存款保险最多赔多少');
    await hears('50 万元');
    await page.locator('.webchat__link-definitions__list-item-box').first().click();
    const dialog = page.locator('.webchat__citation-modal-dialog[open]');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/存款保险条例[\s\S]*2026-01-01 起有效/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('complementary').first().innerText()).toContain('存款保险赔多少');
    expect(complaints).toEqual([]);
  });

  it('shows the evidence of the latest answer only, also after a reload', async () => {
    const { page, say, hears, complaints } = await customer();
    const panel = page.getByRole('complementary').first();
    await say('存款保险最多赔多少');
    await hears('50 万元');
    expect(await panel.innerText()).toContain('存款保险赔多少');
    await say('有人让我把钱转到安全账户');
    await page.getByText('请先停下，不要转账').first().waitFor();
    await panel.getByText(NO_EVIDENCE).waitFor();
    expect(await panel.innerText()).not.toContain('存款保险赔多少');
    await page.reload();
    await hears('50 万元');
    await panel.getByText(NO_EVIDENCE).waitFor();
    expect(complaints).toEqual([]);
  });

  it.each([390, 360])(
    'rests at %i px with the first line of a long reply in view',
    async (width) => {
      const { page, say } = await customer(width);
      await say('安鑫纯债的费用是多少');
      await page.locator('.ac-adaptiveCard').last().waitFor();
      await page.waitForTimeout(1_500); // the view settles for 1.2 s
      const reply = await page.locator('.webchat__stacked-layout').last().boundingBox();
      const talk = await page.locator('.webchat__basic-transcript__scrollable').boundingBox();
      expect(reply!.height).toBeGreaterThan(talk!.height);
      expect(reply!.y).toBeGreaterThanOrEqual(talk!.y);
      expect(reply!.y).toBeLessThan(talk!.y + 60);
    },
  );

  it('says how long the network has to wait when too many conversations were opened', async () => {
    open = await visit(browser, server.url);
    const { page } = open;
    await page.route('**/web/session', (route) =>
      route.fulfill({ status: 429, headers: { 'Retry-After': '1500' }, body: '{}' }),
    );
    await page.reload();
    const strip = page.getByText('从这个网络新开的对话较多，请在 25 分钟后再试，或登录后继续。');
    await strip.waitFor();
    expect(await strip.isVisible()).toBe(true);
  });

  it('shows a product as a card with its grade, fees and how money is lost', async () => {
    const { page, say, hears } = await customer();
    await say('安鑫纯债的费用是多少');
    await hears('申购费');
    const card = page.locator('.ac-adaptiveCard').last();
    await card.waitFor();
    expect(await card.innerText()).toMatch(/R2[\s\S]*主要会怎么亏/);
  });

  it('leaves more than 2,000 characters in the box and asks for parts', async () => {
    const { page, say } = await customer();
    await say('长'.repeat(2_001));
    await page.locator('.strip-place').getByText('一次最多 2,000 字').waitFor();
    expect(await page.locator('.webchat__bubble--from-user').count()).toBe(0);
    await say('长'.repeat(2_000));
    await page.locator('.webchat__bubble--from-user').waitFor();
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
    const { page, say, hears, complaints } = await customer();
    await signIn(page, hears);
    const forms = page.locator('.form-card');
    await say('转人工');
    await forms.first().waitFor();
    await page.getByRole('button', { name: '预约回电' }).first().click(); // the strip's: a newer copy
    await forms.nth(1).waitFor();
    await forms.nth(1).locator('input[type=radio]').first().check();
    await forms.nth(1).getByRole('button', { name: '预约回电' }).click();
    await hears('约好了');
    const settled = async (): Promise<void> => {
      await forms
        .nth(1)
        .getByText(/已提交 \d{2}:\d{2}/)
        .waitFor();
      expect(await forms.first().innerText()).toContain('这张已停用');
      expect(await forms.locator('input, button').count()).toBe(0);
    };
    await settled();
    await page.reload();
    await hears('约好了');
    await settled();
    expect(complaints).toEqual([]);
  });

  it('records a visitor’s wish for a person without offering a call to no number', async () => {
    const { page, say, hears } = await customer();
    await say('转人工');
    await hears('没法回电');
    const strip = page.locator('.strip-place');
    await strip.getByText('已记下您要找真人顾问').waitFor();
    expect(await strip.getByRole('button').allInnerTexts()).toEqual(['取消']);
  });

  it('signs in as a demonstration customer in a new conversation', async () => {
    const { page, say, hears } = await customer();
    await say('存款保险最多赔多少');
    await hears('50 万元');
    await signIn(page, hears);
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
