import type { Plan } from '../../terms/plan.js';
import type { ListedCategory } from './listing.js';
import type { Levers } from './projection.js';
import type { Withheld } from './standing.js';

/** What comes of asking for a plan: a draft that waits for an advisor, or what stands in its way. */
export type Proposed =
  | {
      readonly kind: 'drafted';
      readonly plan: Plan;
      /** What would bring the goal within reach; null: it is, or there is no sum to reach. */
      readonly levers: Levers | null;
    }
  | {
      readonly kind: 'withheld';
      readonly because: Withheld;
      /** For who has opted out: what is on sale by category. */
      readonly listed: readonly ListedCategory[];
    };
