import { describe, expect, it } from '@jest/globals';
import type { ConversationEvent, ReplyOutcome } from '../../src/conversation/events.js';
import {
  emptyState,
  evolve,
  fold,
  isBeingCheated,
  speaksOfFraud,
} from '../../src/conversation/evolve.js';
import type { Statement } from '../../src/terms/statement.js';
import { draft } from './harness.js';

const slot = { id: '2026-11-26T09:00', label: '11 月 26 日（周四）09:00–11:30' };

const reply = (
  kind: ReplyOutcome['kind'],
  first: Partial<ReplyOutcome> | string = {},
  ...more: string[]
): ConversationEvent => ({
  kind: 'ReplyDecided',
  turn: 't',
  inReplyTo: [],
  statement: { ...draft('好的'), aiLabel: 'AI' } as Statement,
  outcome:
    typeof first === 'string'
      ? { kind, products: [first, ...more] }
      : { kind, products: [], ...first },
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

  it('knows which entries were told and how long ago, until a product is spoken of', () => {
    const cited = (passage: string): ConversationEvent => {
      const said = reply('answered') as Extract<ConversationEvent, { kind: 'ReplyDecided' }>;
      const citations = [{ passage, kind: 'faq' }] as unknown as Statement['citations'];
      return { ...said, statement: { ...said.statement, citations } as Statement };
    };
    const told = [cited('faq:inheritance#1'), cited('faq:open-account#3'), reply('answered')];
    expect(fold(told).entries).toEqual([
      { document: 'faq:open-account', ago: 1 },
      { document: 'faq:inheritance', ago: 2 },
    ]);
    expect(fold([...told, reply('answered', 'A')]).entries).toEqual([]);
    expect(fold([...told, ...Array.from({ length: 8 }, () => reply('answered'))]).entries).toEqual(
      [],
    );
  });

  it('is about what a person was asked, and knows how far they came with a need, until the pen goes back', () => {
    const offered = (outcome: Partial<ReplyOutcome>, need?: object | null): ConversationEvent => ({
      kind: 'DraftOffered',
      turn: 't',
      inReplyTo: [],
      epoch: 1,
      draft: draft('好的'),
      findings: [],
      outcome: { kind: 'answered', products: [], ...outcome },
      trace: null,
      ...(need !== undefined && { need: need as never }),
    });
    const need = { flow: 'need', values: { amount: 100_000 }, asked: ['months'], stage: 'asking' };
    const asked = fold([offered({ products: ['A', 'B'] }), offered({ kind: 'asked' }, need)]);
    expect([asked.products, asked.listed, asked.replies]).toEqual([['A', 'B'], ['A', 'B'], 0]);
    expect(asked.flow).toMatchObject({ name: 'need', values: { amount: 100_000 } });
    expect(evolve(asked, offered({ products: ['A'] })).flow).toEqual(asked.flow);
    expect(evolve(asked, offered({}, null)).flow).toBeNull();
    const back = evolve(asked, { kind: 'PenReturned', how: 'advisor', agreed: null });
    expect([back.flow, back.products]).toEqual([null, ['A', 'B']]);
  });

  it('counts misses in a row until one reply helps', () => {
    const missed = fold([reply('unsure'), reply('unsure')]);
    expect(missed.unsureStreak).toBe(2);
    expect(evolve(missed, reply('answered')).unsureStreak).toBe(0);
  });

  it('knows what was told of a fraud, from rows of any age', () => {
    const alarm = (outcome: Partial<ReplyOutcome>) => reply('fraud_alert', { ...outcome });
    // As written before victims and steps were.
    const older = fold([
      alarm({}),
      alarm({ news: ['more_money'] }),
      { kind: 'FraudReported', turn: 't', source: 'm', sent: true },
    ]);
    expect(older.fraud).toMatchObject({
      victim: 'self',
      news: ['more_money', 'sent'],
      isAlarm: true,
      ago: 0,
    });
    const told = alarm({
      news: ['sent'],
      help: { victim: 'mother', yuan: 60_000, steps: ['report', 'stop_payment'] },
    });
    expect(fold([told, told]).fraud).toMatchObject({
      victim: 'mother',
      yuan: 60_000,
      steps: ['report', 'stop_payment'],
    });
  });

  it('leaves a fraud behind once the talk turns to other things', () => {
    const alarm = reply('fraud_alert', { news: ['threat'] });
    const answered = reply('answered');
    expect(isBeingCheated(fold([alarm, answered, answered, answered]))).toBe(true);
    expect(isBeingCheated(fold([alarm, answered, answered, answered, answered]))).toBe(false);
    const thanked = reply('answered', { news: ['thanks'] });
    expect(fold([alarm, thanked, thanked]).fraud?.ago).toBe(2);
  });

  it('that only warned of an offer is no alarm', () => {
    const warned = fold([reply('answered', { news: ['offer'] })]);
    expect(speaksOfFraud(warned)).toBe(true);
    expect(isBeingCheated(warned)).toBe(false);
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
