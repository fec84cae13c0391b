import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Unanswered } from '../../../src/advice/routing/deadlines.js';
import { assigned, nextDeadline, stepTaken } from '../../../src/advice/routing/deadlines.js';
import type { WaitingReason } from '../../../src/advice/routing/policy.js';
import { HOUSE, POLICY, at } from './staff.js';

const held = (part: Partial<Unanswered> = {}): Unanswered => ({
  reason: 'asked',
  with: 'advisor',
  since: at('2026-11-26T10:00'),
  returns: 0,
  done: [],
  ...part,
});

const next = (part: Partial<Unanswered>) => nextDeadline(held(part), HOUSE, POLICY);

describe('the next deadline', () => {
  it.each<[string, Partial<Unanswered>, string, string]>([
    ['an advisor at 70 % of five minutes', {}, 'remind', '2026-11-26T10:03:30'],
    ['an advisor when they are up', { done: ['remind'] }, 'overdue', '2026-11-26T10:05'],
    [
      'an advisor who stays silent',
      { done: ['remind', 'overdue'] },
      'requeue',
      '2026-11-26T10:07:30',
    ],
    [
      'the third advisor',
      { done: ['remind', 'overdue'], returns: 2 },
      'supervisor',
      '2026-11-26T10:07:30',
    ],
    [
      'a supervisor who stays silent',
      { with: 'supervisor', done: ['remind', 'overdue'] },
      'callback',
      '2026-11-26T10:07:30',
    ],
    ['the queue at 70 % of twenty minutes', { with: 'queue' }, 'remind', '2026-11-26T10:14'],
    [
      'the queue when they are up',
      { with: 'queue', done: ['remind', 'overdue'] },
      'supervisor',
      '2026-11-26T10:20',
    ],
    ['lunch', { since: at('2026-11-26T11:29') }, 'remind', '2026-11-26T13:02:30'],
    [
      'an evening before a holiday',
      { since: at('2026-09-30T18:30') },
      'remind',
      '2026-10-08T09:03:30',
    ],
    [
      'fraud at lunch',
      { reason: 'fraud', since: at('2026-11-26T12:00') },
      'remind',
      '2026-11-26T12:00:42',
    ],
  ])('of %s', (_what, part, step, moment) => {
    expect(next(part)).toEqual({ step, at: at(moment) });
  });

  it('starts anew with a new advisor, and remembers how often it went back', () => {
    const back = stepTaken(
      held({ done: ['remind', 'overdue'] }),
      next({ done: ['remind', 'overdue'] }),
    )!;
    expect(back).toMatchObject({ with: 'queue', returns: 1, done: [] });
    expect(assigned(back, at('2026-11-26T10:30'))).toEqual(
      held({ since: at('2026-11-26T10:30'), returns: 1 }),
    );
  });

  it('never lets a conversation be lost: unanswered, it ends with a call back, in bounded steps', () => {
    const reasons = Object.keys(POLICY.headStart) as WaitingReason[];
    fc.assert(
      fc.property(
        fc.constantFrom(...reasons),
        fc.constantFrom('queue', 'advisor', 'supervisor'),
        fc.integer({ min: 0, max: 20_000 }),
        fc.infiniteStream(fc.boolean()),
        (reason, holder, minute, isTaken) => {
          const since = at('2026-09-25') + minute * 60_000;
          let state: Unanswered | null = held({ reason, since, with: holder as 'queue' });
          let last = since;
          const steps: string[] = [];
          while (state !== null) {
            const due = nextDeadline(state, HOUSE, POLICY);
            expect(due.at).toBeGreaterThanOrEqual(last);
            expect(steps.length).toBeLessThan(3 * (2 * POLICY.mostReturns + 3));
            last = due.at;
            steps.push(due.step);
            state = stepTaken(state, due);
            const wasPickedUp = state?.with === 'queue' && isTaken.next().value === true;
            if (state && wasPickedUp) state = assigned(state, last);
          }
          expect(steps.slice(-3)).toEqual(['remind', 'overdue', 'callback']);
        },
      ),
    );
  });
});
