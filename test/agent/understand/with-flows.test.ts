import { describe, expect, it } from '@jest/globals';
import { withFlows } from '../../../src/agent/understand/with-flows.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { Command } from '../../../src/terms/command.js';
import { turnOf } from './llm-turn.js';

const need = { name: 'need', values: {}, asked: ['amount'], stage: 'asking', misses: 0 } as const;
const noTools = { run: () => Promise.reject(new Error('no tool runs')) };

const quiet = { candidate: null, requestHash: null, tokens: null } as const;

/**
 * What comes of a text when the large model would say `commands` and the embedded one `embedded`; null:
 * that one must not be asked.
 */
async function heard(
  text: string,
  commands: readonly Command[] | null,
  state: Partial<ConversationState> = {},
  embedded: readonly Command[] | null = [],
) {
  const saying = (model: string, said: readonly Command[] | null) => () =>
    said === null
      ? Promise.reject(new Error(`${model} was asked`))
      : Promise.resolve({ ...quiet, commands: said, model });
  const understand = withFlows(saying('llm', commands), saying('embedded', embedded));
  return understand(turnOf(text, { state: { ...emptyState, ...state } }), noTools);
}

describe('with a language model', () => {
  it.each(['有个警察让我把钱转到安全账户', '转人工', '我不想活了'])(
    '%s waits for none',
    async (text) => {
      expect((await heard(text, null)).model).toBe('embedded');
    },
  );

  it.each([
    '安鑫纯债我妈退休了适合买不',
    '昨天卖的基金，钱怎么还没到',
    '我想拿五百万买安鑫纯债，行吗',
  ])('%s is reckoned by code', async (text) => {
    expect((await heard(text, null)).model).toBe('embedded');
  });

  it('a plain answer in a matter under way is read without it', async () => {
    const { commands } = await heard('大概二十万', null, { flow: need });
    expect(commands).toEqual([
      { do: 'set_slots', values: { amount: { from: 180_000, to: 220_000 } } },
    ]);
    expect((await heard('算了不说了', null, { flow: need })).commands).toEqual([
      { do: 'cancel_flow' },
    ]);
  });

  it('a question in between goes to it', async () => {
    const answer: Command = { do: 'answer', query: '货币基金会亏吗' };
    expect((await heard('货币基金会亏吗', [answer], { flow: need })).commands).toEqual([answer]);
  });

  it('a question in between that also tells something loses neither', async () => {
    const answer: Command = { do: 'answer', query: '货币基金会亏吗' };
    const { commands } = await heard('大概二十万，货币基金会亏吗', [answer], { flow: need });
    expect(commands).toEqual([
      { do: 'set_slots', values: { amount: { from: 180_000, to: 220_000 } } },
      answer,
    ]);
  });

  it('a complaint taken back is no part of the complaint', async () => {
    const flow = { ...need, name: 'complaint', asked: ['matter'] } as const;
    const { commands } = await heard('算了，不投诉了', null, { flow });
    expect(commands).toEqual([{ do: 'cancel_flow' }]);
  });

  it('a yes in other words is the embedded model’s to read, never its own', async () => {
    const flow = { ...need, stage: 'confirming', asked: [] } as const;
    const yes: readonly Command[] = [{ do: 'affirm' }];
    const said = await heard('嗯嗯就照这个来呗', null, { flow }, yes);
    expect(said).toMatchObject({ commands: yes, model: 'embedded' });
  });

  it('a time that was offered is booked without it', async () => {
    const booking: readonly Command[] = [{ do: 'start_flow', flow: 'callback' }];
    const callbackSlots = [{ id: '2026-11-26T09:00', label: '11 月 26 日上午' }];
    const said = await heard(
      '那就明天上午',
      null,
      { handoff: 'requested', callbackSlots },
      booking,
    );
    expect(said.commands).toEqual(booking);
  });

  it('something else said meanwhile goes to it', async () => {
    const thanks: Command = { do: 'social', act: 'thanks' };
    const answer: Command = { do: 'answer', query: '养老' };
    const said = await heard('你们真周到', [thanks], { flow: need }, [answer]);
    expect(said).toMatchObject({ commands: [thanks], model: 'llm' });
  });

  it('a matter it starts is told with the customer’s own words, never with its reading', async () => {
    const start: Command = { do: 'start_flow', flow: 'need' };
    const { commands } = await heard('三十万三年养老', [start]);
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
