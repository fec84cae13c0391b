import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import type { Seat } from './console.js';
import { openHouse } from './house.js';
import { STAFF_PASSWORD } from './service.js';

/** 一个浏览器、几个标签页: whoever is put out of one is put out of all, and nothing of a customer's stays. */

const LONG_MS = 120_000;
const NARROW = { width: 834 };

describeInBrowser('a session that ends, with the desk open in several tabs', () => {
  const house = openHouse(true);

  const api = async (method: string, path: string, bearer: string | null, body?: object) => {
    const response = await fetch(`${house.url()}/api/v1${path}`, {
      method,
      headers: {
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect(response.ok).toBe(true);
    return response;
  };

  const tokenOf = async (username: string): Promise<string> => {
    const entered = await api('POST', '/session', null, { username, password: STAFF_PASSWORD });
    return ((await entered.json()) as { token: string }).token;
  };

  /** 何珊 writes to 陈女士, whose file lies open in a drawer; a second tab shows the file alone. */
  async function twoTabs(): Promise<{ seat: Seat; first: Page; second: Page }> {
    const seat = await house.staffed('/desk', 'advisor2', NARROW);
    const guest = await house.customer();
    await guest.say('我要转人工');
    await guest.hears('真人顾问');
    const first = seat.page;
    // Whoever was served before is still in hand: the one who waits is another.
    const waiting = first.getByRole('region', { name: '等待接入' });
    await waiting.getByRole('link', { name: /陈\*\*/ }).click();
    await first.getByRole('button', { name: /^接手/ }).click();
    await first.getByRole('textbox', { name: '回复客户' }).fill('陈女士，我先看一下');
    await first.getByRole('button', { name: '打开客户资料' }).click();
    await first.getByRole('dialog').getByText('生命周期').waitFor();
    const second = await seat.context.newPage();
    second.setDefaultTimeout(10_000);
    await second.goto(`${house.url()}/desk/today`);
    await second.getByRole('navigation', { name: '页面' }).waitFor();
    await second.goto(`${house.url()}/desk/customers/C1003`);
    await second.getByRole('complementary', { name: '客户资料' }).getByText('生命周期').waitFor();
    return { seat, first, second };
  }

  /** What anybody before the screen can read. */
  const read = (page: Page) => page.evaluate(() => document.body.innerText);

  const expectShut = async (page: Page, notice: string): Promise<void> => {
    await page.getByText(notice).waitFor();
    await page.getByLabel('用户名').waitFor();
    expect(await read(page)).not.toMatch(/陈|生命周期|何珊/);
    expect(await page.getByRole('dialog').count()).toBe(0);
  };

  it(
    'signed out in one tab: the other has nothing left, not by the back button either',
    async () => {
      const { first, second } = await twoTabs();
      await first.keyboard.press('Escape');
      await first.getByRole('button', { name: /账号菜单/ }).click();
      await first.getByRole('menuitem', { name: '退出登录' }).click();
      await expectShut(first, '已退出');
      await expectShut(second, '已退出');
      for (const page of [first, second]) {
        expect(await page.content()).not.toContain('陈');
        await page.goBack();
        await page.getByLabel('用户名').waitFor();
        expect(await page.content()).not.toContain('陈');
        await page.goto('about:blank');
        await page.goBack();
        await page.getByLabel('用户名').waitFor();
        expect(await page.content()).not.toContain('陈');
        expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
      }
    },
    LONG_MS,
  );

  it(
    'over by itself: both tabs hide everything, and one sign-in brings both back with what was written',
    async () => {
      const { seat, first, second } = await twoTabs();
      await api('DELETE', '/session/everywhere', await tokenOf('advisor2'));
      await expectShut(second, '登录已结束');
      await expectShut(first, '登录已结束');
      await seat.signIn('advisor2');
      await first.getByRole('dialog').getByText('生命周期').waitFor();
      await first.keyboard.press('Escape');
      const reply = first.getByRole('textbox', { name: '回复客户' });
      expect(await reply.inputValue()).toBe('陈女士，我先看一下');
      await second.getByRole('complementary', { name: '客户资料' }).getByText('生命周期').waitFor();
      await reply.fill('');
    },
    LONG_MS,
  );

  it(
    'locked by an administrator: put out in every tab, and whoever comes next finds nothing',
    async () => {
      const { seat, first, second } = await twoTabs();
      const admin = await tokenOf('admin1');
      await api('POST', '/staff/advisor2/lock', admin, { reason: '离岗未锁屏' });
      await expectShut(second, '登录已结束');
      await expectShut(first, '登录已结束');
      await seat.signIn('advisor2');
      await first.getByText('用户名或口令不对').waitFor();
      await seat.signIn('operator1');
      for (const page of [first, second]) {
        await page.getByRole('navigation', { name: '页面' }).waitFor();
        await page.getByText('您的岗位没有这项权限').waitFor();
        expect(await page.content()).not.toContain('陈');
      }
      expect(await first.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
      await api('POST', '/staff/advisor2/unlock', admin, {});
    },
    LONG_MS,
  );
});
