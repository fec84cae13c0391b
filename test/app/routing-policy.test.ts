import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadRoutingPolicy, readRoutingPolicy } from '../../src/app/routing-policy.js';

const SHIPPED = readFileSync('knowledge/routing/2026.1.yaml', 'utf8');

describe('the routing policy', () => {
  it('is the version that holds on the day', () => {
    expect(loadRoutingPolicy('2026-11-26').version).toBe('house-routing@2026.1');
    expect(() => loadRoutingPolicy('2025-12-31')).toThrow('no routing policy holds on 2025-12-31');
  });

  it.each([
    ['skill: 0.4', 'skill: 0.5', 'the weights do not sum to 1'],
    ['fraud: 90', 'frauds: 90', 'fraud'],
    ['return_at: 1.5', 'return_at: 1', 'return_at'],
    ['[0.7, 1]', '[0.7, 0.9]', 'remind_at'],
    ['effective: 2026-01-01', 'effective: soon', 'effective'],
    ['owner:', 'boss:', 'boss'],
  ])('with %s written as %s stops the start and says so', (right, wrong, words) => {
    const text = SHIPPED.replace(right, wrong);
    expect(() => readRoutingPolicy(text, 'x.yaml')).toThrow(new RegExp(`^x\\.yaml:[^]*${words}`));
  });
});
