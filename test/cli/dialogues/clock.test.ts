import { describe, expect, it } from '@jest/globals';
import { createClock } from '../../../src/cli/dialogues/clock.js';

const clockAt = (time: string) => createClock(() => Date.parse(`2026-11-27T${time}+08:00`));
const timeOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16);

describe('a clock that runs ahead', () => {
  it('goes on to the next day where this one is too short for what is to come', () => {
    const clock = clockAt('23:50:00');
    clock.allow(300);
    expect(timeOf(clock.now())).toBe('2026-11-27T23:50');
    clock.allow(601);
    expect(timeOf(clock.now())).toBe('2026-11-28T00:00');
  });

  it('counts the time that people took', () => {
    const clock = clockAt('23:00:00');
    clock.pass(3_000);
    clock.allow(900);
    expect(timeOf(clock.now())).toBe('2026-11-28T00:00');
  });
});
