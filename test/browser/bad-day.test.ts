import { expect, it } from '@jest/globals';
import { describeInBrowser } from './browser.js';
import { openHouse } from './house.js';

/** 不顺的一天: what an advisor has written is neither lost nor said twice, whatever happens to the page. */

describeInBrowser('an advisor on a bad day', () => {
  const house = openHouse(true);

  /** 陈女士 waits, and 何珊 has taken her. */
  async function taken() {
    const seat = await house.staffed('/desk', 'advisor2');
    const guest = await house.customer();
    await guest.say('我要转人工');
    await guest.hears('真人顾问');
    await seat.page.getByRole('region', { name: '等待接入' }).getByText('陈**').first().click();
    await seat.page.getByRole('button', { name: /接手/ }).click();
    const reply = seat.page.getByRole('textbox', { name: '回复客户' });
    await reply.waitFor();
    return { ...seat, guest, reply };
  }

  it('finds what was written after a reload, and nobody finds it after signing out', async () => {
    const { page, reply } = await taken();
    await reply.fill('陈女士，我先核对一下');
    await page.reload();
    await reply.waitFor();
    expect(await reply.inputValue()).toBe('陈女士，我先核对一下');
    await page.getByRole('button', { name: /何珊/ }).click();
    await page.getByText('退出登录', { exact: true }).click();
    await page.getByLabel('用户名').waitFor();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('核对一下');
  });

  it('says once what was pressed again because no answer came', async () => {
    const { page, reply, guest } = await taken();
    await reply.fill('您好，这里是只说一遍的话。');
    await page.getByRole('button', { name: '发送', exact: true }).waitFor();
    let lost = 0;
    await page.route('**/say', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await page.keyboard.press('Control+Enter');
    await guest.hears('只说一遍的话');
    expect(await reply.inputValue()).toContain('只说一遍的话');
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '');
    const bubbles = guest.page.locator('.webchat__bubble', { hasText: '只说一遍的话' });
    expect(await bubbles.count()).toBe(1);
  });

  it('reads in English what the house itself says beside a message', async () => {
    const { page, guest } = await taken();
    await page.getByRole('button', { name: 'English' }).click();
    await guest.say('能保证安鑫纯债不亏吗，保证的话我再加二十万');
    const warnings = page.getByRole('list', { name: 'Mind' });
    await warnings.getByText('wants a promise').waitFor();
    expect(await warnings.innerText()).not.toMatch(/[一-鿿]/);
    const draft = page.locator('section.draft');
    expect(await draft.locator('.draft-head').innerText()).not.toMatch(/[一-鿿]/);
    await draft.getByText(/^Next \d/).click();
    const steps = draft.locator('.steps');
    await steps.waitFor();
    for (const words of await steps.locator('strong').allInnerTexts())
      expect(words).not.toMatch(/[一-鿿]/);
  });
});
