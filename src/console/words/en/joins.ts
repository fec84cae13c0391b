import type { Words } from '../words.js';

/** How several things become a line. */
export const joinsEn: Words['joins'] = {
  list: (parts) => parts.join(', '),
  clauses: (parts) => parts.join(', '),
  apart: (parts) => parts.join('; '),
  pair: (name, value) => `${name}: ${value}`,
};
