import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import type { Seat } from './console.js';
import { openHouse } from './house.js';
import { STAFF_PASSWORD } from './service.js';

/** 两位顾问同时接手: one customer waits for whoever is free, and two reach for them at once. */

const LONG_MS = 120_000;

describeInBrowser('two advisors who reach for the same customer', () => {
  const house = openHouse(true);
  const NAMES = { advisor1: '周谨言', advisor2: '何珊' } as const;

  const api = (method: string, path: string, body: object, bearer?: string) =>
    fetch(`${house.url()}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(body),
    });

  // With both hands full nobody is offered the next one: they wait before everybody.
  beforeAll(async () => {
    const entered = await api('POST', '/session', {
      username: 'admin1',
      password: STAFF_PASSWORD,
    });
    const { token } = (await entered.json()) as { token: string };
    for (const id of Object.keys(NAMES)) {
      expect((await api('PATCH', `/employees/${id}`, { capacity: 1 }, token)).status).toBe(204);
    }
  }, LONG_MS);

  const waiting = (page: Page) => page.getByRole('region', { name: '等待接入' });
  const mine = (page: Page) => page.getByRole('region', { name: '我在接待' }).getByRole('link');

  /** A visitor who asks for a person. */
  async function caller() {
    const guest = await house.visitor();
    await guest.say('我要转人工');
    await guest.hears('真人顾问');
    return guest;
  }

  /** Each of two advisors serves somebody already. */
  async function bothBusy(): Promise<readonly [Seat, Seat]> {
    const seats = [
      await house.staffed('/desk', 'advisor1'),
      await house.staffed('/desk', 'advisor2'),
    ] as const;
    for (const guest of [await caller(), await caller()]) {
      const offered = await Promise.any(
        seats.map(async ({ page }) => {
          await waiting(page).waitFor();
          return page;
        }),
      );
      await takeFirst(offered);
      await guest.hears('接下来由真人顾问为您服务');
      await waiting(offered).waitFor({ state: 'detached' });
    }
    return seats;
  }

  const takeFirst = async (page: Page): Promise<void> => {
    await waiting(page).getByRole('link').first().click();
    await page.getByRole('button', { name: /^接手/ }).click();
  };

  it(
    'one has them, the other is told who and goes on, and an onlooker is left with nothing old',
    async () => {
      const seats = await bothBusy();
      const guest = await caller();
      for (const { page } of seats) {
        await waiting(page).getByRole('link').first().click();
        await page.getByText('接手后能看到对话和客户资料').waitFor();
      }
      await Promise.all(seats.map(({ page }) => page.keyboard.press('t')));
      const won = await Promise.any(
        seats.map(async ({ page }, at) => {
          await mine(page).nth(1).waitFor();
          return at;
        }),
      );
      const [winner, loser] = [seats[won]!, seats[1 - won]!];
      const name = Object.values(NAMES)[won]!;
      await loser.page.getByText(`${name}已接手这位客户`).waitFor();
      await waiting(loser.page).waitFor({ state: 'detached' });
      expect(await mine(loser.page).count()).toBe(1);
      expect(new URL(loser.page.url()).pathname).toBe('/desk/conversations');
      const notices = guest.page
        .locator('.webchat__bubble')
        .filter({ hasText: '接下来由真人顾问为您服务' });
      await notices.first().waitFor();
      const reply = winner.page.getByRole('textbox', { name: '回复客户' });
      await winner.page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      await reply.fill('您好，您的问题我看到了。');
      await winner.page.getByRole('button', { name: '发送', exact: true }).waitFor();
      await winner.page.keyboard.press('Control+Enter');
      await guest.hears('您的问题我看到了');
      expect(await notices.count()).toBe(1);
      await loser.page.getByText(`${name}已接手这位客户`).waitFor({ state: 'detached' });

      const next = await caller();
      await waiting(loser.page).getByRole('link').first().click();
      await loser.page.getByText('接手后能看到对话和客户资料').waitFor();
      await takeFirst(winner.page);
      await next.hears(name);
      await loser.page.getByText('这位客户不在您这里了').waitFor();
      await loser.page.keyboard.press('Enter');
      await loser.page.getByRole('textbox', { name: '回复客户' }).waitFor();

      expect(winner.complaints).toEqual([]);
      // What the browser itself says of an answer that was no.
      expect(loser.complaints.filter((line) => !/status of (404|409)/.test(line))).toEqual([]);
    },
    LONG_MS,
  );
});
