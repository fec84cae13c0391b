import { z } from 'zod';
import { isLocalDate, readInstant } from '../../terms/time.js';

/** The fields an institution's rows are made of. Messages are read beside file, line and column. */

const LONGEST_ID = 64;
const LONGEST_TEXT = 4_000;

export const id = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .max(LONGEST_ID, `must have at most ${LONGEST_ID} characters`);
export const text = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .max(LONGEST_TEXT, `must have at most ${LONGEST_TEXT} characters`);
export const day = z.string('must be a date').refine(isLocalDate, 'must be a date, YYYY-MM-DD');
export const flag = z.boolean('must be true or false');
export const amount = z.number('must be a number').min(0, 'must not be negative');
export const price = z.number('must be a number').gt(0, 'must be above 0');
export const count = z
  .int('must be a whole number')
  .min(0, 'must not be negative')
  .max(100_000, 'is too large');
export const texts = z.array(text, 'must be a list').max(200, 'has more than 200 entries');
/** A day or a moment; Asia/Shanghai where it names no offset. */
export const moment = z
  .string('must be a date or time')
  .refine((given) => readInstant(given) !== null, 'must be a date or ISO 8601 time')
  .transform((given) => readInstant(given) as number);
/** A word of a kind, as `life-marriage`. */
export const word = z
  .string('must be text')
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be kebab-case')
  .max(LONGEST_ID, `must have at most ${LONGEST_ID} characters`);
export const level = z.literal([1, 2, 3, 4, 5], 'must be 1, 2, 3, 4 or 5');
export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

/** Left out: keeps what it was. Null, in CSV an empty cell: back to what absent means. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().optional();

/** How a CSV cell is read; without one it is text. What cannot be read stays text, and is refused as such. */
export type Cell = 'number' | 'flag' | 'list' | 'json';

const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false };

export function cellValue(cell: string, kind: Cell | undefined): unknown {
  const given = cell.trim();
  if (given === '') return null;
  switch (kind) {
    case 'number':
      return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(given) ? Number(given) : given;
    case 'flag':
      return FLAGS[given.toLowerCase()] ?? given;
    case 'list':
      return given
        .split('|')
        .map((one) => one.trim())
        .filter((one) => one !== '');
    case 'json':
      return parsed(given);
    case undefined:
      return given;
  }
}

function parsed(given: string): unknown {
  try {
    return JSON.parse(given) as unknown;
  } catch {
    return given;
  }
}
