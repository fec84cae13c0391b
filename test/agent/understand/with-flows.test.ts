import { describe, expect, it } from '@jest/globals';
import { withFlows } from '../../../src/agent/understand/with-flows.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { Command } from '../../../src/terms/command.js';
import { turnOf } from './llm-turn.js';

const need = { name: 'need', values: {}, asked: ['amount'], stage: 'asking', misses: 0 } as const;
const noTools = { run: () => Promise.reject(new Error('no tool runs')) };

/** What comes of a text when the model would say `commands`; null: the model must not be asked. */
async function heard(
  text: string,
  commands: readonly Command[] | null,
  flow: object | null = null,
) {
  const understand = withFlows(() => {
    if (commands === null) return Promise.reject(new Error('the model was asked'));
    return Promise.resolve({
      commands,
      candidate: null,
      model: 'llm',
      requestHash: 'h',
      tokens: null,
    });
  });
  const state = { ...emptyState, flow: flow as typeof need | null };
  return understand(turnOf(text, { state }), noTools);
}

describe('with a language model', () => {
  it.each(['有个警察让我把钱转到安全账户', '转人工', '我不想活了'])(
    '%s waits for none',
    async (text) => {
      expect((await heard(text, null)).model).toBe('embedded');
    },
  );

  it('a plain answer in a matter under way is read without it', async () => {
    const { commands } = await heard('大概二十万', null, need);
    expect(commands).toEqual([
      { do: 'set_slots', values: { amount: { from: 180_000, to: 220_000 } } },
    ]);
    expect((await heard('算了不说了', null, need)).commands).toEqual([{ do: 'cancel_flow' }]);
  });

  it('a question in between goes to it', async () => {
    const answer: Command = { do: 'answer', query: '货币基金会亏吗' };
    expect((await heard('货币基金会亏吗', [answer], need)).commands).toEqual([answer]);
  });

  it('a matter it starts is told with the customer’s own words, never with its reading', async () => {
    const start: Command = { do: 'start_flow', flow: 'need' };
    const { commands } = await heard('我有三十万想放三年养老', [start]);
    expect(commands).toEqual([
      start,
      {
        do: 'set_slots',
        values: {
          goal: 'retirement',
          amount: { from: 300_000, to: 300_000 },
          horizon: { from: 36, to: 36 },
        },
      },
    ]);
  });
});
