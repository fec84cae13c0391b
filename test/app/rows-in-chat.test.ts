import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ToolResult } from '../../src/conversation/agent.js';
import type { CustomerRecord } from '../../src/profiles/kyc.js';
import { insertCustomers } from '../../src/profiles/queries.js';
import { customerId } from '../../src/terms/ids.js';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';
import { startTalk } from '../talk.js';

/** Customers of an institution in whose files something stands that has to be seen to first. */
const CUSTOMERS: readonly (Partial<CustomerRecord> & Pick<CustomerRecord, 'id'>)[] = [
  { id: 'T3', identityVerified: false },
  { id: 'T3B', cddBlocked: true },
  { id: 'T4', born: '2016-03-01' },
  { id: 'T7', materialChange: true },
  { id: 'T10', assessmentInvalid: true },
  { id: 'T11', refusedRequiredData: true },
  { id: 'T19', born: '1962-03-01' },
];

const customerRows = (today: string) =>
  CUSTOMERS.map((own) => ({
    id: own.id,
    name: '林一',
    body: JSON.stringify({
      name: '林一',
      address: '林女士',
      tolerance: 3,
      assessedOn: today,
      born: '1986-03-01',
      investorClass: 'ordinary',
      lowestCategory: false,
      identityVerified: true,
      personalization: true,
      ...own,
    }),
  }));

const SHIPPED = new URL('../../knowledge/demonstration/institution.yaml', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'shuzhi-rows-'));
let own: RunningApp;
let elsewhere: RunningApp;

beforeAll(async () => {
  const file = join(folder, 'institution.yaml');
  writeFileSync(file, `${readFileSync(SHIPPED, 'utf8')}\nchannelOperator: third_party\n`);
  own = await runApp();
  elsewhere = await runApp({ INSTITUTION_FILE: file });
  const today = new Date(own.clock.now()).toISOString().slice(0, 10);
  await own.app.store.commit(insertCustomers(own.app.store, customerRows(today)));
}, 60_000);
afterAll(async () => {
  await own.stop();
  await elsewhere.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a customer is told, and the row of the gate it rests on. */
async function answerTo({ app }: RunningApp, who: string, words: string) {
  const talk = await startTalk(app, customerId(who));
  const { statement, turn } = await talk.say(words);
  const call = await app.store.db
    .selectFrom('tool_call')
    .where('turn_id', '=', turn!)
    .where('name', '=', 'check_suitability')
    .select('result')
    .executeTakeFirstOrThrow();
  const { gate } = JSON.parse(call.result!) as ToolResult;
  return { row: gate!.judged[0]!.verdict.row, text: statement.text };
}

describe('whether a product is for somebody, asked in chat', () => {
  it('row 2: is not talked about on a page that is not ours', async () => {
    const { row, text } = await answerTo(elsewhere, 'C1003', '安鑫纯债我能买吗');
    expect([row, text]).toEqual([2, expect.stringContaining('我们自己的网站或者 App')]);
  });

  it.each([
    [3, 'T3', '安鑫纯债我能买吗', '身份资料还需要核实'],
    [3, 'T3B', '安鑫纯债我能买吗', '身份资料还需要核实'],
    [4, 'T4', '我用压岁钱能买安鑫纯债吗', '按您现在的年龄或者情况'],
    [7, 'T7', '安鑫纯债我能买吗', '您的情况有了变化'],
    [10, 'T10', '安鑫纯债我能买吗', '请本人按真实情况再做一次'],
    [11, 'T11', '安鑫纯债我能买吗', '判断不了它合不合您的情况'],
    [19, 'T19', '云栖传家终身寿险我能买吗', '60 岁'],
  ])('row %d: %s asks 「%s」 and hears 「%s」', async (row, who, words, says) => {
    const told = await answerTo(own, who, words);
    expect([told.row, told.text]).toEqual([row, expect.stringContaining(says)]);
  });
});
