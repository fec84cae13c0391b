import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { CompiledQuery } from 'kysely';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Desk } from '../desk/desk-room.js';
import { openDesk } from '../desk/desk-room.js';
import { describeInBrowser, launch } from './browser.js';
import { seriousFaults, takeSeat } from './console.js';

/** 账本被动过手脚: what a reviewer sees of a line that somebody exchanged in the database. */

const LONG_MS = 120_000;

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

describeInBrowser('a conversation of which a line was exchanged', () => {
  let room: Desk;
  let browser: Browser;
  let conversation: string;
  const open: BrowserContext[] = [];

  beforeAll(async () => {
    room = await openDesk();
    const officer = await room.signIn('officer1', 'compliance');
    const customer = await room.customer();
    conversation = customer.id;
    await customer.say('存款保险最高赔多少？');
    const { body } = await room.call('GET', `/review/conversations/${conversation}`, officer);
    const { seq } = body.lines.findLast(
      ({ kind }: { readonly kind: string }) => kind === 'ReplyDecided',
    );
    const { store, ledger } = room.running.app;
    await ledger.run();
    const exchange = `update event set body = (select body from event where stream = '${conversation}'
      and seq = 1) where stream = '${conversation}' and seq = ${seq}`;
    await store.commit([{ query: sql.raw(exchange).compile(store.db) as CompiledQuery }]);
    await room.call('POST', '/review/ledger/verifications', officer, {});
    room.wait(Date.now() - room.now());
    await room.signIn('officer1', 'compliance');
    browser = await launch();
  }, LONG_MS);

  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
  });

  afterAll(async () => {
    await browser.close();
    await room.stop();
  });

  const seated = async (place: string, width: number): Promise<Page> => {
    const seat = await takeSeat(browser, `${room.url}${place}`, { width });
    open.push(seat.context);
    await seat.enter('officer1');
    return seat.page;
  };

  it(
    'is shown shut, with why, and offers no evidence but what the ledger recorded',
    async () => {
      for (const width of [1440, 390]) {
        const page = await seated(`/review/records/${conversation}`, width);
        const shut = page.locator('button.record-line.is-shut');
        await shut.waitFor();
        expect(await shut.count()).toBe(1);
        await picture(page, `shut-line-${width}`);
        expect(await seriousFaults(page)).toEqual([]);
        await shut.press('Enter');
        await page.getByText('账本记下的是另一段内容', { exact: false }).waitFor();
        expect(await page.getByText('没有生成内容').count()).toBe(0);
        await picture(page, `shut-evidence-${width}`);
        await page.getByRole('tab', { name: '证明' }).click();
        await page.getByText(/已在本机核验/).waitFor();
        expect(await seriousFaults(page)).toEqual([]);
      }
    },
    LONG_MS,
  );

  it(
    'is named on the ledger card with its fault, and one press away',
    async () => {
      for (const width of [1440, 390]) {
        const page = await seated('/review/ledger', width);
        const sentence = page.locator('.ledger-sentence.is-broken').first();
        await sentence.waitFor();
        await picture(page, `ledger-fault-${width}`);
        expect(await seriousFaults(page)).toEqual([]);
        await sentence.getByRole('link', { name: '看这一条' }).click();
        await page.locator('button.record-line.is-shut').waitFor();
      }
    },
    LONG_MS,
  );
});
