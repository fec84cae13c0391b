import { describe, expect, it } from '@jest/globals';
import { parseActivity } from '../../../src/channels/directline/activity.js';

const message = (more: Record<string, unknown>) => ({ type: 'message', ...more });
const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });

describe('a posted message', () => {
  it('is its words, its card value and the client’s own id', () => {
    const body = message({ text: '你好', value: { a: 1 }, channelData: { clientActivityID: 'k' } });
    expect(parseActivity(body)).toEqual({
      kind: 'message',
      key: 'k',
      text: '你好',
      value: { a: 1 },
      activity: body,
    });
  });

  it('may be a pressed button without words, or a value that is words', () => {
    expect(parseActivity(message({ value: { intent: 'request_human' } }))).toMatchObject({
      kind: 'message',
      text: '',
      value: { intent: 'request_human' },
    });
    expect(parseActivity(message({ value: '转人工' }))).toMatchObject({
      text: '转人工',
      value: null,
    });
  });

  it('is counted in characters, however many code units they take', () => {
    expect(parseActivity(message({ text: '𠮷'.repeat(8_000) })).kind).toBe('message');
    expect(parseActivity(message({ text: '长'.repeat(8_001) }))).toEqual({
      kind: 'rejected',
      why: '一次最多 8000 字',
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', [message({ text: 'a' })]],
    ['words', 'message'],
    ['no type', {}],
    ['a type that is a number', { type: 5 }],
    ['a type we do not speak', { type: 'trace' }],
    ['no words at all', message({ text: ' \n' })],
    ['words that are a number', message({ text: 5 })],
    ['six attachments', message({ text: 'a', attachments: [1, 2, 3, 4, 5, 6] })],
    ['channelData that is no object', message({ text: 'a', channelData: 'x' })],
    ['a constructor', message({ text: 'a', value: { constructor: { prototype: {} } } })],
    ['a prototype in a list', message({ text: 'a', x: [JSON.parse('{"__proto__":{}}')] })],
    ['too deep a nest', message({ text: 'a', value: nested(40) })],
  ])('is rejected with a reason when it is %s', (_, body) => {
    expect(parseActivity(body)).toEqual({ kind: 'rejected', why: expect.any(String) });
  });

  it('survives ten thousand levels of nesting', () => {
    const deep = JSON.parse(`${'[{"a":'.repeat(5_000)}1${'}]'.repeat(5_000)}`) as unknown;
    expect(parseActivity(message({ text: 'a', value: deep })).kind).toBe('rejected');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a posted event', () => {
  const feedback = (value: unknown) => ({ type: 'event', name: 'shuzhi.feedback', value });

  it('is a rating when it is well formed', () => {
    const value = { turn: 't', activity: 'a', rating: 'down', reason: 'unclear', words: '看不懂' };
    expect(parseActivity(feedback(value))).toMatchObject({ kind: 'feedback', feedback: value });
  });

  it.each([
    ['another rating', { turn: 't', activity: 'a', rating: 'sideways' }],
    ['an unknown field', { turn: 't', activity: 'a', rating: 'up', role: 'admin' }],
    ['a novel', { turn: 't', activity: 'a', rating: 'up', words: '长'.repeat(101) }],
    ['nothing', undefined],
  ])('is rejected as a rating with %s', (_, value) => {
    expect(parseActivity(feedback(value)).kind).toBe('rejected');
  });

  it('is ignored when it is typing, goodbye or an event of somebody else', () => {
    for (const body of [
      { type: 'typing' },
      { type: 'endOfConversation' },
      { type: 'event', name: 'webchat/join' },
    ]) {
      expect(parseActivity(body)).toEqual({ kind: 'ignored' });
    }
  });
});
