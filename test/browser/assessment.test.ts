import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import type { Visit } from './browser.js';
import { describeInBrowser, launch, visit } from './browser.js';
import type { Service } from './service.js';
import { service } from './service.js';

describeInBrowser('the risk questionnaire on a telephone', () => {
  let server: Service;
  let browser: Browser;

  beforeAll(async () => {
    server = await service();
    await server.start();
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    await server.remove();
  });

  /** A customer who was never assessed asks for the questionnaire. */
  async function begin(): Promise<Visit> {
    const open = await visit(browser, server.url, 390);
    await open.hears('AI 数智员工');
    await open.page.getByRole('button', { name: '菜单' }).click();
    await open.page.getByRole('button', { name: /登录演示客户/ }).click();
    await open.page.getByRole('button', { name: /宋女士/ }).click();
    await open.hears('宋女士您好');
    await open.say('我要做风险测评');
    await open.hears('14 道题');
    return open;
  }

  it('offers every answer to a question, however narrow the screen', async () => {
    const { page, context, say, hears } = await begin();
    await say('一题一题答');
    await hears('第 1 题');
    const answers = page.locator('.webchat__suggested-actions__button');
    await answers.nth(3).waitFor();
    expect(await answers.allInnerTexts()).toHaveLength(4);
    await context.close();
  });

  it('is filled in page by page; an open question is named, and a sent page asks no more', async () => {
    const { page, context, complaints, say, hears } = await begin();
    await say('用表单填');
    const cards = page.locator('.form-card');
    const send = (card: Locator, name: string) => card.getByRole('button', { name }).click();
    await send(cards.nth(0), '下一页');
    await cards.nth(0).getByText('请选择一项').first().waitFor();
    for (const [at, button] of ['下一页', '下一页', '填好了'].entries()) {
      const card = cards.nth(at);
      // The frame of a card stands before what it asks; the button comes with the questions.
      await card.getByRole('button', { name: button }).waitFor();
      await answerSecond(card);
      await send(card, button);
      await card.getByText(/已提交 \d{2}:\d{2}/).waitFor();
      expect(await card.locator('input').count()).toBe(0);
    }
    await hears('题都答完了');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** The second answer to every question of a page. */
const answerSecond = (card: Locator): Promise<void> =>
  card.locator('input[type=radio]').evaluateAll((radios) => {
    const all = radios as unknown as { name: string; click(): void }[];
    for (const name of new Set(all.map((radio) => radio.name))) {
      all.filter((radio) => radio.name === name)[1]?.click();
    }
  });
