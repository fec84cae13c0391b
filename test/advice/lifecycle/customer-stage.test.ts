import { describe, expect, it } from '@jest/globals';
import { customerStage } from '../../../src/advice/lifecycle/customer-stage.js';

describe('how far a customer has come with the house', () => {
  const today = '2026-11-25';

  it.each([
    ['nothing held and never dealt', 0, null, null, 'prospect'],
    ['nothing held any more', 0, '2020-01-01', '2026-11-20', 'left'],
    ['first deal 90 days ago', 1, '2026-08-27', '2026-08-27', 'new'],
    ['first deal 91 days ago, last one now', 1, '2026-08-26', '2026-11-25', 'active'],
    ['last deal 91 days ago', 1, '2020-01-01', '2026-08-26', 'quiet'],
    ['last deal 180 days ago', 1, '2020-01-01', '2026-05-29', 'quiet'],
    ['last deal 181 days ago', 1, '2020-01-01', '2026-05-28', 'dormant'],
    ['held, and no deal on file', 1, null, null, 'dormant'],
  ] as const)('%s: %s', (_, value, first, last, stage) => {
    expect(customerStage({ value, first, last }, today)).toBe(stage);
  });
});
