import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningApp } from '../running-app.js';
import { generateToken, runApp } from '../running-app.js';
import { shuzhi } from './run-shuzhi.js';

let running: RunningApp;
let folder: string;
let conversation: string;
let env: Record<string, string>;

beforeAll(async () => {
  running = await runApp();
  folder = mkdtempSync(join(tmpdir(), 'shuzhi-bundles-'));
  env = { DATA_DIR: running.dataDir };
  const { token, conversationId } = await generateToken(running.url, 'dl_C1003');
  conversation = conversationId;
  await fetch(`${running.url}/v3/directline/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
});

afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string): string => join(folder, name);

describe('shuzhi ledger', () => {
  it('writes a conversation through the service that runs, and finds it valid', async () => {
    const out = file('case.zip');
    const exported = await shuzhi(['ledger', 'export', conversation, '--out', out, '--json'], env);
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(exported.stdout)).toMatchObject({ file: out, sha256: expect.anything() });
    const verified = await shuzhi(['ledger', 'verify', out, '--json'], env);
    expect(JSON.parse(verified.stdout)).toMatchObject({ verdict: 'valid', conversation });
    expect(verified.code).toBe(0);
    const recorded = await running.app.store.db
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'ConversationExported')
      .execute();
    expect(JSON.parse(String(recorded[0]?.body))).toMatchObject({ conversation, by: 'terminal' });
  });

  it('writes over no file', async () => {
    writeFileSync(file('there.zip'), 'mine');
    const again = await shuzhi(['ledger', 'export', conversation, '--out', file('there.zip')], env);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') });
    expect(readFileSync(file('there.zip'), 'utf8')).toBe('mine');
  });

  it('knows no conversation that is none, and hands out no staff’s record', async () => {
    for (const stream of ['nobody', 'staff:advisor1', 'employee:advisor1', 'house:ledger']) {
      const ran = await shuzhi(['ledger', 'export', stream, '--out', file('none.zip')], env);
      expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('没有会话') });
    }
  });

  it('writes the whole ledger, and finds it valid', async () => {
    const out = file('whole.zip');
    expect(await shuzhi(['ledger', 'export', '--whole', '--out', out], env)).toMatchObject({
      code: 0,
    });
    const verified = await shuzhi(['ledger', 'verify', out], env);
    expect(verified).toMatchObject({ code: 0, stdout: 'valid\n' });
  });

  it('cannot tell without a key, nor from what is no bundle', async () => {
    const away = { DATA_DIR: folder };
    const unpinned = await shuzhi(['ledger', 'verify', file('case.zip')], away);
    expect(unpinned).toMatchObject({ code: 3, stdout: expect.stringContaining('unpinned') });
    writeFileSync(file('text.zip'), 'no bundle at all');
    expect(await shuzhi(['ledger', 'verify', file('text.zip')], env)).toMatchObject({ code: 3 });
    expect(await shuzhi(['ledger', 'verify', file('absent.zip')], env)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('cannot be read'),
    });
    expect(
      await shuzhi(['ledger', 'verify', file('case.zip'), '--key', 'no+key'], env),
    ).toMatchObject({ code: 3, stderr: expect.stringContaining('this is no key') });
  });
});
