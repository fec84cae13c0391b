import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  expectedWait,
  meanService,
  toldMinutes,
} from '../../../src/advice/routing/waiting-time.js';

const MINUTE = 60_000;

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
function uniformFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How long the one behind `ahead` waits where all places are taken and each ends at random. */
function played(ahead: number, places: number, mean: number, uniform: () => number): number {
  const draw = () => -mean * Math.log(1 - uniform());
  const ends = Array.from({ length: places }, draw);
  let time = 0;
  for (let turn = 0; turn <= ahead; turn += 1) {
    ends.sort((a, b) => a - b);
    time = ends[0]!;
    ends[0] = time + draw();
  }
  return time;
}

describe('how long a service takes', () => {
  it('is the mean of those that ended where none goes on', () => {
    const services = [10, 20, 30].map((minutes) => ({ from: 0, to: minutes * MINUTE }));
    expect(meanService(services, 60 * MINUTE, 3)).toBe(20 * MINUTE);
  });

  it('counts the time of those that go on', () => {
    const services = [
      { from: 0, to: 10 * MINUTE },
      { from: 0, to: null },
    ];
    expect(meanService(services, 50 * MINUTE, 1)).toBe(60 * MINUTE);
  });

  it('is not told from too few', () => {
    expect(meanService([{ from: 0, to: MINUTE }], MINUTE, 2)).toBeNull();
    expect(meanService([], 0, 1)).toBeNull();
  });
});

describe('an expected wait', () => {
  it('is none where a place is free for everybody before and oneself', () => {
    expect(expectedWait({ ahead: 2 }, { all: 5, taken: 2 }, null)).toEqual({ middle: 0, most: 0 });
  });

  it('is not told where nobody is there or nothing is known', () => {
    expect(expectedWait({ ahead: 0 }, { all: 0, taken: 0 }, MINUTE)).toBeNull();
    expect(expectedWait({ ahead: 0 }, { all: 2, taken: 2 }, null)).toBeNull();
  });

  it('is what the exponential law says for the first', () => {
    const { middle, most } = expectedWait({ ahead: 0 }, { all: 1, taken: 1 }, MINUTE)!;
    expect(middle / MINUTE).toBeCloseTo(Math.LN2, 9);
    expect(most / MINUTE).toBeCloseTo(Math.LN10, 9);
  });

  it.each([
    [0, 1],
    [3, 2],
    [10, 5],
    [40, 20],
  ])('with %i ahead and %i places is right as often as it says', (ahead, places) => {
    const uniform = uniformFrom(ahead + 1);
    const { middle, most } = expectedWait({ ahead }, { all: places, taken: places }, 8 * MINUTE)!;
    const waits = Array.from({ length: 3_000 }, () => played(ahead, places, 8 * MINUTE, uniform));
    const within = (limit: number) => waits.filter((wait) => wait <= limit).length / waits.length;
    expect(Math.abs(within(middle) - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(within(most) - 0.9)).toBeLessThan(0.02);
  });

  it('grows with those ahead and shrinks with the places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 60 }),
        (ahead, all, taken) => {
          const { middle, most } = expectedWait({ ahead }, { all, taken }, MINUTE)!;
          expect(most).toBeGreaterThanOrEqual(middle);
          const later = expectedWait({ ahead: ahead + 1 }, { all, taken }, MINUTE)!;
          expect(later.middle).toBeGreaterThanOrEqual(middle);
          const roomier = expectedWait({ ahead }, { all: all + 1, taken }, MINUTE)!;
          expect(roomier.most).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it.each([
    [0, 1],
    [1, 1],
    [61_000, 2],
    [4 * MINUTE, 5],
    [120 * MINUTE, 120],
    [121 * MINUTE, null],
  ])('%i ms is told as %j minutes', (ms, minutes) => {
    expect(toldMinutes(ms)).toBe(minutes);
  });
});
