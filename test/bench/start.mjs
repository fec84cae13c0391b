// From `node dist/main.js` to the first ready answer, with nothing there and with a seeded database.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** Seconds per start: `first` on an empty folder, `seeded` on the same folder once more. */
export async function timeStarts(rounds) {
  const times = { first: [], seeded: [] };
  for (let round = 0; round < rounds; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-bench-start-'));
    times.first.push(await timeStart(folder));
    times.seeded.push(await timeStart(folder));
    rmSync(folder, { recursive: true, force: true });
  }
  return times;
}

async function timeStart(folder) {
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  try {
    const lines = createInterface({ input: child.stdout });
    const [line] = await Promise.race([once(lines, 'line'), gone]);
    const url = /https?:\/\/\S+/.exec(String(line))?.[0];
    if (!url) throw new Error('the service did not start');
    const { ok, status } = await fetch(`${url}/readyz`);
    if (!ok) throw new Error(`/readyz answered ${status}`);
    return (performance.now() - started) / 1_000;
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}
