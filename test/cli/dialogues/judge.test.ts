import { describe, expect, it } from '@jest/globals';
import type { Dialogue } from '../../../src/cli/dialogues/dialogue.js';
import { judgeEnd, judgeTurn } from '../../../src/cli/dialogues/judge.js';
import type { ReplyDecided } from '../../../src/conversation/events.js';
import { draft } from '../../conversation/harness.js';

const turn = { say: '问', says: [], says_any: [], not: [], tools: [], cites: [] };
const dialogue = (
  more: Partial<Dialogue['turns'][number]>,
  rest: Partial<Dialogue> = {},
): Dialogue => ({
  id: 'd',
  person: '谁',
  reason: '为何',
  turns: [{ ...turn, ...more }],
  must_not: [],
  end: { events: [], no_events: [] },
  ...rest,
});

const reply = {
  kind: 'ReplyDecided',
  turn: 't1',
  inReplyTo: ['m1'],
  statement: { ...draft('货币基金也可能亏损，到账要 1 个工作日。'), aiLabel: 'AI' },
  outcome: { kind: 'answered', products: ['QY0021'] },
  trace: null,
} as unknown as ReplyDecided;

const kinds = (one: Dialogue) => judgeTurn(one, 0, reply).map(({ kind }) => kind);

describe('a reply in a golden conversation', () => {
  it('is without fault when all that must be said is said', () => {
    const wanted = {
      says: ['可能亏损', '/到账要 \\d 个/'],
      says_any: ['没有', '工作日'],
      not: ['保本'],
    };
    expect(
      kinds(dialogue({ ...wanted, outcome: ['asked', 'answered'], products: ['QY0021'] })),
    ).toEqual([]);
  });

  it('is at fault for what is missing, forbidden, not looked up, not cited or not what it must be', () => {
    expect(kinds(dialogue({ says: ['稳赚'] }))).toEqual(['missing']);
    expect(kinds(dialogue({ says_any: ['甲', '乙'] }))).toEqual(['missing']);
    expect(kinds(dialogue({ not: ['亏损'] }))).toEqual(['forbidden']);
    expect(kinds(dialogue({}, { must_not: ['/亏/'] }))).toEqual(['forbidden']);
    expect(kinds(dialogue({ tools: ['get_product'] }))).toEqual(['tool']);
    expect(kinds(dialogue({ cites: ['存款保险'] }))).toEqual(['missing']);
    expect(kinds(dialogue({ products: ['QY0060'] }))).toEqual(['missing']);
    expect(kinds(dialogue({ outcome: 'unsure' }))).toEqual(['outcome']);
  });
});

describe('the end of a golden conversation', () => {
  const events = [
    { kind: 'FraudReported', turn: 't1', source: 'm1', sent: true },
    { kind: 'HandoffRequested', turn: 't1', reason: 'asked', slots: [] },
  ] as const;
  const end = (wanted: Partial<Dialogue['end']>) =>
    judgeEnd(dialogue({}, { end: { events: [], no_events: [], ...wanted } }), events);

  it('is what the record says', () => {
    expect(
      end({ handoff: 'requested', flow: null, events: [{ kind: 'FraudReported', sent: true }] }),
    ).toEqual([]);
  });

  it('is at fault for another handoff, flow, event or field', () => {
    expect(end({ handoff: 'none' })).toHaveLength(1);
    expect(end({ flow: 'need' })).toHaveLength(1);
    expect(end({ events: ['NeedStated'] })).toHaveLength(1);
    expect(end({ events: [{ kind: 'FraudReported', sent: false }] })).toHaveLength(1);
    expect(end({ no_events: ['FraudReported'] })).toHaveLength(1);
  });
});
