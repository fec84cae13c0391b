import type { Portrait } from '../advice/profiling/portrait.js';
import { portraitOf } from '../advice/profiling/portrait.js';
import { withoutDeleted } from '../compliance/profiling-tags.js';
import type { Store } from '../store/store.js';
import type { Position } from '../terms/portfolio.js';
import type { LocalDate } from '../terms/time.js';
import type { CustomerProfile } from './kyc.js';
import { ageOn } from './kyc.js';
import { deletedTagRows } from './queries.js';

/** 画像判断: what is said of a customer by rules, less what they had taken away. */
export async function judgedPortrait(
  store: Store,
  profile: CustomerProfile,
  positions: readonly Position[],
  today: LocalDate,
): Promise<Portrait> {
  const deleted = (await deletedTagRows(store, profile.id)).map(({ tag }) => tag);
  const holdings = positions.map(({ product, value, riskLevel, pricedOn }) => ({
    product,
    value,
    riskLevel,
    asOf: pricedOn ?? today,
  }));
  const facts = { ...profile, age: ageOn(profile.born, today) };
  const judged = portraitOf(facts, holdings, [], today);
  return { ...judged, tags: withoutDeleted(judged.tags, deleted) };
}
