import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import type { RunningApp } from '../running-app.js';
import { generateToken, runApp } from '../running-app.js';
import { startTalk } from '../talk.js';
import { customerId } from '../../src/terms/ids.js';
import { shuzhi } from './run-shuzhi.js';

/** An advisor at the command line: beside a running service, and on a folder nobody serves. */

const NEED = '我有三十万，想存着给孩子五年后上大学，最多亏一成，到时候才用';
const REASON = '先把半年的生活费留出来，再谈这笔钱怎么放。';

let folder: string;
let env: Record<string, string>;
let running: RunningApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-proposal-'));
  env = { DATA_DIR: join(folder, 'data'), PORT: '9' };
  running = await runApp({ DATA_DIR: env['DATA_DIR']! });
});

afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Head {
  readonly id: string;
  readonly stage: string;
  readonly told: boolean;
  readonly events: readonly { readonly kind: string; readonly reason: string | null }[];
  readonly plan: {
    readonly products: readonly { readonly code: string; readonly amount: number }[];
  };
}
const proposal = async (...words: string[]) => {
  const { code, stdout, stderr } = await shuzhi(['proposal', ...words, '--json'], env);
  return { code, stderr, said: (stdout === '' ? null : JSON.parse(stdout)) as unknown };
};
const latest = async () => ((await proposal('list', '--customer', 'C1003')).said as Head[])[0]!;
const shown = async (id: string) => (await proposal('show', id)).said as Head;

/** A draft in a conversation of 陈女士's, on the line she is on. */
let drafts = 0;
/** A need that waits already is not drafted again: every test has one of its own. */
async function drafted() {
  const talk = await startTalk(running.app, customerId('C1003'));
  drafts += 1;
  const wan = 30 + drafts;
  await talk.say(NEED.replace('三十万', `${wan} 万`));
  await talk.say('对');
  return { talk, id: (await latest()).id, sum: wan * 10_000 };
}

interface Activity {
  readonly text?: string;
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string }[] };
  readonly attachments?: readonly { readonly content: unknown }[];
}

/** What 陈女士's page is sent from now on. */
async function page() {
  const { token, conversationId } = await generateToken(running.url, 'dl_C1003');
  const opened = await fetch(`${running.url}/v3/directline/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  const { streamUrl } = (await opened.json()) as { streamUrl: string };
  const ws = new WebSocket(streamUrl);
  const seen: Activity[] = [];
  const waiting: (() => void)[] = [];
  ws.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text !== '') seen.push(...(JSON.parse(text) as { activities: Activity[] }).activities);
    waiting.splice(0).forEach((wake) => wake());
  });
  return {
    conversationId,
    async until(words: string): Promise<Activity> {
      for (;;) {
        const found = seen.find(({ text = '' }) => text.includes(words));
        if (found) return found;
        await new Promise<void>((wake) => waiting.push(wake));
      }
    },
    close: () => ws.close(),
  };
}

describe('shuzhi proposal', () => {
  it('approves beside a running service, and the customer is told live, once', async () => {
    const { id } = await drafted();
    const open = await page();
    const why = '和客户电话核对过用钱时间。';
    const { code, stderr, said } = await proposal(
      ...['approve', id, '--as', 'advisor1', '--reason', why],
    );
    expect({ code, stderr, said }).toMatchObject({ code: 0, stderr: '', said: { id } });
    const notice = await open.until('方案已由顾问审核');
    open.close();
    expect(notice.text).toContain('周谨言');
    expect(notice.suggestedActions?.actions.map(({ title }) => title)).toEqual([
      '我看过了',
      '不采用',
      '预约回电',
    ]);
    expect(JSON.stringify(notice.attachments)).toContain('已由顾问审核');
    const whole = await shown(id);
    expect([whole.stage, whole.told]).toEqual(['presented', true]);
    expect(whole.events).toContainEqual(
      expect.objectContaining({ kind: 'ProposalApproved', reason: why }),
    );
    expect(notice.text).not.toContain(why);
    expect(await proposal('approve', id, '--as', 'advisor1', '--reason', why)).toMatchObject({
      code: 1,
      stderr: 'shuzhi: the proposal is presented\n',
    });
  });

  it('adjusts with a file or with options, by the limits of a draft', async () => {
    const { id, sum } = await drafted();
    const { plan } = await shown(id);
    const [first, ...others] = plan.products;
    const less = first!.amount - 10_000;
    const file = join(folder, 'products.json');
    writeFileSync(file, JSON.stringify(others.map(({ code, amount }) => ({ code, amount }))));
    const adjust = (...share: string[]) =>
      proposal(
        ...['adjust', id, '--as', 'advisor1', '--reason', REASON, '--products', file],
        ...['--product', ...share],
      );
    expect((await adjust(`${first!.code}=1`)).stderr).toMatch(/^shuzhi: .+ yuan in steps of .+\n$/);
    expect((await adjust('NONE=20000')).stderr).toContain('NONE: not_on_shelf');
    expect((await adjust('nonsense')).stderr).toContain('write QY0021=90000 or QY0021=30%');
    const { said } = await adjust(`${first!.code}=${(less / sum) * 100}%`);
    expect((said as Head).plan.products.find(({ code }) => code === first!.code)?.amount).toBe(
      less,
    );
    expect((said as Head).stage).toMatch(/adjusted|presented/);
  });

  it('refuses in one line what may not be done', async () => {
    const { id } = await drafted();
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [
        ['approve', id, '--as', 'compliance1', '--reason', REASON],
        'compliance1 is no licensed advisor',
      ],
      [['approve', id, '--as', 'advisor7', '--reason', REASON], 'advisor7 may not sign for'],
      [['approve', id, '--as', 'nobody', '--reason', REASON], 'no employee is called nobody'],
      [['approve', 'P0', '--as', 'advisor1', '--reason', REASON], 'no proposal is called P0'],
      [['show', 'P0'], 'no proposal is called P0'],
      [['decline', id, '--as', 'advisor1', '--reason', '这款保本'], 'the guard stops'],
      [['decline', id, '--as', 'advisor1', '--reason', ' '], 'a reason in plain words'],
      [['adjust', id, '--as', 'advisor1', '--reason', REASON], 'products: '],
      [['approve', id], "required option '--as <employee>'"],
      [['approve', id, '--as', 'advisor1'], "required option '--reason <words>'"],
      [['approve', id, '--as', 'advisor1', '--reason', ' '], 'a reason in plain words'],
    ];
    const told = await Promise.all(wrong.map(([words]) => proposal(...words)));
    for (const [at, { code, stderr }] of told.entries()) {
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringContaining(wrong[at]![1]),
      });
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
    expect((await shown(id)).stage).toBe('drafted');
  });

  it('declines where no service runs, and the customer is told when one starts', async () => {
    const { id, talk } = await drafted();
    await running.stop();
    const { code, stderr } = await proposal('decline', id, '--as', 'advisor1', '--reason', REASON);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await shown(id)).toMatchObject({ stage: 'declined', told: false });
    running = await runApp({ DATA_DIR: env['DATA_DIR']! });
    await running.app.tellProposals();
    const { conversation } = (await shown(id)) as unknown as { conversation: string };
    expect(conversation).toBe(talk.id);
    expect(await shown(id)).toMatchObject({ stage: 'declined', told: true });
  });
});
