import { describe, expect, it } from '@jest/globals';
import type { ConversationEvent, Recorded } from '../../../src/conversation/events.js';
import { summaryOf, toldOf } from '../../../src/conversation/handoff/summary.js';
import type { Statement } from '../../../src/terms/statement.js';
import { draft } from '../harness.js';

/** 接手摘要: four lines, each phrase with the place it was said. */

const recorded = (...events: readonly object[]): readonly Recorded[] =>
  events.map((event, at) => ({
    seq: at + 1,
    at: at * 1_000,
    actor: 'customer',
    event: event as ConversationEvent,
  }));

const asks = (id: string, text: string) => ({
  kind: 'MessageReceived',
  id,
  text,
  value: null,
  activity: {},
});

const said = (text: string) => ({ ...draft(text), aiLabel: '小屿 · AI 生成' }) as Statement;

const reply = (id: string, text: string, kind = 'answered') => ({
  kind: 'ReplyDecided',
  turn: 't',
  inReplyTo: [id],
  statement: said(text),
  outcome: { kind, products: [] },
  trace: null,
});

const person = { id: 'advisor1', name: '周谨言', licences: [] };

describe('the summary of a conversation that is taken over', () => {
  it('tells what was wanted, answered and left open, and where', () => {
    const summary = summaryOf(
      recorded(
        asks('m1', '安鑫纯债为什么跌'),
        reply('m1', '利率上行时债券价格会跌。 [1]'),
        asks('m2', '金库的墙有几米厚'),
        reply('m2', '这个问题我没有查到可靠的依据。', 'unsure'),
        asks('m3', '转人工'),
        reply('m3', '好的，马上请真人顾问来接待您。', 'handed_off'),
        asks('m4', '那我该不该卖'),
      ),
    );
    expect(summary.wanted).toEqual([
      { text: '安鑫纯债为什么跌', seq: 1 },
      { text: '金库的墙有几米厚', seq: 3 },
      { text: '那我该不该卖', seq: 7 },
    ]);
    expect(summary.tried).toEqual([
      { text: '利率上行时债券价格会跌', seq: 2 },
      { text: '没答上：这个问题我没有查到可靠的依据', seq: 4 },
    ]);
    expect(summary.open.map(({ text, seq }) => [text, seq])).toEqual([
      ['没有依据，没答上：金库的墙有几米厚', 3],
      ['还没有回复：那我该不该卖', 7],
    ]);
  });

  it('keeps a person’s word, a complaint’s day and a booked call', () => {
    const { promised } = summaryOf(
      recorded(
        {
          kind: 'AdvisorSaid',
          by: person,
          statement: said('您好。我核实以后今天下午回复您。'),
          inReplyTo: [],
          findings: [],
          reason: null,
          draft: null,
        },
        { kind: 'CallbackBooked', turn: 't', slot: { id: 's', label: '11 月 26 日 09:00' } },
        {
          kind: 'ComplaintFiled',
          turn: 't',
          source: 'm1',
          matter: '没讲清楚',
          wish: '查清',
          deadlines: { decision: '2026-12-11' },
        },
      ),
    );
    expect(promised.map(({ text }) => text)).toEqual([
      '周谨言：我核实以后今天下午回复您',
      '约了回电：11 月 26 日 09:00',
      '投诉已登记，2026-12-11 前答复',
    ]);
  });

  it('tells the need in a line, from the message that told last of it', () => {
    const { wanted } = summaryOf(
      recorded(asks('m1', '三十万，五年后给孩子上学'), {
        kind: 'FlowAdvanced',
        turn: 't',
        flow: 'need',
        source: 'm1',
        learned: {},
        values: {
          goal: 'education',
          amount: { from: 300_000, to: 300_000 },
          horizon: { from: 60, to: 60 },
          liquidity: null,
        },
        asked: ['loss_limit'],
        stage: 'asking',
        missed: false,
      }),
    );
    expect(wanted.at(-1)).toEqual({ text: '说到：教育，30 万元，5 年', seq: 1 });
  });

  it('is about the matter since the last handoff ended; what was agreed then still binds', () => {
    const { wanted, promised } = summaryOf(
      recorded(
        asks('m1', '以前的事'),
        reply('m1', '答过了。'),
        { kind: 'PenTaken', by: person },
        { kind: 'PenReturned', how: 'advisor', agreed: '周五前发费用对照' },
        asks('m2', '现在的事'),
      ),
    );
    expect(wanted).toEqual([{ text: '现在的事', seq: 5 }]);
    expect(promised).toEqual([{ text: '交回时约定：周五前发费用对照', seq: 4, inHouse: true }]);
  });

  it('shows the customer nothing that colleagues wrote for each other', () => {
    const summary = summaryOf(
      recorded(
        { kind: 'PenTaken', by: person },
        { kind: 'NoteTaken', by: person, text: '这位客户脾气急' },
        { kind: 'PenReturned', how: 'advisor', agreed: '别再提那件事' },
        asks('m1', '在吗'),
      ),
    );
    expect(JSON.stringify(toldOf(summary))).not.toMatch(/脾气|别再提/);
  });
});
