import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { runApp } from '../running-app.js';

const dataDir = mkdtempSync(join(tmpdir(), 'shuzhi-demo-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

/** Whether the page lets a visitor speak as one of its customers. */
async function offersDemonstration(env: Readonly<Record<string, string>>): Promise<boolean> {
  const running = await runApp({ DATA_DIR: dataDir, ...env });
  try {
    const response = await fetch(`${running.url}/web/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ customer: 'C1003' }),
    });
    expect([200, 201, 403]).toContain(response.status);
    return response.ok;
  } finally {
    await running.stop();
  }
}

describe('the demonstration', () => {
  it('is offered in production only when asked for, even on a database that holds it', async () => {
    expect(await offersDemonstration({ NODE_ENV: 'production' })).toBe(false);
    expect(await offersDemonstration({})).toBe(true);
    expect(await offersDemonstration({ NODE_ENV: 'production' })).toBe(false);
    expect(await offersDemonstration({ NODE_ENV: 'production', DEMO: '1' })).toBe(true);
    expect(await offersDemonstration({ DEMO: '0' })).toBe(false);
  }, 60_000);
});
