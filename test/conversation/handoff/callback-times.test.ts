import { describe, expect, it } from '@jest/globals';
import { callbackSlots, isOpen } from '../../../src/conversation/handoff/callback-times.js';

const hours = {
  weekdays: [1, 2, 3, 4, 5],
  spans: [
    { from: '09:00', to: '11:30' },
    { from: '13:00', to: '18:00' },
  ],
};
const house = {
  hours,
  holidays: { closures: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }] },
};
/** A moment in Shanghai. */
const at = (text: string) => Date.parse(`${text}:00+08:00`);

describe('office hours', () => {
  it.each([
    ['2026-11-25T09:00', true],
    ['2026-11-25T08:59', false],
    ['2026-11-25T11:30', false],
    ['2026-11-25T17:59', true],
    ['2026-11-25T18:00', false],
    ['2026-11-28T10:00', false],
    ['2026-11-29T10:00', false],
    ['2027-01-01T10:00', false],
  ])('at %s: open %s', (moment, open) => {
    expect(isOpen(house, at(moment))).toBe(open);
  });
});

describe('callback times', () => {
  it('are the next windows that have not begun', () => {
    expect(callbackSlots(house, at('2026-11-25T10:00'))).toEqual([
      { id: '2026-11-25T13:00', label: '11 月 25 日（周三）13:00–18:00' },
      { id: '2026-11-26T09:00', label: '11 月 26 日（周四）09:00–11:30' },
      { id: '2026-11-26T13:00', label: '11 月 26 日（周四）13:00–18:00' },
    ]);
  });

  it('leave out the window that begins this minute', () => {
    const [first] = callbackSlots(house, at('2026-11-25T09:00'));
    expect(first?.id).toBe('2026-11-25T13:00');
  });

  it('pass over the holidays', () => {
    const friday = callbackSlots(house, at('2026-12-31T20:00'), 1);
    expect(friday.map(({ label }) => label)).toEqual(['1 月 4 日（周一）09:00–11:30']);
  });

  it('work where Sunday is a working day', () => {
    const sunday = { ...house, hours: { ...hours, weekdays: [7] } };
    expect(callbackSlots(sunday, at('2026-11-25T10:00'), 1)[0]?.label).toContain('（周日）');
  });

  it('are none where nobody ever works', () => {
    expect(
      callbackSlots({ ...house, hours: { ...hours, weekdays: [] } }, at('2026-11-25T10:00')),
    ).toEqual([]);
  });
});
