import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../config.js';
import { createClock } from './clock.js';
import type { Dialogue } from './dialogue.js';
import type { Played } from './play.js';
import { play } from './play.js';
import type { DialogueFigures } from './report.js';
import { figuresOf } from './report.js';

/**
 * Holds every dialogue `trials` times with a service of its own on a fresh demonstration, and the
 * model the environment configures. Nothing of the caller's data is touched.
 */
export async function runDialogues(
  dialogues: readonly Dialogue[],
  trials: number,
): Promise<DialogueFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shuzhi-dialogues-'));
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: undefined, DEMO: '1' };
  const { createApp } = await import('../../app.js');
  const clock = createClock();
  const log = pino({ level: 'error' }, pino.destination(2));
  const app = await createApp(readConfig(env), log, { now: clock.now });
  try {
    const played: Played[][] = [];
    for (let trial = 0; trial < trials; trial += 1) {
      const once: Played[] = [];
      for (const dialogue of dialogues) once.push(await play(app, dialogue, clock));
      played.push(once);
    }
    return figuresOf(played);
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
