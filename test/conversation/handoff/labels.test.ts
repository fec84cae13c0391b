import { describe, expect, it } from '@jest/globals';
import type { ConversationEvent, Recorded } from '../../../src/conversation/events.js';
import { figuresOf, labelsOf } from '../../../src/conversation/handoff/labels.js';
import type { Statement } from '../../../src/terms/statement.js';
import { draft } from '../harness.js';

/** 标注: draft, what was said in the end, how much of it was edited, and why it was put aside. */

const by = { id: 'advisor1', name: '周谨言', licences: [] };
const recorded = (...events: readonly object[]): readonly Recorded[] =>
  events.map((event, at) => ({
    seq: at + 1,
    at,
    actor: 'advisor',
    event: event as ConversationEvent,
  }));
const asks = (id: string, text: string) => ({
  kind: 'MessageReceived',
  id,
  text,
  value: null,
  activity: {},
});
const offers = (turn: string, id: string, text: string) => ({
  kind: 'DraftOffered',
  turn,
  inReplyTo: [id],
  epoch: 1,
  draft: draft(text),
  findings: [],
  outcome: { kind: 'answered', products: [] },
  trace: null,
});
const says = (turn: string, text: string, distance: number, tone: string | null = null) => ({
  kind: 'AdvisorSaid',
  by,
  statement: { ...draft(text), aiLabel: '周谨言' } as Statement,
  inReplyTo: [],
  findings: [],
  reason: null,
  draft: { turn, distance, tone },
});

const labels = labelsOf(
  'c1',
  recorded(
    asks('m1', '费用多少'),
    offers('t1', 'm1', '赎回费 0.50%。'),
    says('t1', '赎回费 0.50%。', 0),
    asks('m2', '几天到账'),
    offers('t2', 'm2', '三天到账。'),
    says('t2', '三天到账，您别急。', 4, 'warm'),
    asks('m3', '在吗'),
    offers('t3', 'm3', '您好。'),
    { kind: 'DraftDiscarded', by, turn: 't3', fault: 'tone', words: '太生硬' },
    asks('m4', '那算了'),
    offers('t4', 'm4', '好的。'),
  ),
);

describe('what became of drafts', () => {
  it('is told for each: as drafted, edited, discarded with why, or unused', () => {
    expect(
      labels.map(({ use, asked, final, tone, fault }) => [use, asked, final, tone, fault]),
    ).toEqual([
      ['as_drafted', '费用多少', '赎回费 0.50%。', null, null],
      ['edited', '几天到账', '三天到账，您别急。', 'warm', null],
      ['discarded', '在吗', null, null, 'tone'],
      ['unused', '那算了', null, null, null],
    ]);
    expect(labels[1]!.edited).toBeCloseTo(4 / 9);
  });

  it('is counted without a word of what was said', () => {
    const [figures] = figuresOf(labels);
    expect(figures).toMatchObject({
      outcome: 'answered',
      offered: 4,
      uses: { as_drafted: 1, edited: 1, rewritten: 0, discarded: 1, unused: 1 },
      faults: { tone: 1 },
    });
    expect(JSON.stringify(figures)).not.toMatch(/费用|到账|advisor1/);
  });
});
