import { z } from 'zod';
import { VERDICTS } from '../work/events.js';
import { WHATS } from './index/words.js';

const Given = z.string().trim().min(1).max(100).nullable().default(null);
const Day = z.iso.date().nullable().default(null);

/** All that is given must hold. */
export const SearchQuery = z.strictObject({
  words: z
    .string()
    .trim()
    .max(500, '检索词最多 500 个字')
    .default('')
    .describe(
      'words, in any order; a phrase in quotation marks; a minus before what must not occur',
    ),
  person: Given.describe('a customer or an employee, by id or whole name'),
  product: Given.describe('by code, or a part of its name'),
  rule: Given.describe('of which a finding stands there'),
  channel: Given,
  verdict: z.enum(VERDICTS).nullable().default(null).describe('of the review of its conversation'),
  what: z.array(z.enum(WHATS)).max(WHATS.length).default([]).describe('empty: whatever it was'),
  from: Day,
  to: Day.describe('through that day'),
});
