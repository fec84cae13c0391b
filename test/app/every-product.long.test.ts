import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoShelf } from '../demo/demo-shelf.js';
import type { RunningApp } from '../running-app.js';
import { runApp } from '../running-app.js';
import { startTalk } from '../talk.js';

const ASKED = ['介绍一下', '的费用是多少', '风险大不大', '几天到账', '起购多少'];

describe('every product on the shelf', () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await runApp();
  }, 60_000);
  afterAll(() => running.stop());

  it.each(demoShelf.map(({ name }) => name))(
    '%s is spoken of, whatever is asked of it',
    async (name) => {
      const talk = await startTalk(running.app);
      for (const words of ASKED) {
        const said = words.startsWith('介绍') ? `${words}${name}` : `${name}${words}`;
        expect([said, (await talk.say(said)).outcome.kind]).not.toEqual([said, 'apology']);
      }
    },
  );
});
