import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Visit } from './browser.js';
import { describeInBrowser, launch, visit } from './browser.js';
import type { Service } from './service.js';
import { service } from './service.js';

/** Below it nobody reads on a telephone. */
const SMALLEST_TEXT = 12;

describeInBrowser('pictures in the conversation', () => {
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

  /** 陈女士, C3, with a few holdings. */
  async function chen(width: number): Promise<Visit> {
    const open = await visit(browser, server.url, width);
    await open.hears('AI 数智员工');
    if (width < 600) await open.page.getByRole('button', { name: '菜单' }).click();
    await open.page.getByRole('button', { name: /登录演示客户/ }).click();
    await open.page.getByRole('button', { name: /陈女士/ }).click();
    await open.hears('陈女士您好');
    return open;
  }

  const drawn = (card: Locator): Locator => card.locator('img[alt*="AI 生成"]');

  it.each([1280, 360])(
    'show a plan as a ring and a fan at %i px, and complain about nothing',
    async (width) => {
      const { page, context, complaints, say, hears } = await chen(width);
      await say('我有三十万，五年后想攒到四十万给孩子上大学，最多亏一成，到时候才用');
      await hears('我理解的是这样');
      await say('对');
      const card = page.locator('.ac-adaptiveCard').last();
      await card.waitFor();
      const pictures = drawn(card);
      await expectLoaded(pictures, ['配置环形图', '目标测算图']);
      for (const size of await textSizes(pictures)) {
        expect(size).toBeGreaterThanOrEqual(SMALLEST_TEXT);
      }
      await expectSaidInWords(card, pictures.first());
      expect(await sideways(page)).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('are there again after a reload, at the same address', async () => {
    const { page, context, complaints, say, hears } = await chen(390);
    await say('我的持仓');
    await hears('您名下有');
    const picture = drawn(page.locator('.ac-adaptiveCard').last());
    await expectLoaded(picture, ['持仓环形图']);
    const address = await picture.getAttribute('src');
    expect(address).toMatch(new RegExp(`^${server.url}/pictures/[\\w-]+\\.svg$`));
    await page.reload();
    await hears('您名下有');
    await expectLoaded(picture, ['持仓环形图']);
    expect(await picture.getAttribute('src')).toBe(address);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

async function expectLoaded(pictures: Locator, names: readonly string[]): Promise<void> {
  await pictures.nth(names.length - 1).waitFor();
  const seen = await pictures.evaluateAll((images) =>
    Promise.all(
      (images as HTMLImageElement[]).map(async (image) => {
        await image.decode();
        return { alt: image.alt.split('，')[0], width: image.naturalWidth };
      }),
    ),
  );
  expect(seen.map(({ alt }) => alt)).toEqual(names);
  for (const { width } of seen) expect(width).toBeGreaterThan(0);
}

/** Pixels that the smallest words of each picture have on the screen. */
const textSizes = (pictures: Locator): Promise<number[]> =>
  pictures.evaluateAll((images) =>
    Promise.all(
      (images as HTMLImageElement[]).map(async (image) => {
        const svg = await (await fetch(image.src)).text();
        const sizes = [...svg.matchAll(/(\d+)px/g)].map(([, size]) => Number(size));
        return (Math.min(...sizes) * image.getBoundingClientRect().width) / image.naturalWidth;
      }),
    ),
  );

/** The picture is never the only one to say a figure. */
async function expectSaidInWords(card: Locator, picture: Locator): Promise<void> {
  const words = await card.innerText();
  const figures = (await picture.getAttribute('alt'))?.match(/[\d.]+%/g) ?? [];
  expect(figures.length).toBeGreaterThan(2);
  for (const figure of figures) expect(words).toContain(figure);
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
