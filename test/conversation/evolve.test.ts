import { describe, expect, it } from '@jest/globals';
import type { ConversationEvent, ReplyOutcome } from '../../src/conversation/events.js';
import { emptyState, evolve, fold } from '../../src/conversation/evolve.js';
import type { Statement } from '../../src/terms/statement.js';
import { draft } from './harness.js';

const slot = { id: '2026-11-26T09:00', label: '11 月 26 日（周四）09:00–11:30' };

const reply = (kind: ReplyOutcome['kind'], ...products: string[]): ConversationEvent => ({
  kind: 'ReplyDecided',
  turn: 't',
  inReplyTo: [],
  statement: { ...draft('好的'), aiLabel: 'AI' } as Statement,
  outcome: { kind, products },
  trace: null,
});

describe('a conversation', () => {
  it('belongs to whoever opened it', () => {
    const opened = fold([{ kind: 'ConversationOpened', channel: 'web', customer: 'C1003' }]);
    expect(opened).toEqual({ ...emptyState, customer: 'C1003' });
  });

  it('remembers the last six products, the latest first and each once', () => {
    const state = fold([
      reply('answered', 'A', 'B'),
      reply('answered', 'C'),
      reply('answered'),
      reply('answered', 'B', 'D'),
      reply('answered', 'E'),
    ]);
    expect(state.products).toEqual(['E', 'B', 'D', 'C', 'A']);
    expect(state.listed).toEqual(['B', 'D']);
  });

  it('counts misses in a row until one reply helps', () => {
    const missed = fold([reply('unsure'), reply('unsure')]);
    expect(missed.unsureStreak).toBe(2);
    expect(evolve(missed, reply('answered')).unsureStreak).toBe(0);
  });

  it('has been greeted once something was said in it', () => {
    expect(fold([reply('greeting')])).toMatchObject({ greeted: true, replies: 1 });
  });

  it('keeps the times it offered until one is booked', () => {
    const asked = fold([{ kind: 'HandoffRequested', turn: 't', reason: 'asked', slots: [slot] }]);
    expect(asked).toMatchObject({ handoff: 'requested', callbackSlots: [slot] });
    const booked = evolve(asked, { kind: 'CallbackBooked', turn: 't', slot });
    expect(booked).toMatchObject({ handoff: 'booked', callbackSlots: [] });
  });

  it('waits for nobody once the wish for a person is taken back', () => {
    const asked = fold([{ kind: 'HandoffRequested', turn: 't', reason: 'asked', slots: [slot] }]);
    const cancelled = evolve(asked, { kind: 'HandoffCancelled', turn: 't' });
    expect(cancelled).toMatchObject({ handoff: 'none', callbackSlots: [] });
  });

  it('is not changed by what was heard, delivered or rated', () => {
    const quiet: ConversationEvent[] = [
      { kind: 'MessageReceived', id: 'm', text: '你好', value: null, activity: {} },
      { kind: 'Delivered', statement: 's', tries: 1 },
      { kind: 'DraftBlocked', turn: 't', draft: draft('不好'), findings: [] },
    ];
    const state = fold([reply('answered', 'A')]);
    expect(quiet.reduce(evolve, state)).toEqual(state);
  });
});
