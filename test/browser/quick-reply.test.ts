import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeInBrowser } from './browser.js';
import { openHouse } from './house.js';
import { STAFF_PASSWORD } from './service.js';

/**
 * 20 秒 (screens.md §12): from opening the page to a sent, cited reply, by keyboard alone. The seconds
 * are written to stderr, and with the pictures where `SCREENSHOTS` names a folder; nothing is asserted
 * about time.
 */
const LONG_MS = 120_000;

describeInBrowser('an advisor who opens the desk with a customer waiting', () => {
  const house = openHouse(true);

  it(
    'sends a cited reply by keyboard alone',
    async () => {
      // Somebody is on duty, so that the customer waits for a person.
      await fetch(`${house.url()}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'advisor2', password: STAFF_PASSWORD }),
      });
      const guest = await house.customer();
      await guest.say('我要转人工');
      await guest.hears('真人顾问');
      const { page, complaints } = await house.staffed('/desk', 'advisor2');
      const marks: [string, number][] = [];
      const began = Date.now();
      const mark = (what: string) => marks.push([what, (Date.now() - began) / 1_000]);
      await page.reload();
      await page.getByRole('heading', { name: '陈**' }).first().waitFor();
      mark('the page is open');
      await page.keyboard.press('t');
      await page.getByRole('textbox', { name: '回复客户' }).waitFor();
      mark('taken');
      await guest.say('安鑫纯债的费用是多少');
      await page.getByRole('region', { name: 'AI 草稿' }).getByText('申购费').waitFor();
      mark('a draft is there');
      const reply = page.getByRole('textbox', { name: '回复客户' });
      await reply.focus();
      await page.keyboard.press('Tab');
      expect(await reply.inputValue()).toContain('申购费');
      const send = page.getByRole('button', { name: '发送', exact: true });
      const reason = page.getByRole('textbox', { name: /为什么仍要这样说/ });
      await send.or(reason).first().waitFor();
      if (await reason.isVisible()) {
        await reason.fill('按产品资料原文答复');
        await send.waitFor();
        await reply.focus();
      }
      await page.keyboard.press('Control+Enter');
      await page.getByRole('log').getByText('何珊', { exact: false }).last().waitFor();
      await guest.hears('申购费');
      mark('the customer has it');
      expect(await reply.inputValue()).toBe('');
      await page.locator('.said-advisor').last().getByText('依据').waitFor();
      const line = marks.map(([what, seconds]) => `${what} ${seconds.toFixed(1)} s`).join(' · ');
      process.stderr.write(`from opening the page to a sent, cited reply: ${line}\n`);
      const folder = process.env['SCREENSHOTS'];
      if (folder) {
        await page.screenshot({ path: join(folder, 'quick-reply.png') });
        writeFileSync(join(folder, 'quick-reply.json'), JSON.stringify(marks));
      }
      expect(complaints).toEqual([]);
    },
    LONG_MS,
  );
});
