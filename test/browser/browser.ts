import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const KNOWN_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium by `CHROMIUM`, else where systems put it; null: the browser tests are left out. */
const chromiumPath: string | null = findChromium();

function findChromium(): string | null {
  const path = process.env['CHROMIUM'] ?? KNOWN_PLACES.find((place) => existsSync(place)) ?? null;
  if (path) return path;
  if (process.env['CI']) throw new Error('CI must run the browser tests: set CHROMIUM');
  process.stderr.write('left out: browser tests (set CHROMIUM to run them)\n');
  return null;
}

/** Where there is no Chromium these are left out, which was said on stderr; CI throws above instead. */
export const describeInBrowser = chromiumPath ? describe : describe.skip;

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, page errors and CSP reports, as they come. */
  readonly complaints: string[];
  say(text: string): Promise<void>;
  /** Resolves when a bubble of ours holds the words. */
  hears(words: string | RegExp): Promise<void>;
}

/** A customer opens the page at a width. */
export async function visit(browser: Browser, url: string, width = 1280): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: width < 600,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  const box = page.locator('.webchat__send-box-text-box__input, textarea').first();
  await box.waitFor();
  return {
    page,
    context,
    complaints,
    async say(text) {
      await box.fill(text);
      await box.press('Enter');
    },
    async hears(words) {
      await page
        .locator('.webchat__bubble:not(.webchat__bubble--from-user)', { hasText: words })
        .first()
        .waitFor();
    },
  };
}
