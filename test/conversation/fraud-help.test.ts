import { describe, expect, it } from '@jest/globals';
import { helpFor, stepsNeeded } from '../../src/conversation/fraud-help.js';
import { COVERED, URGENCY } from '../../src/conversation/fraud-order.js';
import type { FraudState } from '../../src/terms/fraud.js';
import {
  FRAUD_NEWS,
  FRAUD_STEPS,
  isMoneyGone,
  rings,
  unknownFraud,
  withTold,
} from '../../src/terms/fraud.js';

const alarmed = (part: Partial<FraudState> = {}): FraudState => ({
  ...unknownFraud,
  isAlarm: true,
  ...part,
});

describe('what is known of a fraud', () => {
  it('is whether money has left, by what was told last', () => {
    expect(isMoneyGone(unknownFraud)).toBeNull();
    const safe = withTold(null, { news: ['unsent'] });
    expect(isMoneyGone(safe)).toBe(false);
    expect(isMoneyGone(withTold(safe, { news: ['sent'], yuan: 20_000 }))).toBe(true);
  });

  it('rings once something is given or taken, and not for an offer', () => {
    expect(rings(null, { news: ['offer', 'verify', 'unsent'] })).toBe(false);
    expect(rings(null, { news: ['offer', 'sent'] })).toBe(true);
    expect(rings(null, { news: ['pay_asked'] })).toBe(true);
    expect(rings(null, { news: ['posing'] })).toBe(true);
    expect(rings(null, { news: ['offer', 'posing'] })).toBe(false);
    expect(rings(null, {})).toBe(true);
    expect(rings(alarmed(), { news: ['verify'] })).toBe(true);
  });
});

describe('help', () => {
  it.each(FRAUD_NEWS)('takes up %s where it is all that is told', (news) => {
    expect(helpFor(alarmed({ victim: 'mother' }), { news: [news] }).taken).toEqual([news]);
  });

  it('takes up two things at most, the gravest first', () => {
    const { taken } = helpFor(alarmed(), { news: ['family', 'threat', 'code', 'sent'] });
    expect(taken).toEqual(['sent', 'code']);
  });

  it('speaks of money gone once; the next time, of what is new', () => {
    const lost = alarmed({ news: ['sent'], yuan: 80_000 });
    expect(helpFor(lost, { news: ['sent', 'payee'] }).taken).toEqual(['payee']);
    expect(helpFor(lost, { news: ['sent'], yuan: 10_000 }).taken).toEqual(['sent']);
  });

  it('never gives a step twice', () => {
    let fraud = alarmed({ news: ['sent', 'screen'] });
    const given: string[] = [];
    for (let turn = 0; turn < FRAUD_STEPS.length + 1; turn += 1) {
      const { step, named } = helpFor(fraud, { news: ['payee'] });
      if (step) given.push(step);
      fraud = { ...fraud, steps: [...fraud.steps, ...named] };
    }
    expect(given).toEqual(['report', 'stop_payment', 'offline', 'freeze', 'evidence', 'family']);
  });

  it('hears what is denied: nobody who installed nothing is told to take it off', () => {
    const misheard = alarmed({ news: ['unsent', 'screen', 'details'] });
    const told = { news: ['screen_kept', 'details_kept', 'identity', 'steps'] } as const;
    expect(helpFor(misheard, told).taken).toEqual(['screen_kept', 'details_kept', 'identity']);
    const steps = stepsNeeded(withTold(misheard, told));
    expect(steps).not.toContain('offline');
    expect(steps).not.toContain('freeze');
    expect(steps).toEqual(expect.arrayContaining(['watch', 'credit']));
  });

  it('knows no two that would each leave the other unsaid', () => {
    const both = COVERED.flatMap(([one, others]) =>
      others.filter((other) => COVERED.some(([by, less]) => by === other && less.includes(one))),
    );
    expect(both).toEqual([]);
  });

  it('gives everything its place', () => {
    expect([...URGENCY].sort()).toEqual([...FRAUD_NEWS].sort());
  });

  it('asks for no call that was made', () => {
    const made = alarmed({ news: ['sent', 'reported', 'stopped'] });
    expect(stepsNeeded(made)).toEqual(['evidence', 'family']);
  });
});
