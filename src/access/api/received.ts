import { z } from 'zod';
import type { Instant, LocalDate } from '../../terms/time.js';
import { isLocalDate, toLocalDate } from '../../terms/time.js';
import { Problem } from '../problem.js';

/** 收到之日: what comes by letter may have lain; terms run from the day it came in. */
export const Received = z
  .string()
  .refine(isLocalDate, 'must be a day, YYYY-MM-DD')
  .optional()
  .describe('the day it came in; absent: today');

/** Throws a 400 Problem for a day that is still to come. */
export function receivedOn(now: Instant, day: LocalDate | undefined): LocalDate {
  const today = toLocalDate(now);
  if (day !== undefined && day > today) throw new Problem(400, '收到的日期不能晚于今天');
  return day ?? today;
}
