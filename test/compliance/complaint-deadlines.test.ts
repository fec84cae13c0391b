import { expect, it } from '@jest/globals';
import { complaintDeadlines } from '../../src/compliance/complaint-deadlines.js';

it.each([
  ['2026-11-25', '2026-12-10', '2026-12-25', '2027-01-24'],
  ['2028-02-20', '2028-03-06', '2028-03-21', '2028-04-20'],
])(
  'a complaint of %s is decided by %s, by %s when complex, by %s with approval',
  (received, decision, complex, approved) => {
    expect(complaintDeadlines(received)).toEqual({ decision, complex, approved });
  },
);
