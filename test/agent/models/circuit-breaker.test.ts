import { describe, expect, it } from '@jest/globals';
import type { Breaker } from '../../../src/agent/models/circuit-breaker.js';
import { createBreaker } from '../../../src/agent/models/circuit-breaker.js';

const clock = (): { now: number; breaker: Breaker } => {
  const at = { now: 0 } as { now: number; breaker: Breaker };
  at.breaker = createBreaker({ now: () => at.now });
  return at;
};
const fail = (breaker: Breaker, times: number): void => {
  for (let time = 0; time < times; time += 1) breaker.admit()?.failed();
};

describe('a circuit breaker', () => {
  it('opens at the fifth failure in thirty seconds', () => {
    const { breaker } = clock();
    fail(breaker, 4);
    expect(breaker.state()).toBe('closed');
    fail(breaker, 1);
    expect(breaker.state()).toBe('open');
    expect(breaker.admit()).toBeNull();
  });

  it('forgets failures older than thirty seconds', () => {
    const at = clock();
    fail(at.breaker, 4);
    at.now = 30_000;
    fail(at.breaker, 4);
    expect(at.breaker.state()).toBe('closed');
  });

  it('starts counting anew after a success', () => {
    const { breaker } = clock();
    fail(breaker, 4);
    breaker.admit()?.succeeded();
    fail(breaker, 4);
    expect(breaker.state()).toBe('closed');
  });

  it('lets one request probe after the rest, and closes when it succeeds', () => {
    const at = clock();
    fail(at.breaker, 5);
    at.now = 15_000;
    const probe = at.breaker.admit();
    expect(at.breaker.state()).toBe('half_open');
    expect(at.breaker.admit()).toBeNull();
    probe?.succeeded();
    expect(at.breaker.state()).toBe('closed');
  });

  it('rests again when the probe fails', () => {
    const at = clock();
    fail(at.breaker, 5);
    at.now = 15_000;
    fail(at.breaker, 1);
    expect(at.breaker.state()).toBe('open');
    at.now = 29_999;
    expect(at.breaker.admit()).toBeNull();
    at.now = 30_000;
    expect(at.breaker.admit()).not.toBeNull();
  });

  it('lets another request probe when the first one ended with its turn', () => {
    const at = clock();
    fail(at.breaker, 5);
    at.now = 15_000;
    at.breaker.admit()?.withdrawn();
    expect(at.breaker.admit()).not.toBeNull();
  });

  it('is not reopened or closed by requests that left before it opened', () => {
    const at = clock();
    const early = [at.breaker.admit(), at.breaker.admit()];
    fail(at.breaker, 5);
    early[0]?.succeeded();
    early[1]?.failed();
    expect(at.breaker.state()).toBe('open');
    at.now = 15_000;
    expect(at.breaker.state()).toBe('half_open');
  });
});
