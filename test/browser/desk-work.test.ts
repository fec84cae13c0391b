import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import type { Look } from './console.js';
import { seriousFaults } from './console.js';
import { openHouse } from './house.js';
import { STAFF_PASSWORD } from './service.js';

/** 顾问的一天: handing over, today's moments, the customer whole, and what is opened in an emergency. */

const LOOKS = [
  ['light', 1280],
  ['dark', 1920],
  ['light', 834],
  ['dark', 390],
] as const;

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** A look at every tab by axe takes its time on a busy machine. */
const LONG_MS = 120_000;

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describeInBrowser('an advisor’s work at the desk', () => {
  const house = openHouse(true);

  const desk = (place: string, staff: string, look?: Look) => house.staffed(place, staff, look);

  /** Somebody else is at work too. */
  const signIn = (username: string) =>
    fetch(`${house.url()}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: STAFF_PASSWORD }),
    });

  beforeAll(async () => {
    const { token } = (await (await signIn('admin1')).json()) as { token: string };
    const found = await fetch(`${house.url()}/api/v1/desk/moments/runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(found.status).toBe(200);
  }, LONG_MS);

  const waiting = async () => {
    const guest = await house.customer();
    await guest.say('我要转人工');
    await guest.hears('真人顾问');
    return guest;
  };

  it('goes to a colleague with a reason, chosen by load, licences and fit, by keyboard', async () => {
    await signIn('advisor1');
    const { page, complaints } = await desk('/desk', 'advisor2');
    const guest = await waiting();
    await page.getByRole('heading', { name: '陈**' }).first().waitFor();
    await page.keyboard.press('t');
    await page.getByRole('textbox', { name: '回复客户' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+X');
    const dialog = page.getByRole('dialog', { name: '转交给同事' });
    await dialog.getByText('周谨言').waitFor();
    await dialog.getByText('手上 0 个会话，还能接 5 个').first().waitFor();
    expect(await dialog.getByRole('button', { name: '转交' }).isDisabled()).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'transfer-1280');
    const reason = dialog.getByRole('textbox', { name: /为什么转交/ });
    await reason.fill('客户问的是养老，周谨言更熟');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已转交给周谨言').waitFor();
    await guest.hears('周谨言');
    expect(complaints).toEqual([]);
  });

  it('takes down a complaint in one dialog, and the customer is told its number', async () => {
    const { page, complaints } = await desk('/desk', 'advisor2');
    const guest = await waiting();
    await page.getByRole('heading', { name: '陈**' }).first().waitFor();
    await page.keyboard.press('t');
    await page.getByRole('textbox', { name: '回复客户' }).waitFor();
    await page.getByRole('button', { name: '登记投诉' }).click();
    const dialog = page.getByRole('dialog', { name: '为客户登记投诉' });
    expect(await dialog.getByRole('button', { name: '登记', exact: true }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '填入客户最近说的话' }).click();
    expect(await dialog.getByLabel('投诉的事').inputValue()).toContain('我要转人工');
    await dialog.getByLabel('投诉的事').fill('说好三天到账，等了十天');
    await dialog.getByLabel('希望怎么处理').fill('赔我十天的利息');
    expect(await seriousFaults(page)).toEqual([]);
    await picture(page, 'complaint-1280');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await guest.hears('正式登记为投诉');
    await page.getByRole('tab', { name: '投诉' }).click();
    await page.getByText('说好三天到账，等了十天').waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps new customers away during a break, and says so', async () => {
    const { page } = await desk('/desk', 'advisor2');
    await page.getByText('在线 · 可分派').waitFor();
    await page.getByRole('button', { name: '休息', exact: true }).click();
    await page.getByText(/休息中，自 \d\d:\d\d/).waitFor();
    await page.reload();
    await page.getByText(/休息中/).waitFor();
    await page.getByRole('button', { name: '恢复接待' }).click();
    await page.getByText('在线 · 可分派').waitFor();
  });

  it('knows the customer whole, and a press on a need leads to the words it came from', async () => {
    const guest = await house.customer();
    const words = '我有三十万，五年后想攒到四十万给孩子上大学，最多亏一成，到时候才用';
    await guest.say(words);
    await guest.hears('我理解的是这样');
    await guest.say('对');
    await guest.hears('草稿');
    const { page, complaints } = await desk('/desk/customers/C1003', 'advisor2');
    const portrait = page.getByRole('complementary', { name: '客户资料' });
    await portrait.getByText('生命周期').waitFor();
    await portrait.getByText('同意与联系').waitFor();
    await page.keyboard.press('2');
    await portrait
      .getByText(/超过 30% 提醒线/)
      .first()
      .waitFor();
    await page.keyboard.press('3');
    await portrait.getByText('教育').first().waitFor();
    await portrait
      .getByRole('button', { name: /给孩子上大学/ })
      .first()
      .click();
    await page.locator('.said.pointed').getByText(words).waitFor();
    expect(page.url()).toContain('/desk/conversations/');
    expect(complaints).toEqual([]);
  });

  it('remembers how wide one likes the panes', async () => {
    const guest = await waiting();
    await guest.hears('真人顾问');
    const { page } = await desk('/desk', 'advisor2');
    const context = page.getByRole('complementary', { name: '客户资料' });
    await context.getByText('风险承受').waitFor();
    const before = (await context.boundingBox())!;
    expect(Math.round(before.width)).toBe(360);
    await page.mouse.move(before.x, before.y + 300);
    await page.mouse.down();
    await page.mouse.move(before.x - 60, before.y + 300, { steps: 5 });
    await page.mouse.up();
    const wider = (await context.boundingBox())!.width;
    expect(wider).toBeGreaterThan(400);
    await page.reload();
    await context.getByText('风险承受').waitFor();
    expect(Math.abs((await context.boundingBox())!.width - wider)).toBeLessThan(3);
  });

  it('opens another’s customer for an hour once a second person agrees', async () => {
    const asking = await desk('/desk/customers/C1009', 'advisor1');
    await asking.page.getByText('这位客户不归您服务').waitFor();
    await asking.page.getByRole('button', { name: '申请紧急查看' }).click();
    const dialog = asking.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('客户来电说被骗，客户经理不在');
    expect(await seriousFaults(asking.page)).toEqual([]);
    await dialog.getByRole('button', { name: '申请紧急查看' }).click();
    await asking.page.getByText('等第二人批准').first().waitFor();
    const second = await desk('/desk/customers', 'supervisor1');
    const requests = second.page.getByRole('region', { name: '紧急查看' });
    await requests.getByText('客户来电说被骗').waitFor();
    expect(await seriousFaults(second.page)).toEqual([]);
    await picture(second.page, 'unsealing-1280');
    await requests.getByRole('button', { name: '批准 60 分钟' }).click();
    await requests.getByText('已打开').waitFor();
    await asking.page.reload();
    await asking.page.getByText(/自动关闭，留痕中/).waitFor();
    await asking.page.getByRole('complementary', { name: '客户资料' }).getByText('宋**').waitFor();
  });

  it('acts on a moment of the day: put off, taken off with a reason, or written about', async () => {
    const { page, complaints } = await desk('/desk/today', 'advisor1');
    await page.getByRole('region', { name: '今日待办' }).waitFor();
    const count = async () =>
      Number(/\d+/.exec(await page.getByText(/^全部 \d+$/).innerText())?.[0] ?? Number.NaN);
    const before = await count();
    expect(before).toBeGreaterThan(1);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('dialog', { name: '为什么不做' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByText('情况已经变了').click();
    await page.getByRole('button', { name: '记录' }).click();
    await page.getByText(`全部 ${before - 1}`).waitFor();
    await page.keyboard.press('p');
    await page
      .getByRole('dialog', { name: '推迟到哪一天' })
      .getByRole('button', { name: '推迟' })
      .click();
    await page.getByText(`全部 ${before - 2}`).waitFor();
    await page.getByText('已推迟 1').waitFor();
    const letter = page.getByRole('region', { name: 'AI 草稿' });
    await letter.getByText('您好，').waitFor();
    expect(complaints).toEqual([]);
  });

  it.each(LOOKS)(
    'has nothing that axe calls serious on its new pages, in %s at %i px',
    async (theme, width) => {
      const { page } = await desk('/desk/today', 'advisor2', { theme, width });
      await page.getByRole('region', { name: '今日待办' }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      await picture(page, `today-${width}`);
      await page.goto(`${house.url()}/desk/customers/C1003`);
      const portrait = page.getByRole('complementary', { name: '客户资料' });
      await portrait.getByText('生命周期').waitFor();
      for (const tab of ['概览', '持仓', '需求', '往来', '投诉']) {
        await portrait.getByRole('tab', { name: tab }).click();
        expect([tab, await seriousFaults(page)]).toEqual([tab, []]);
      }
      expect(await sideways(page)).toBe(0);
      await picture(page, `customer-${width}`);
    },
    LONG_MS,
  );

  it.each([834, 390])(
    'keeps the customer’s file in a drawer at %i px',
    async (width) => {
      await waiting();
      const { page } = await desk('/desk', 'advisor2', { width });
      if (width < 834)
        await page
          .getByRole('link', { name: /陈\*\*/ })
          .first()
          .click();
      await page.getByRole('log').waitFor();
      await picture(page, `talk-${width}`);
      await page.getByRole('button', { name: '打开客户资料' }).click();
      await page.getByRole('dialog').getByText('生命周期').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    },
    LONG_MS,
  );
});
