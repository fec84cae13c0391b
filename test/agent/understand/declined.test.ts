import { describe, expect, it } from '@jest/globals';
import { declinedIn, isDeclined } from '../../../src/agent/understand/declined.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';

const open = (name: 'need' | 'complaint' | 'callback' | 'privacy') =>
  ({ flow: { name, values: {}, asked: [], stage: 'asking', misses: 0 } }) as const;
const declined = (text: string, changes: Partial<ConversationState> = {}) =>
  declinedIn(text, { ...emptyState, ...changes });
const due = { decision: '2026-12-11', complex: '2026-12-26', extended: '2027-01-25' } as never;

describe('what is declined', () => {
  it.each([
    ['不用顾问，管理费是多少', '管理费是多少'],
    ['我说了不要电话。大额存单利率多少', '大额存单利率多少'],
    ['别给我转人工，赎回几天到账', '赎回几天到账'],
    ['我不是要投诉，想问下怎么赎回', '想问下怎么赎回'],
    ['没让你规划，三年期利率多少', '三年期利率多少'],
    ['还是别打电话了，利率多少', '利率多少'],
    ['别扯攒钱！观澜能提前取吗', '观澜能提前取吗'],
    ['算了先不投诉了，我现在能取多少', '我现在能取多少'],
    ['算了不做规划了，看看短债', '看看短债'],
  ])('leaves the rest of %s to be read', (text, rest) => {
    expect(declined(text)).toEqual({ rest, commands: [] });
  });

  it.each([
    ['不用规划了', 'need'],
    ['先不说了', 'need'],
    ['先不说了。我就等着，别忘了', 'complaint'],
    ['我说了先不说了！你别再登记了', 'complaint'],
    ['算了吧', 'privacy'],
    ['不用打电话了', 'callback'],
  ] as const)('%s ends the %s under way and records nothing', (text, flow) => {
    expect(declined(text, open(flow))).toEqual({ rest: '', commands: [{ do: 'cancel_flow' }] });
  });

  it('ends the matter and leaves the question that comes with it', () => {
    expect(declined('不用规划。到期本金会亏吗', open('need'))).toEqual({
      rest: '到期本金会亏吗',
      commands: [{ do: 'cancel_flow' }],
    });
  });

  it('takes back the call that was asked for', () => {
    expect(declined('不要打电话，耳朵不好', { handoff: 'requested' })).toEqual({
      rest: '耳朵不好',
      commands: [{ do: 'cancel_human' }],
    });
    expect(declined('不要顾问')).toEqual({ rest: '', commands: [{ do: 'social', act: 'noted' }] });
  });

  it('says of a complaint on record how it stands', () => {
    const changes = { ...open('complaint'), complaintDue: due };
    expect(declined('我刚才已经登记过了', changes)?.commands).toEqual([
      { do: 'follow_settled', flow: 'complaint' },
      { do: 'cancel_flow' },
    ]);
  });

  it.each([
    ['我说不要电话，他们还天天打', 'complaint'],
    ['他说不用投诉，会退我钱', 'complaint'],
    ['不要电话', 'privacy'],
  ] as const)('is not what %s tells of a %s', (text, flow) => {
    expect(declined(text, open(flow))).toBeNull();
  });

  it.each(['算了', '不要再打推销电话', '不用手续费吗', '别的基金呢', '不用顾问可以买吗'])(
    '%s declines nothing by itself',
    (text) => {
      expect(declined(text)).toBeNull();
    },
  );
});

describe('a model that did not hear the 「不」', () => {
  it('begins nothing that was declined', () => {
    const said = (text: string, command: Parameters<typeof isDeclined>[0]) =>
      isDeclined(command, text, emptyState);
    expect(said('不用规划，利率多少', { do: 'start_flow', flow: 'need' })).toBe(true);
    expect(said('不用顾问，你说', { do: 'request_human', reason: 'asked' })).toBe(true);
    expect(said('我不是投诉', { do: 'request_human', reason: 'complaint' })).toBe(true);
    expect(said('我要投诉', { do: 'request_human', reason: 'complaint' })).toBe(false);
    expect(said('利率多少', { do: 'answer', query: '' })).toBe(false);
  });
});
