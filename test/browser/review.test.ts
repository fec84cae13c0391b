import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inspectRested } from '../../src/review/findings/inspection.js';
import type { Desk } from '../desk/desk-room.js';
import { openDesk } from '../desk/desk-room.js';
import { describeInBrowser, launch } from './browser.js';
import type { Look } from './console.js';
import { seriousFaults, takeSeat } from './console.js';

/** 复核员的一天: queue, evidence, verdict, second review, export, verification. */

const LONG_MS = 120_000;
const PLACES = ['overview', 'queue', 'records', 'rules', 'erasures', 'ledger'] as const;
const LOOKS = [
  ['light', 1280],
  ['dark', 834],
  ['light', 390],
] as const;

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describeInBrowser('a reviewer’s day at the console', () => {
  let room: Desk;
  let browser: Browser;
  let conversation: string;
  const open: BrowserContext[] = [];

  beforeAll(async () => {
    room = await openDesk({ withJobs: true });
    const advisor = await room.signIn('advisor1');
    const customer = await room.customer();
    conversation = customer.id;
    await customer.say('安鑫纯债的费率是多少？');
    await customer.say('存款保险最高赔多少？');
    await customer.say('转人工');
    const base = `/desk/conversations/${conversation}`;
    await room.call('POST', `${base}/claim`, advisor);
    await customer.say('安鑫纯债这只能保本吗？');
    await room.call('POST', `${base}/say`, advisor, { text: '这只产品保本，稳赚不赔。' });
    await room.call('POST', `${base}/say`, advisor, {
      text: '是的，放心。',
      reason: '安抚客户情绪',
    });
    // What is not in the ledger's tree yet is not known to have been talked in.
    await room.running.app.ledger.sign();
    await inspectRested(room.running.app.inspection);
    room.wait(31 * 60_000);
    await inspectRested(room.running.app.inspection);
    // The browser's clock is the real one: sessions must not be over before they begin.
    room.wait(Date.now() - room.now());
    await room.signIn('officer1', 'compliance');
    await room.signIn('officer2', 'compliance');
    await room.signIn('auditor1', 'auditor');
    browser = await launch();
  }, LONG_MS);

  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
  });

  afterAll(async () => {
    await browser.close();
    await room.stop();
  });

  const seated = async (place: string, id: string, look?: Look) => {
    const seat = await takeSeat(browser, `${room.url}${place}`, look);
    open.push(seat.context);
    await seat.enter(id);
    return seat;
  };

  const decide = async (page: Page, reason: string): Promise<void> => {
    const pane = page.getByRole('complementary', { name: '复核', exact: true });
    await pane.getByRole('button', { name: '领取' }).click();
    await pane.getByText('判得对').first().click();
    await pane.getByRole('radio', { name: /违规/ }).click();
    await pane.getByRole('textbox', { name: /理由/ }).fill(reason);
    await picture(page, `verdict-${reason.length}`);
    await pane.getByText('结论定了才送达', { exact: false }).scrollIntoViewIfNeeded();
    await picture(page, `verdict-note-${reason.length}`);
    await pane.getByRole('button', { name: '提交结论' }).click();
    await page.getByText('结论已记录').waitFor();
  };

  it(
    'shows every page in both themes and at every width, nothing serious and nothing sideways',
    async () => {
      for (const [theme, width] of LOOKS) {
        const { page, complaints } = await seated('/review', 'officer1', { theme, width });
        for (const place of PLACES) {
          await page.goto(`${room.url}/review/${place}`);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.waitForLoadState('networkidle');
          if (place === 'overview') await page.locator('.bars canvas').waitFor();
          await picture(page, `${place}-${theme}-${width}`);
          expect({ place, width, faults: await seriousFaults(page) }).toEqual({
            place,
            width,
            faults: [],
          });
          expect({ place, width, over: await sideways(page) }).toEqual({ place, width, over: 0 });
        }
        expect(complaints).toEqual([]);
      }
    },
    LONG_MS,
  );

  it(
    'is not cut at the edge of a phone in English',
    async () => {
      const { page, complaints } = await seated('/review', 'officer1', { width: 390, height: 844 });
      await page.getByRole('button', { name: 'English' }).click();
      for (const place of [...PLACES, 'search', 'cases', 'changes', `records/${conversation}`]) {
        await page.goto(`${room.url}/review/${place}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        await picture(
          page,
          `english-390-${place.split('/')[0]}${place.includes('/') ? '-one' : ''}`,
        );
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll('.top-bar *, .rail [aria-current]')]
            .filter((one) => {
              const { left, right } = one.getBoundingClientRect();
              return right > window.innerWidth + 0.5 || left < -0.5;
            })
            .map(({ outerHTML }) => outerHTML.slice(0, 120)),
        );
        expect({ place, cut }).toEqual({ place, cut: [] });
      }
      expect(complaints).toEqual([]);
    },
    LONG_MS,
  );

  it('says what could not be read, and reads it once it is asked again', async () => {
    const { page } = await seated('/review/records', 'officer1');
    await page.route('**/api/v1/review/queue*', (route) => route.fulfill({ status: 500 }));
    await page.getByRole('link', { name: '概览' }).click();
    const first = page.locator('.look-first');
    await first.getByText('没有取到', { exact: false }).waitFor();
    expect(await first.getByText('没有等您看的').count()).toBe(0);
    await page.unroute('**/api/v1/review/queue*');
    await first.getByRole('button', { name: '重试' }).click();
    await first.getByRole('listitem').first().waitFor();
    await page.getByText('还没有核验过').waitFor();
  }, 60_000);

  it('comes back to the list as it was left, and opens a finding at its very words', async () => {
    const { page } = await seated('/review/queue', 'officer1');
    await page.getByRole('row', { name: /严重/ }).first().click();
    const pane = page.getByRole('complementary', { name: '复核', exact: true });
    await pane.getByRole('link', { name: '看原话' }).first().click();
    await page.waitForURL(/\/records\/[^/]+\/\d+$/);
    await page.locator('.record-line.pointed').waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await page.waitForURL(/\/review\/queue\/./);
    await page.goto(`${room.url}/review/records`);
    await page.getByLabel('规则编号').fill('T99');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('没有符合条件的会话').waitFor();
    await page.getByRole('link', { name: '规则' }).click();
    await page.goBack();
    expect(await page.getByLabel('规则编号').inputValue()).toBe('T99');
  }, 60_000);

  it(
    'reads a conversation with what nobody saw, and proves a reply on the reader’s own machine',
    async () => {
      const { page, complaints } = await seated(`/review/records/${conversation}`, 'officer1');
      const lines = page.getByRole('list', { name: '会话记录' });
      await lines.getByText('这只产品保本，稳赚不赔。').waitFor();
      await lines.getByText('发送前拦截，客户没有看到').first().waitFor();
      expect(await page.getByRole('textbox').count()).toBe(0);
      await lines.getByRole('button').filter({ hasText: '依据' }).first().click();
      const pane = page.getByRole('complementary', { name: '证据', exact: true });
      await pane.getByText('每个数字的出处').waitFor();
      await picture(page, 'record-1280');
      expect(await seriousFaults(page)).toEqual([]);
      for (const tab of ['批准', '提示词', '依据', '工具', '裁决']) {
        await pane.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
        if (tab === '批准')
          await pane
            .getByText(/随版本发布/)
            .first()
            .waitFor();
        await picture(page, `evidence-${tab}`);
      }
      await pane.getByRole('tab', { name: '证明' }).click();
      await pane.getByText(/已在本机核验/).waitFor();
      await pane.getByText('本机构签名有效').waitFor();
      await picture(page, 'evidence-proof');
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByText('客户所见').click();
      expect(await lines.getByText('这只产品保本，稳赚不赔。').count()).toBe(0);
      expect(complaints).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'says of every figure of a handbook’s answer where it stands, and shows no raw JSON unasked',
    async () => {
      for (const width of [1440, 834, 390]) {
        const height = width === 390 ? 844 : 1000;
        const look = { width, height };
        const { page, complaints } = await seated(
          `/review/records/${conversation}`,
          'officer1',
          look,
        );
        const lines = page.getByRole('list', { name: '会话记录' });
        const reply = lines.locator('button.record-line').filter({ hasText: '的限额是 50 万元' });
        await reply.focus();
        await page.keyboard.press('Enter');
        const pane =
          width === 1440
            ? page.getByRole('complementary', { name: '证据', exact: true })
            : page.getByRole('dialog');
        await pane
          .getByText(/^依据 \[1\] 存款保险赔多少/)
          .first()
          .waitFor();
        expect(await pane.locator('.figure-origins q').first().textContent()).toContain('50 万元');
        expect(await pane.getByText('这条回复里没有数字').count()).toBe(0);
        if (width === 834) expect((await pane.boundingBox())!.width).toBeGreaterThan(800);
        for (const tab of ['过程', '提示词', '依据', '工具', '裁决', '版本', '证明']) {
          await pane.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
          if (tab === '裁决') await pane.getByText(/条守则看过这句话，全部通过/).waitFor();
          if (tab === '版本') await pane.getByRole('row', { name: /长期假设/ }).waitFor();
          if (tab === '证明') await pane.getByText(/已在本机核验/).waitFor();
          await picture(page, `evidence-${tab}-${width}`);
          const shown = await pane.getByRole('tabpanel').first().innerText();
          expect({ tab, json: /\{"/.test(shown) }).toEqual({ tab, json: false });
          expect({ tab, width, faults: await seriousFaults(page) }).toEqual({
            ...{ tab, width, faults: [] },
          });
        }
        await pane.getByRole('tab', { name: /^裁决/ }).click();
        await pane.getByText(/^通过的 \d+ 条$/).click();
        await pane.getByText('数字没有出处').waitFor();
        await picture(page, `evidence-rules-open-${width}`);
        expect(await sideways(page)).toBe(0);
        await page.keyboard.press('Escape');
        await pane.getByText(/条守则看过这句话/).waitFor({ state: 'hidden' });
        await page.waitForFunction(() => document.activeElement?.matches('button.record-line[id]'));
        expect(await reply.evaluate((one) => one === document.activeElement)).toBe(true);
        expect(complaints).toEqual([]);
      }
    },
    LONG_MS,
  );

  it(
    'reads the evidence in English as well, not a word of the console left in Chinese',
    async () => {
      const { page } = await seated(`/review/records/${conversation}`, 'officer1', { width: 1440 });
      await page.getByRole('button', { name: 'English' }).click();
      const reply = page.locator('button.record-line').filter({ hasText: '的限额是 50 万元' });
      await reply.click();
      const pane = page.getByRole('complementary').filter({ hasText: 'Where each figure' });
      await pane
        .getByText(/^Source \[1\]/)
        .first()
        .waitFor();
      for (const tab of ['Verdicts', 'Versions', 'Tools', 'Proof']) {
        const button = page.getByRole('tab', { name: new RegExp(`^${tab}`) });
        await button.press('Enter');
        await page.locator('[role=tab][aria-selected=true]', { hasText: tab }).waitFor();
        await picture(page, `evidence-english-${tab}`);
        const labels = await page
          .locator('.evidence-pane')
          .locator('h3, h4, thead th, dt, summary, .versions-then td, [role=tab]')
          .allInnerTexts();
        expect(labels.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
      }
    },
    LONG_MS,
  );

  it(
    'tells in one press who approved a reply, and makes it again on a page of its own',
    async () => {
      const { page, complaints } = await seated(`/review/records/${conversation}`, 'officer1');
      const lines = page.getByRole('list', { name: '会话记录' });
      const fees = lines.getByRole('listitem').filter({ hasText: '依据 ' }).first();
      await fees.getByRole('button', { name: '谁批准了这句话' }).click();
      const pane = page.getByRole('complementary', { name: '证据', exact: true });
      await pane
        .getByText(/随版本发布/)
        .first()
        .waitFor();
      await pane.getByRole('link', { name: '重演' }).click();
      await page.getByText('逐字相同').waitFor({ timeout: 60_000 });
      await page.getByRole('region', { name: '现在再做' }).getByText(/费/).first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await picture(page, 'replay-1280');
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await sideways(page)).toBe(0);
      await page.getByRole('button', { name: '回到会话' }).click();
      await lines.waitFor();
      expect(complaints).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'tries a rule of the guard on history, and shows the words it hits and what became of them',
    async () => {
      for (const width of [1440, 834, 390]) {
        const { page, complaints } = await seated('/review/rules/L2', 'officer1', { width });
        await page.getByRole('button', { name: '试跑' }).click();
        await page.getByText(/重读 \d+ 个会话/).waitFor();
        await page.getByText(/^当时已拦截 \d/).waitFor();
        await page.locator('.examples mark').first().waitFor();
        expect(await page.locator('.examples mark').first().textContent()).toContain('稳赚');
        await page.locator('.examples').scrollIntoViewIfNeeded();
        await picture(page, `trial-${width}`);
        expect({ width, faults: await seriousFaults(page) }).toEqual({ width, faults: [] });
        expect({ width, over: await sideways(page) }).toEqual({ width, over: 0 });
        expect(complaints).toEqual([]);
      }
    },
    LONG_MS,
  );

  it(
    'leaves the customer room beside an opened matter, and every page in reach of a thumb',
    async () => {
      const wide = await seated(`/review/queue/${conversation}`, 'officer1', { width: 834 });
      const who = wide.page.locator('td.queue-who').first();
      await who.waitFor();
      await picture(wide.page, 'queue-opened-834');
      expect((await who.boundingBox())!.width).toBeGreaterThan(70);
      const { page } = await seated('/review', 'officer1', { width: 390, height: 844 });
      await page.getByRole('button', { name: '更多' }).click();
      await page.getByRole('menuitem').last().waitFor();
      await picture(page, 'rail-more-390');
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole('menuitem', { name: '账本' }).getByRole('link').click();
      await page.getByRole('heading', { level: 1, name: '账本' }).waitFor();
      const bar = page.getByRole('navigation', { name: '页面' });
      await bar.getByRole('link', { name: '账本' }).waitFor();
    },
    LONG_MS,
  );

  it('proposes to switch off a rule over whole conversations, and none of the guard', async () => {
    const { page, complaints } = await seated('/review/rules/L2', 'officer1');
    await page.getByText('法律要求的底线').waitFor();
    await page.goto(`${room.url}/review/rules/T5`);
    await page.getByRole('button', { name: '提出停用' }).click();
    const dialog = page.getByRole('dialog', { name: /提出停用/ });
    await dialog.getByLabel('理由').fill('准头不到七成，先试着');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '提出', exact: true }).click();
    await page.getByRole('link', { name: /看变更/ }).click();
    await page.getByText('+   - T5').waitFor();
    await page.getByText('要由另一个人审批').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it(
    'takes a severe matter, and a second person decides without seeing the first verdict',
    async () => {
      const first = await seated(`/review/queue/${conversation}`, 'officer1');
      await decide(first.page, '对保本提问直接答是');
      await first.page.getByText('您已给过结论', { exact: false }).waitFor();
      const second = await seated(`/review/queue/${conversation}`, 'officer2');
      await second.page.getByText('这是独立复核', { exact: false }).waitFor();
      expect(await second.page.getByText('对保本提问直接答是').count()).toBe(0);
      expect(await seriousFaults(second.page)).toEqual([]);
      await decide(second.page, '同意，属于承诺保本行为');
      await second.page.getByText('已完成', { exact: true }).click();
      await second.page.getByRole('row', { name: /违规/ }).waitFor();
      await picture(second.page, 'queue-settled');
      expect([...first.complaints, ...second.complaints]).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'takes the case out with a reason, sees it verified, and verifies the whole ledger',
    async () => {
      const { page, complaints } = await seated(`/review/records/${conversation}`, 'officer1');
      await page.getByRole('button', { name: '导出案卷' }).click();
      const dialog = page.getByRole('dialog', { name: '导出案卷' });
      await dialog.getByRole('textbox').fill('客户投诉核查，交给调解组织');
      const download = page.waitForEvent('download');
      await dialog.getByRole('button', { name: '导出并核验' }).click();
      expect((await download).suggestedFilename()).toMatch(/^case-.*\.zip$/u);
      await dialog.getByText(/完好/).waitFor();
      await picture(page, 'export');
      expect(await seriousFaults(page)).toEqual([]);
      await dialog.getByRole('button', { name: '完成' }).click();
      await page.goto(`${room.url}/review/ledger`);
      await page.getByText('客户投诉核查，交给调解组织').waitFor();
      await page.getByRole('button', { name: '立即核验' }).click();
      await page.getByText(/条可证明未被改动/).waitFor();
      await picture(page, 'ledger-verified');
      expect(complaints).toEqual([]);
    },
    LONG_MS,
  );

  it('shows an auditor proofs and not a word', async () => {
    const { page } = await seated('/review', 'auditor1');
    await page.getByRole('textbox', { name: '会话编号' }).fill(conversation);
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByRole('region', { name: '按会话查证明' }).getByText('转人工').first().waitFor();
    await picture(page, 'auditor');
    expect(await page.getByText('保本').count()).toBe(0);
    expect(await page.getByRole('link', { name: '会话' }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  }, 60_000);
});
