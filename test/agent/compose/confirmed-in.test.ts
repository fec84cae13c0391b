import { describe, expect, it } from '@jest/globals';
import { confirmedIn } from '../../../src/agent/compose/confirmed-in.js';
import { demoProduct } from '../../demo/demo-shelf.js';

describe('how long one product takes to confirm an order', () => {
  it.each([
    ['QY0021', 'T+1'],
    ['QY0003', 'T+1'],
    ['QY0071', 'T+2'],
    ['QY0080', 'T+2'],
  ])('of %s is %s', (code, days) => {
    expect(confirmedIn(demoProduct(code), '几个交易日确认')?.text).toContain(days);
  });

  it.each([
    ['QY0021', '几天到账'],
    ['CK0012', '几个交易日确认'],
    ['YQ0102', '多久确认'],
  ])('is not told of %s: %s', (code, query) => {
    expect(confirmedIn(demoProduct(code), query)).toBeNull();
  });
});
