import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDialogues } from '../../../src/cli/dialogues/dialogue.js';
import { play } from '../../../src/cli/dialogues/play.js';
import type { RunningApp } from '../../running-app.js';
import { runApp } from '../../running-app.js';

let running: RunningApp;

beforeAll(async () => {
  running = await runApp();
});

afterAll(async () => {
  await running.stop();
});

describe('a dialogue', () => {
  it('is told of its own plan, though an earlier one of the same customer left the same plan waiting', async () => {
    const whole = loadDialogues('test/dialogues').find(
      ({ id }) => id === 'proposal-approved-and-read',
    )!;
    const begun = { ...whole, turns: whole.turns.slice(0, 2), end: { events: [], no_events: [] } };
    await play(running.app, begun, running.clock);
    expect((await play(running.app, whole, running.clock)).faults).toEqual([]);
  });
});
