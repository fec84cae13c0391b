import { describe, expect, it } from '@jest/globals';
import type { ContactMoment } from '../../../../src/advice/lifecycle/moments/contact.js';
import { heldBy, wishesOf } from '../../../../src/advice/lifecycle/moments/contact.js';
import { rank } from '../../../../src/advice/lifecycle/moments/rank.js';
import { readInstant } from '../../../../src/terms/time.js';
import { happened } from './days.js';

const at = (time: string) => readInstant(time)!;
const willing = {
  doNotContact: false,
  acceptsMarketing: true,
  personalization: true,
  businesses: [],
};

const asked = (part: Partial<ContactMoment> = {}): ContactMoment => ({
  step: { audience: 'customer', purpose: 'service', channels: ['app'] },
  wishes: willing,
  lastMarketing: null,
  barred: null,
  now: at('2026-11-26T10:00'),
  ...part,
});
const step = (purpose: 'duty' | 'service' | 'marketing') =>
  ({ audience: 'customer', purpose, channels: ['app'] }) as const;

describe('whether a customer may be contacted', () => {
  it('is a matter of the hour: from 21:00 to 9:00 nobody is, not even about what is owed', () => {
    const until = at('2026-11-27T09:00');
    expect(heldBy(asked({ now: at('2026-11-26T20:59') }))).toBeNull();
    expect(heldBy(asked({ now: at('2026-11-26T21:00') }))).toEqual({ by: 'quiet_hours', until });
    expect(heldBy(asked({ now: at('2026-11-27T08:59'), step: step('duty') }))).toEqual({
      by: 'quiet_hours',
      until,
    });
    expect(heldBy(asked({ now: at('2026-11-27T09:00') }))).toBeNull();
  });

  it('is what they wished: 「别联系我」 leaves only what is owed', () => {
    const wishes = { ...willing, doNotContact: true };
    expect(heldBy(asked({ wishes }))?.by).toBe('do_not_contact');
    expect(heldBy(asked({ wishes, step: step('duty') }))).toBeNull();
  });

  it('takes a word of theirs for marketing, and no opting out of their profile', () => {
    const marketing = step('marketing');
    const silent = { ...willing, acceptsMarketing: false };
    expect(heldBy(asked({ step: marketing, wishes: silent }))?.by).toBe('no_consent');
    const optedOut = { ...willing, personalization: false };
    expect(heldBy(asked({ step: marketing, wishes: optedOut }))?.by).toBe('personalization_off');
    expect(heldBy(asked({ step: marketing }))).toBeNull();
  });

  it('is no more than once in seven days for marketing', () => {
    const lastMarketing = at('2026-11-20T10:00');
    const held = heldBy(asked({ step: step('marketing'), lastMarketing }));
    expect(held).toEqual({ by: 'weekly_cap', until: at('2026-11-27T10:00') });
    expect(heldBy(asked({ lastMarketing }))).toBeNull();
  });

  it('is no where the gate lets nothing be offered', () => {
    expect(heldBy(asked({ barred: 'gate' }))).toEqual({ by: 'gate', until: null });
  });

  it('does not keep anybody from work that reaches no customer', () => {
    const task = { audience: 'advisor', purpose: 'service', channels: ['task'] } as const;
    const wishes = { ...willing, doNotContact: true };
    expect(heldBy(asked({ step: task, wishes, now: at('2026-11-26T23:00') }))).toBeNull();
    const call = { ...task, channels: ['call'] } as const;
    expect(heldBy(asked({ step: call, wishes }))?.by).toBe('do_not_contact');
  });
});

describe('what somebody wishes', () => {
  it('is their last word, and nothing they did not say', () => {
    expect(wishesOf([], true)).toMatchObject({ doNotContact: false, acceptsMarketing: false });
    const said = [
      happened('do-not-contact', '2026-01-01'),
      happened('contact-allowed', '2026-02-01'),
      happened('business-accepted', '2026-02-01', { business: 'fund' }),
      happened('business-accepted', '2026-02-01', { business: 'insurance' }),
      happened('business-refused', '2026-03-01', { business: 'fund' }),
    ];
    expect(wishesOf(said, true)).toMatchObject({ doNotContact: false, businesses: ['insurance'] });
  });
});

describe('the order of the day', () => {
  const rule = { name: '大额转出或赎回', value: 0.9, likelihood: 0.4 };
  const plain = { rule, stake: 100_000, record: { acted: 0, decided: 0 }, touches: 0 };

  it('rises with what is at stake and what was followed by something, and falls with every contact', () => {
    const { score } = rank(plain);
    expect(rank({ ...plain, stake: 500_000 }).score).toBeGreaterThan(score);
    expect(rank({ ...plain, record: { acted: 30, decided: 40 } }).score).toBeGreaterThan(score);
    expect(rank({ ...plain, record: { acted: 0, decided: 40 } }).score).toBeLessThan(score);
    expect(rank({ ...plain, touches: 1 }).score).toBeCloseTo(score / 2);
  });

  it('gives its reason in words', () => {
    expect(rank(plain).reason).toBe(
      '大额转出或赎回；涉及约 10 万元；同类提醒约 40% 有下文；近 30 天没有联系过',
    );
  });
});
