import { CONDUCT_MOMENTS } from './conduct-moments.js';
import { DUTY_MOMENTS } from './duty-moments.js';
import { isDue } from './finding.js';
import { HOLDING_MOMENTS } from './holding-moments.js';
import { LIFE_MOMENTS } from './life-moments.js';
import type { CustomerDay, Due, MomentRule } from './moment.js';
import { MONEY_MOMENTS } from './money-moments.js';

/** 关键时刻目录: all 32, by number. */
export const MOMENTS: readonly MomentRule[] = [
  ...HOLDING_MOMENTS,
  ...MONEY_MOMENTS,
  ...LIFE_MOMENTS,
  ...DUTY_MOMENTS,
  ...CONDUCT_MOMENTS,
].sort((a, b) => a.number - b.number);

export const CATALOGUE_VERSION = 'mot-2026-11';

const BY_NUMBER = new Map(MOMENTS.map((rule) => [rule.number, rule]));

export const momentRule = (number: number): MomentRule | undefined => BY_NUMBER.get(number);

/** All that is due for a customer on a day; each is named for ever, so that it is raised once. */
export const dueOn = (day: CustomerDay): readonly Due[] =>
  MOMENTS.flatMap((rule) =>
    rule
      .find(day)
      .filter((found) => isDue(found, day.today))
      .map((found): Due => ({ ...found, rule })),
  );
