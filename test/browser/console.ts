import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { STAFF_PASSWORD } from './service.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, page errors and CSP reports, as they come. */
  readonly complaints: string[];
  /** Fills in the sign-in page. */
  signIn(username: string, password?: string): Promise<void>;
  /** Signs in and waits until it is done. */
  enter(username: string): Promise<void>;
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
}

/** A member of the staff opens the console at a width. */
export async function takeSeat(
  browser: Browser,
  url: string,
  { width = 1280, height = 800, theme = 'light' }: Look = {},
): Promise<Seat> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  page.setDefaultTimeout(10_000);
  await page.getByLabel('用户名').waitFor();
  const signIn = async (username: string, password = STAFF_PASSWORD): Promise<void> => {
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('口令').fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  };
  return {
    page,
    context,
    complaints,
    signIn,
    async enter(username) {
      await signIn(username);
      await page.getByRole('navigation', { name: '页面' }).waitFor();
    },
  };
}

/** What axe finds that is serious or worse, one line each. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  // What still fades in has the contrast of neither state.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  return page.evaluate(async () => {
    interface Violation {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly { readonly html: string }[];
    }
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ readonly violations: readonly Violation[] }> };
    };
    return (await axe.run()).violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}
