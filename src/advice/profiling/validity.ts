import type { LocalDate } from '../../terms/time.js';
import { addMonths } from '../../terms/time.js';

/** 有效期: an assessment counts for 12 calendar months (金融机构产品适当性管理办法 art. 29 [T2]). */
export const VALID_MONTHS = 12;

/** The first day on which it no longer counts; 29 February + 12 months is 28 February. */
export const expiresOn = (assessedOn: LocalDate): LocalDate => addMonths(assessedOn, VALID_MONTHS);

/** Over, or dated after today (contracts.md: *expired*). */
export const isExpired = (assessedOn: LocalDate, today: LocalDate): boolean =>
  today >= expiresOn(assessedOn) || assessedOn > today;
