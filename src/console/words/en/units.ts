import type { Words } from '../words.js';

/** Of figures, with the space before them. */
export const unitsEn: Words['units'] = {
  '%': '%',
  yuan: ' CNY',
  day: ' days',
  month: ' months',
  year: ' years',
  count: '',
  date: '',
};
