import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDialogues } from '../../../src/cli/dialogues/dialogue.js';
import { play } from '../../../src/cli/dialogues/play.js';
import { chosen } from '../../dialogues/chosen.js';
import type { RunningApp } from '../../running-app.js';
import { runApp } from '../../running-app.js';

/** `npm run test:dialogues` holds every conversation; `npm test` holds some. */
const all = loadDialogues('test/dialogues');
const dialogues = process.env['DIALOGUE_TRIALS'] === undefined ? chosen(all) : all;

let running: RunningApp;

beforeAll(async () => {
  running = await runApp();
});

afterAll(async () => {
  await running.stop();
});

describe('the embedded model holds', () => {
  it.each(dialogues.map((dialogue) => [dialogue.id, dialogue] as const))(
    '%s',
    async (_id, dialogue) => {
      expect((await play(running.app, dialogue, running.clock)).faults).toEqual([]);
    },
  );
});

describe('a folder of dialogues', () => {
  it('is refused by the name of the file that is none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-golden-'));
    writeFileSync(join(folder, 'broken.yaml'), 'id: one\nturns: []\n');
    expect(() => loadDialogues(folder)).toThrow('broken.yaml');
    rmSync(folder, { recursive: true });
  });
});
