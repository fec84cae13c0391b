import type { Store } from '../store/store.js';
import type { SlotValues } from '../terms/command.js';
import type { Instant } from '../terms/time.js';
import type { NeedStated } from './events.js';
import { needFlow } from './flows/need.js';
import { latestOfKind } from './queries/stream.js';

const DAY_MS = 86_400_000;

/** 「给我个方案」: a plan is asked for as of something known; 「帮我规划一下」 begins with a need of its own. */
export const asksForPlan = (texts: readonly string[]): boolean =>
  texts.some((text) => /方案|怎么配|配置一下/.test(text));

/**
 * 已确认的需求: what a customer confirmed last, in whichever conversation; null: nothing, or more than
 * `days` ago.
 */
export async function confirmedNeedOf(
  store: Store,
  customer: string,
  now: Instant,
  days: number,
): Promise<SlotValues | null> {
  const found = await latestOfKind(store, customer, 'NeedStated', now - days * DAY_MS);
  if (!found?.body) return null;
  const { need } = JSON.parse(found.body) as Pick<NeedStated, 'need'>;
  return Object.fromEntries(Object.entries(need).filter(([slot]) => needFlow.slots.includes(slot)));
}
