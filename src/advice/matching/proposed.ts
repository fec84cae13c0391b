import type { Plan } from '../../terms/plan.js';
import type { ListedCategory } from './listing.js';
import type { Withheld } from './standing.js';

/** What comes of asking for a plan: a draft that waits for an advisor, or what stands in its way. */
export type Proposed =
  | { readonly kind: 'drafted'; readonly plan: Plan }
  | {
      readonly kind: 'withheld';
      readonly because: Withheld;
      /** For who has opted out: what is on sale by category. */
      readonly listed: readonly ListedCategory[];
    };
