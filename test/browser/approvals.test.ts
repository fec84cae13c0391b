import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser.js';
import type { Look } from './console.js';
import { seriousFaults } from './console.js';
import { openHouse } from './house.js';

/** The same need told again is the same plan: each test has one of its own. */
const needOf = (sum: string): string =>
  `我有${sum}，想存着给孩子五年后上大学，最多亏一成，到时候才用`;

describeInBrowser('approvals, with the customer in another browser', () => {
  const house = openHouse();

  /** 陈女士 has a plan drafted. */
  const customer = async (sum: string) => {
    const guest = await house.customer();
    await guest.say(needOf(sum));
    await guest.hears('对的话回');
    await guest.say('对');
    await guest.hears('下一步由持证顾问审核');
    return guest;
  };

  const desk = (staff: string, look?: Look) => house.staffed('/desk/approvals', staff, look);

  const amountOf = (page: Page) => page.locator('.diff input').first();

  it('adjusts by keyboard, refuses a promise, and reaches the customer under the advisor’s name', async () => {
    const guest = await customer('三十万');
    const { page, complaints } = await desk('advisor2');
    await page.getByText('草稿，待审核').first().waitFor();
    await page.keyboard.press('e');
    const amount = amountOf(page);
    const drafted = Number((await amount.inputValue()).replaceAll(',', ''));
    await amount.fill('900000');
    await amount.press('Enter');
    await amount.fill(String(drafted - 10_000));
    await amount.press('Enter');
    await page.getByText(/秒重新测算并过闸/).waitFor();
    const reason = page.getByLabel('调整理由');
    await reason.fill('这样放肯定不会亏，放心买。');
    await page.getByText('守则不通过，请改一改').waitFor();
    const sign = page.getByRole('button', { name: /按调整批准并发给客户/ });
    expect(await sign.isDisabled()).toBe(true);
    await reason.fill('客户说临近用款时更怕波动，先多留一些现金。');
    await page.getByText('守则检查通过').waitFor();
    expect(await sign.isDisabled()).toBe(true);
    await page.getByText('请先勾选两项声明').waitFor();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.keyboard.press('a');
    await page.getByRole('button', { name: '确认并发给客户' }).click();
    await guest.hears('何珊');
    await guest.hears('先多留一些现金');
    await page.getByText('批准').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('approves with a ready reason, edited or not, by keyboard alone, and keeps it for colleagues', async () => {
    const guest = await customer('二十五万');
    const { page } = await desk('advisor2');
    await page.getByText('草稿，待审核').first().waitFor();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.keyboard.press('a');
    const confirm = page.getByRole('button', { name: '确认并发给客户' });
    await confirm.waitFor();
    expect(await confirm.isDisabled()).toBe(true);
    await page.keyboard.press('Enter');
    const reason = page.getByLabel('批准理由');
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    expect(await reason.inputValue()).toBe('需求、期限和可承受亏损都与客户说的一致');
    await page.keyboard.type('，用钱的日子没有变');
    await page.keyboard.press('Enter');
    await guest.hears('何珊');
    await page.getByText('与客户说的一致，用钱的日子没有变').waitFor();
  });

  it('asks before it declines, and tells the customer why', async () => {
    const guest = await customer('二十万');
    const { page } = await desk('advisor2');
    await page.getByText('草稿，待审核').first().waitFor();
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: '退回' }).isDisabled()).toBe(true);
    await dialog
      .getByLabel('理由（客户能看到）')
      .fill('先把半年的生活费留出来，再谈这笔钱怎么放。');
    await dialog.getByRole('button', { name: '退回' }).click();
    await guest.hears('先把半年的生活费留出来');
  });

  it.each([
    ['light', 1280],
    ['dark', 1920],
    ['light', 834],
  ] as const)('has nothing that axe calls serious, in %s at %i px', async (theme, width) => {
    const { page } = await desk('advisor2', { theme, width });
    await page.getByText('重新求解').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});
