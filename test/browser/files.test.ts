import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { files } from '../channels/sample-files.js';
import type { Visit } from './browser.js';
import { describeInBrowser, launch, visit } from './browser.js';
import type { Service } from './service.js';
import { service } from './service.js';

const INPUT = '.webchat__upload-button--file-input';

describeInBrowser('files on the customer page', () => {
  let server: Service;
  let browser: Browser;
  let folder: string;
  let large: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shuzhi-files-'));
    large = join(folder, '大图.png');
    writeFileSync(large, Buffer.alloc(10 * 1024 * 1024 + 1, files.png));
    server = await service();
    await server.start();
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    await server.remove();
    rmSync(folder, { recursive: true });
  });

  const customer = async (): Promise<Visit> => {
    const open = await visit(browser, server.url, 390);
    await open.hears('AI 数智员工');
    return open;
  };

  const pick = (page: Page, ...chosen: { name: string; mimeType: string; buffer: Buffer }[]) =>
    page.locator(INPUT).setInputFiles(chosen);

  const picture = { name: '账单.png', mimeType: 'image/png', buffer: files.png };
  const paper = { name: '对账单.pdf', mimeType: 'application/pdf', buffer: files.pdf };

  it('wait for the send button, can be taken back, and show themselves once sent', async () => {
    const { page, context, hears, complaints } = await customer();
    await pick(page, picture, paper);
    const waiting = page.getByRole('list', { name: '准备发送的文件' });
    expect(await waiting.innerText()).toMatch(/账单\.png[\s\S]*对账单\.pdf/);
    await page.getByRole('button', { name: '不发 对账单.pdf' }).click();
    await page.locator('.webchat__send-button, .webchat__send-box__button').last().click();
    await waiting.waitFor({ state: 'detached' });
    await hears(/图片收到了/);
    const shown = page.getByRole('img', { name: '图片 账单.png' });
    await shown.waitFor();
    // From here on it is our copy that is shown: after a reload there is no other.
    await page.reload();
    await shown.waitFor();
    expect(await shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '保存 账单.png' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('账单.png');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('that cannot go are refused in words before anything is sent', async () => {
    const { page, context, complaints } = await customer();
    await pick(page, { name: 'a.docx', mimeType: 'application/zip', buffer: Buffer.from('PK') });
    await page.getByText('只能发图片和 PDF').first().waitFor();
    await pick(page, ...Array.from({ length: 6 }, () => picture));
    await page.getByText('一次最多发 5 个文件').first().waitFor();
    await page.locator(INPUT).setInputFiles(large);
    await page.getByText('合起来不能超过 10 MB').first().waitFor();
    expect(await page.getByRole('list', { name: '准备发送的文件' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
