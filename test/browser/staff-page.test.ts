import { expect, it } from '@jest/globals';
import { describeInBrowser } from './browser.js';
import type { Look } from './console.js';
import { seriousFaults } from './console.js';
import { openHouse } from './house.js';

describeInBrowser('the staff’s console', () => {
  const house = openHouse();
  const seat = (place = '/desk', look?: Look) => house.seat(place, look);

  it('lets nobody in with a wrong password, and says what it may', async () => {
    const { page, signIn } = await seat();
    await signIn('admin1', '不是这个口令');
    expect(await page.getByRole('alert').innerText()).toContain('用户名或口令不对');
    expect(await page.getByRole('navigation').count()).toBe(0);
  });

  it('shows an administrator the people, and complains about nothing', async () => {
    const { page, enter, complaints } = await seat();
    await enter('admin1');
    const row = page.getByRole('row', { name: /周谨言/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/基金从业[\s\S]*理财销售[\s\S]*至 R5/);
    await page.reload();
    await row.waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps changed hours, which another browser then sees', async () => {
    const one = await seat();
    await one.enter('admin1');
    await one.page.getByRole('button', { name: '冯欣怡' }).click();
    const drawer = one.page.getByRole('dialog');
    await drawer.getByLabel('服务时间').fill('上午');
    await drawer.getByRole('button', { name: '保存' }).click();
    await one.page.getByText('周一至周五 9:00-17:30').first().waitFor();
    await drawer.getByLabel('服务时间').fill('周一至周三 10:00-16:00');
    await drawer.getByRole('button', { name: '保存' }).click();
    await one.page.getByText('已保存并留痕').waitFor();
    const another = await seat();
    await another.enter('supervisor1');
    await another.page.goto(`${house.url()}/desk/staff`);
    await another.page.getByRole('cell', { name: '周一至周三 10:00-16:00' }).waitFor();
    expect(await another.page.getByRole('button', { name: '新增员工' }).count()).toBe(0);
  });

  it('adds a person, whose one-time code leads to a password of their own', async () => {
    const { page, enter } = await seat();
    await enter('admin1');
    await page.getByRole('button', { name: '新增员工' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill('林小雨');
    await dialog.getByLabel('登录用户名').fill('linxiaoyu');
    await dialog.getByRole('button', { name: '新增员工' }).click();
    const code = (await page.locator('.one-time-code').innerText()).trim();
    const newcomer = await seat();
    await newcomer.signIn('linxiaoyu', code);
    await newcomer.page.getByLabel('新口令').fill('三月-桃花-落满南山小路');
    await newcomer.page.getByLabel('再输一次').fill('三月-桃花-落满南山小路');
    await newcomer.page.getByRole('button', { name: '设置并进入' }).click();
    await newcomer.page.getByRole('navigation', { name: '页面' }).waitFor();
  });

  it('puts out whoever is locked, and keeps what they wrote until they sign in again', async () => {
    const supervisor = await seat();
    await supervisor.enter('supervisor1');
    await supervisor.page.goto(`${house.url()}/desk/staff`);
    const written = supervisor.page.getByLabel('按姓名或账号查找');
    await written.fill('何');
    const admin = await seat();
    await admin.enter('admin1');
    await admin.page.getByRole('button', { name: '郑丽华' }).click();
    const drawer = admin.page.getByRole('dialog').first();
    await drawer.getByRole('button', { name: '锁定' }).click();
    const asked = admin.page.getByRole('dialog', { name: '锁定' });
    await asked.getByLabel('锁定理由').fill('离岗未锁屏');
    await asked.getByRole('button', { name: '锁定' }).click();
    await drawer.getByText('已锁定').waitFor();
    await supervisor.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await supervisor.page.getByText('登录已结束').waitFor();
    await supervisor.signIn('supervisor1');
    await supervisor.page.getByText('用户名或口令不对').waitFor();
    await drawer.getByRole('button', { name: '解锁' }).click();
    await drawer.getByText('正常').waitFor();
    await supervisor.signIn('supervisor1');
    await written.waitFor();
    expect(await written.inputValue()).toBe('何');
  });

  it('says that the line is down, and comes back by itself', async () => {
    const { page, context, enter } = await seat();
    await enter('admin1');
    await page.getByRole('row', { name: /周谨言/ }).waitFor();
    await context.setOffline(true);
    const banner = page.getByText('连接断开');
    await banner.waitFor();
    expect(await page.getByRole('row', { name: /周谨言/ }).isVisible()).toBe(true);
    await context.setOffline(false);
    await banner.waitFor({ state: 'hidden' });
  });

  it('shows nobody a page of another role’s', async () => {
    const { page, enter } = await seat('/desk/staff');
    await enter('operator1');
    await page.getByText('您的岗位没有这项权限').waitFor();
    expect(await page.getByText('周谨言').count()).toBe(0);
  });

  it('speaks English when asked to, and still does after a reload', async () => {
    const { page, enter } = await seat();
    await enter('admin1');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Staff' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Staff' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe calls serious, in %s',
    async (theme) => {
      const { page, enter } = await seat('/desk', { theme });
      expect(await seriousFaults(page)).toEqual([]);
      await enter('admin1');
      await page.getByRole('button', { name: '周谨言' }).click();
      await page.getByRole('dialog').getByLabel('服务时间').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
    },
  );
});
