import { describe, expect, it } from '@jest/globals';
import { employeeHours } from '../../src/profiles/employee-hours.js';

const WORKDAYS = [1, 2, 3, 4, 5];
const day = [{ from: '09:00', to: '18:00' }];

describe('hours as an institution writes them', () => {
  it.each([
    ['9:00-18:00', WORKDAYS, day],
    ['09：00 至 18：00', WORKDAYS, day],
    ['工作日 9:00–18:00', WORKDAYS, day],
    ['Mon-Fri 09:00-18:00', WORKDAYS, day],
    ['周一至周五 9:00-18:00', WORKDAYS, day],
    ['周二到周六 9:00-18:00', [2, 3, 4, 5, 6], day],
    ['周六至周一 9:00-18:00', [1, 6, 7], day],
    ['周一、周三 9:00-18:00', [1, 3], day],
    ['每天 9:00-18:00', [1, 2, 3, 4, 5, 6, 7], day],
    ['周五 9:00-18:00', [5], day],
    [
      '9:00-11:30, 13:00-24:00',
      WORKDAYS,
      [
        { from: '09:00', to: '11:30' },
        { from: '13:00', to: '24:00' },
      ],
    ],
  ])('%s', (written, weekdays, spans) => {
    expect(employeeHours(written)).toEqual({ weekdays, spans });
  });

  it.each([null, '', '弹性', '18:00-9:00', '9:75-18:00', '25:00-26:00'])(
    '%j says none',
    (written) => {
      expect(employeeHours(written)).toBeNull();
    },
  );
});
