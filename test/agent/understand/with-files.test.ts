import { describe, expect, it } from '@jest/globals';
import { withFiles } from '../../../src/agent/understand/with-files.js';
import type { Attachment } from '../../../src/terms/attachment.js';
import type { Command } from '../../../src/terms/command.js';
import { turnOf } from './llm-turn.js';

const picture: Attachment = {
  id: 'a'.repeat(64),
  name: '账单.png',
  mediaType: 'image/png',
  size: 9,
};
const noTools = { run: () => Promise.reject(new Error('no tool runs')) };

/** What comes of a text with files, and what the model was told of it. */
async function heard(text: string, attachments: readonly Attachment[]) {
  const told: string[] = [];
  const understand = withFiles((context) => {
    told.push(JSON.stringify(context.messages.map(({ text: words }) => words)));
    const commands: Command[] = [{ do: 'answer', query: text }];
    return Promise.resolve({
      commands,
      candidate: null,
      model: 'llm',
      requestHash: 'h',
      tokens: null,
    });
  });
  const turn = turnOf(text);
  const messages = turn.messages.map((message) => ({ ...message, attachments }));
  return { ...(await understand({ ...turn, messages }, noTools)), told };
}

describe('a file', () => {
  it('by itself asks no model anything', async () => {
    expect(await heard('', [picture])).toMatchObject({
      commands: [{ do: 'receive_files' }],
      told: [],
    });
  });

  it('beside words is acknowledged after what they ask', async () => {
    expect(await heard('赎回几天到账', [picture])).toMatchObject({
      commands: [{ do: 'answer', query: '赎回几天到账' }, { do: 'receive_files' }],
      told: ['["赎回几天到账"]'],
    });
  });

  it('that did not come is not spoken of', async () => {
    expect((await heard('赎回几天到账', [])).commands).toHaveLength(1);
  });
});
