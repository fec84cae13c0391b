import { z } from 'zod';
import type { HouseThresholds } from '../advice/suitability/house-thresholds.js';
import { INSURED_PER_BANK } from '../advice/matching/principal.js';
import { yamlIn } from '../terms/yaml.js';

/** Where the release keeps them; the house puts its own in the place of this file. */
export const THRESHOLDS_FILE = 'knowledge/house/thresholds.yaml';

const Share = z.number().min(0).max(1);
const Bound = z.strictObject({ share: Share, months: z.number().min(0).max(120) });
const Days = z.int().min(1).max(3_650);

const File = z.strictObject({
  version: z.string().regex(/^[A-Za-z0-9.-]{1,40}$/),
  owner: z.string().min(1),
  suitability: z
    .strictObject({
      stated_loss_pct: z
        .array(z.number().min(0).max(100))
        .length(5)
        .refine((losses) => losses.every((loss, at) => at === 0 || loss >= losses[at - 1]!), {
          message: 'a higher grade may not state a smaller loss',
        }),
      review: Bound,
      warning: Bound,
    })
    .refine(({ review, warning }) => warning.share <= review.share, {
      message: 'a warning comes no later than the person who looks at it',
    })
    .refine(({ review, warning }) => warning.months >= review.months, {
      message: 'a warning comes no later than the person who looks at it',
    }),
  plans: z.strictObject({
    issuer_share: Share.gt(0),
    deposit_per_bank: z.number().positive().max(INSURED_PER_BANK),
    lock_margin_days: z.int().min(0).max(365),
    target_date_slack_years: z.int().min(0).max(30),
  }),
  needs: z.strictObject({ valid_days: Days }),
  review: z.strictObject({ hours: z.number().positive().max(720) }),
});

/** One file as thresholds; throws an Error that names the file and everything wrong with it. */
export function readThresholds(text: string, file: string): HouseThresholds {
  const parsed = File.safeParse(yamlIn(text, file));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const { version, suitability, plans, needs, review } = parsed.data;
  return {
    version,
    statedLossPct: suitability.stated_loss_pct,
    reviewShare: suitability.review.share,
    reviewMonths: suitability.review.months,
    warningShare: suitability.warning.share,
    warningMonths: suitability.warning.months,
    issuerShare: plans.issuer_share,
    depositPerBank: plans.deposit_per_bank,
    lockMarginDays: plans.lock_margin_days,
    targetDateSlackYears: plans.target_date_slack_years,
    needDays: needs.valid_days,
    reviewHours: review.hours,
  };
}
