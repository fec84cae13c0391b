import { expect, it } from '@jest/globals';
import { describeInBrowser } from './browser.js';
import { seriousFaults } from './console.js';
import { openHouse } from './house.js';

describeInBrowser('the search of a reviewer', () => {
  const house = openHouse();

  it('finds what a customer has just said, marks it, keeps the search, and opens the conversation', async () => {
    const customer = await house.customer();
    await customer.say('你们有没有保本保收益的产品');
    await customer.hears(/保本|收益/);
    const { page, complaints } = await house.staffed('/review/search', 'compliance1');
    await page.getByLabel('检索词').fill('“保本保收益”');
    const mark = page.locator('.search-hits mark').first();
    // The index follows what is said by a second or two.
    for (let tries = 0; tries < 10 && (await mark.count()) === 0; tries += 1) {
      await page.getByRole('button', { name: '检索', exact: true }).click();
      await mark.waitFor({ timeout: 1_500 }).catch(() => undefined);
    }
    expect(await mark.innerText()).toBe('保本保收益');
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('button', { name: '保存这次条件' }).click();
    await page.getByLabel('起个名字').fill('承诺保本');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByLabel('检索词').fill('没有人说过的词');
    await page.keyboard.press('Enter');
    await page.getByText('没有找到').waitFor();
    await page.getByRole('button', { name: '承诺保本', exact: true }).click();
    await mark.waitFor();
    await page.getByRole('button', { name: '删除「承诺保本」' }).click();
    await page.getByText('已删除').waitFor();
    expect(complaints).toEqual([]);
    const words = await page.locator('.search-hit-words').first().innerText();
    await page.locator('.search-hits a').first().click();
    await page.waitForURL(/\/review\/records\/[^/]+\/\d+$/);
    expect(await page.locator('.record-line.pointed').innerText()).toContain(words);
    await page.getByRole('button', { name: '返回' }).click();
    await mark.waitFor();
    expect(await page.getByLabel('检索词').inputValue()).toBe('“保本保收益”');
  });

  it('fits a phone, where conditions are folded away', async () => {
    const { page } = await house.staffed('/review/search', 'compliance1', {
      width: 390,
      height: 844,
    });
    await page.getByRole('button', { name: '更多条件' }).click();
    await page.getByLabel('客户或员工').fill('C1003');
    await page.getByRole('button', { name: '更多条件（已用 1 项）' }).waitFor();
    await page.getByRole('button', { name: '检索', exact: true }).click();
    await page.getByRole('status').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('is on nobody else’s rail', async () => {
    const { page } = await house.staffed('/desk', 'advisor1');
    expect(await page.getByRole('link', { name: '检索' }).count()).toBe(0);
  });
});
