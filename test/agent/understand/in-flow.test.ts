import { describe, expect, it } from '@jest/globals';
import { inTopic, withOpenings } from '../../../src/agent/understand/in-flow.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { Command } from '../../../src/terms/command.js';
import { turnOf } from './llm-turn.js';

const alarm: Command = { do: 'emergency', kind: 'fraud' };

describe('an alarm', () => {
  it('is told with the money that is gone already', () => {
    const text = '我妈刚才给一个陌生人转了六万';
    const sent = { do: 'set_slots', values: { sent: true } };
    expect(withOpenings(turnOf(text), text, [alarm])).toEqual([alarm, sent]);
  });

  it.each(['他让我把钱转过去', '刚接到电话说转了就没事', '要求我转，我还没转'])(
    'does not take %s for money that is gone',
    (text) => {
      expect(withOpenings(turnOf(text), text, [alarm])).toEqual([alarm]);
    },
  );
});

describe('a short question while a request is open', () => {
  const flow = {
    name: 'privacy',
    values: { right: 'opt_out' },
    asked: [],
    stage: 'confirming',
    misses: 0,
  } as const;

  it('is about that request', () => {
    expect(inTopic({ ...emptyState, flow }, '关了之后还能买吗')).toBe('个性化推荐关了之后还能买吗');
  });

  it('stands by itself elsewhere, and when it names its own subject', () => {
    expect(inTopic(emptyState, '关了之后还能买吗')).toBe('关了之后还能买吗');
    expect(inTopic({ ...emptyState, flow }, '货币基金会亏吗')).toBe('货币基金会亏吗');
  });
});
