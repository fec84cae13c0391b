import { expect, it } from '@jest/globals';
import { describeInBrowser } from './browser.js';
import type { Look } from './console.js';
import { seriousFaults } from './console.js';
import { openHouse } from './house.js';

describeInBrowser('the advisor’s desk, with the customer in another browser', () => {
  const house = openHouse(true);

  /** 陈女士 asks for a person. */
  const customer = async () => {
    const guest = await house.customer();
    await guest.say('我要转人工');
    await guest.hears('真人顾问');
    return guest;
  };

  const desk = (staff: string, look?: Look) => house.staffed('/desk', staff, look);

  it('learns of who waits without a reload, takes them by a key, and answers with what was drafted', async () => {
    const { page, complaints } = await desk('advisor2');
    await page.getByText('现在没有人在等', { exact: true }).waitFor();
    const guest = await customer();
    await page.getByRole('region', { name: '等待接入' }).getByText('陈**').waitFor();
    await page.getByRole('heading', { name: '陈**' }).first().waitFor();
    expect(await page.title()).toMatch(/^\(1\)/);
    await page.keyboard.press('t');
    const reply = page.getByRole('textbox', { name: '回复客户' });
    await reply.waitFor();
    await guest.hears('何珊');
    await guest.say('安鑫纯债的费用是多少');
    await page.getByRole('region', { name: 'AI 草稿' }).getByText('申购费').waitFor();
    await reply.focus();
    await page.keyboard.press('Tab');
    expect(await reply.inputValue()).toContain('申购费');
    await reply.fill('陈女士，这只产品稳赚不赔。');
    await page.getByText('不能发送').first().waitFor();
    const send = page.getByRole('button', { name: /修正 \d 处后可发送/ });
    expect(await send.isDisabled()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await reply.fill('陈女士您好，我先核对一下这只产品的费率，马上回您。');
    await page.getByRole('button', { name: '发送', exact: true }).waitFor();
    await page.keyboard.press('Control+Enter');
    await guest.hears('我先核对一下这只产品的费率');
    expect(await guest.page.getByText('稳赚不赔').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+E');
    await page.getByRole('dialog').getByRole('button', { name: '结束' }).click();
    await page.getByText('现在没有人在等', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps notes from the customer, and shows a name only on record', async () => {
    const guest = await customer();
    const { page } = await desk('advisor2');
    await page.getByRole('button', { name: /接手/ }).click();
    await page.getByText('内部备注', { exact: true }).click();
    await page.getByRole('textbox', { name: '内部备注' }).fill('先听她说，再谈数据。');
    await page.getByRole('button', { name: '存为备注' }).click();
    await page.getByRole('log').getByText('先听她说').waitFor();
    expect(await guest.page.getByText('先听她说').count()).toBe(0);
    const portrait = page.getByRole('complementary', { name: '客户资料' });
    await portrait.getByText('浮动盈亏').first().waitFor();
    expect(await portrait.innerText()).not.toContain('陈静怡');
    await portrait.getByRole('button', { name: '查看姓名与电话' }).click();
    await portrait.getByRole('heading', { name: /^陈[^*]/ }).waitFor();
    await page.getByRole('button', { name: '交回 AI' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '交回 AI' }).click();
    await page.getByText('现在没有人在等', { exact: true }).waitFor();
  });

  it.each([
    ['light', 1280],
    ['dark', 1920],
    ['light', 834],
  ] as const)('has nothing that axe calls serious, in %s at %i px', async (theme, width) => {
    await customer();
    const { page } = await desk('advisor2', { theme, width });
    const log = page.getByRole('log');
    await log.waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});
