import { describe, expect, it } from '@jest/globals';
import type { Called } from '../../../src/advice/routing/first-reply.js';
import { firstReplies } from '../../../src/advice/routing/first-reply.js';
import { HOUSE, POLICY, at } from './staff.js';

const NOW = at('2026-11-26T17:00');
const time = (clock: string): number => at(`2026-11-26T${clock}`);
const call = (asked: string, part: Partial<Record<keyof Called, string>> = {}): Called => ({
  asked: time(asked),
  assigned: part.assigned === undefined ? null : time(part.assigned),
  replied: part.replied === undefined ? null : time(part.replied),
  ended: part.ended === undefined ? null : time(part.ended),
});
const judge = (...calls: readonly Called[]) => firstReplies(calls, HOUSE, POLICY, NOW);

describe('the first reply of a person', () => {
  it.each<[string, Called, number, number]>([
    [
      'within five minutes of being given it',
      call('10:00', { assigned: '10:02', replied: '10:07' }),
      1,
      1,
    ],
    ['later than that', call('10:00', { assigned: '10:02', replied: '10:08' }), 1, 0],
    [
      'in five minutes of work with lunch between',
      call('11:28', { assigned: '11:28', replied: '13:02' }),
      1,
      1,
    ],
    [
      'at once, but twenty-one minutes after the call',
      call('10:00', { assigned: '10:21', replied: '10:21' }),
      1,
      0,
    ],
    ['that never came, with its time over', call('10:00', { assigned: '10:02' }), 1, 0],
    ['that nobody was ever given, with its time over', call('10:00'), 1, 0],
    ['that is still in time', call('16:58', { assigned: '16:59' }), 0, 0],
    ['that the customer took back in time', call('10:00', { ended: '10:05' }), 0, 0],
    ['that the customer gave up after waiting too long', call('10:00', { ended: '10:25' }), 1, 0],
  ])('%s counts so', (_, one, counted, inTime) => {
    expect(judge(one)).toMatchObject({ counted, inTime });
  });

  it('was waited for as long as the middle one of those who got it', () => {
    const waits = ['10:01', '10:03', '10:09'].map((replied) =>
      call('10:00', { assigned: '10:00', replied }),
    );
    expect(judge(...waits, call('16:59')).medianMs).toBe(3 * 60_000);
    expect(judge(...waits.slice(0, 2)).medianMs).toBe(2 * 60_000);
    expect(judge()).toEqual({ counted: 0, inTime: 0, medianMs: null });
  });
});
