import { expect, it } from '@jest/globals';
import { describeInBrowser } from './browser.js';
import type { Look } from './console.js';
import { seriousFaults } from './console.js';
import { openHouse } from './house.js';

describeInBrowser('the copilot at the advisor’s desk', () => {
  const house = openHouse(true);

  /** 陈女士 has asked for a person, and 何珊 has taken her. */
  async function taken(look?: Look) {
    // Somebody must be there, or a call back is offered instead.
    const { page, complaints } = await house.staffed('/desk', 'advisor2', look);
    const guest = await house.customer();
    await guest.say('安鑫纯债的费用是多少');
    await guest.hears('申购费');
    await guest.say('我要转人工');
    await guest.hears('真人顾问');
    // Whoever was served before is still in hand: the one who waits is another.
    await page.getByRole('region', { name: '等待接入' }).getByText('陈**').first().click();
    await page.getByRole('button', { name: /接手/ }).click();
    const reply = page.getByRole('textbox', { name: '回复客户' });
    await reply.waitFor();
    return { guest, page, complaints, reply };
  }

  it('shows the summary with the places, the draft in three tones, warnings and next steps', async () => {
    const { guest, page, complaints, reply } = await taken();
    const summary = page.getByRole('region', { name: '接手摘要' });
    await summary.getByRole('button', { name: '安鑫纯债的费用是多少' }).first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^seq-\d+$/);
    await guest.say('能保证安鑫纯债不亏吗，保证的话我再加二十万');
    const draft = page.getByRole('region', { name: 'AI 草稿' });
    await draft.getByText('客户在要承诺').waitFor();
    await draft.getByText('温和', { exact: true }).click();
    await reply.focus();
    await page.keyboard.press('Tab');
    expect(await reply.inputValue()).toContain('陈女士');
    await draft.getByText(/^下一步 \d/).click();
    await draft.getByText(/^产品 \d/).click();
    await draft.getByText('已过适当性').waitFor();
    expect(complaints).toEqual([]);
  });

  it('looks up rules and canned replies by keys alone, and sends a cited reply', async () => {
    const { guest, page, reply } = await taken();
    await reply.focus();
    await page.keyboard.type('/话');
    await page.getByRole('option', { name: /\/话术/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /请稍等/ }).waitFor();
    await page.keyboard.type('请稍等');
    await page.getByRole('option', { name: /请稍等/ }).waitFor();
    await page.keyboard.press('Enter');
    expect(await reply.inputValue()).toContain('我核对一下');
    await reply.fill('');
    await page.keyboard.type('/产品 安鑫纯债');
    await page.getByRole('option', { name: /QY0021/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('随信依据 1 条').waitFor();
    await page.getByRole('button', { name: '发送', exact: true }).waitFor();
    await page.keyboard.press('Control+Enter');
    await guest.hears('资料截至');
  });

  it('sends a product card in the advisor’s name once it is agreed to', async () => {
    const { guest, page } = await taken();
    const draft = page.getByRole('region', { name: 'AI 草稿' });
    await draft.getByText(/^产品 [1-9]/).click();
    await draft.getByRole('button', { name: '发卡片' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '发给客户' }).click();
    await page.getByText('产品卡已发给客户').waitFor();
    await guest.hears('主要会怎么亏');
    await guest.hears('何珊');
  });

  it.each([
    ['light', 1280],
    ['dark', 1920],
  ] as const)('has nothing that axe calls serious, in %s at %i px', async (theme, width) => {
    const { guest, page, reply } = await taken({
      theme,
      width,
      height: width === 1280 ? 800 : 1080,
    });
    await guest.say('能保证安鑫纯债不亏吗');
    await page.getByRole('region', { name: 'AI 草稿' }).getByText('客户在要承诺').waitFor();
    await reply.fill('/');
    await page.getByRole('option').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});
