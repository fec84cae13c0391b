import { findConversation } from '../../conversation/queries/conversation.js';
import { readStream } from '../../conversation/stream.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../terms/json.js';
import type { Seal } from '../pictures/seal.js';
import { activityOf } from './render.js';
import type { Seat } from './tokens.js';

/** Watermarks are positions in the record; a garbled one counts as none. */
export const watermarkOf = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;

export interface ActivitySet {
  readonly activities: readonly JsonObject[];
  readonly watermark: string;
}

const PAGE = 200;

/** What a client may see after a watermark, at most a page of it. */
export async function activitiesAfter(
  deps: { readonly store: Store; readonly assistantName: string; readonly seal: Seal },
  { conversation: id, user, base }: Seat,
  watermark: number,
): Promise<ActivitySet> {
  const { assistantName: assistant, seal } = deps;
  const voices = { assistant, customerUser: user, base, seal };
  // What is frozen is shown to nobody any more, whatever token they still hold.
  if (!(await findConversation(deps.store, id))) {
    return { activities: [], watermark: String(watermark) };
  }
  const recorded = await readStream(deps.store, id, watermark, PAGE);
  const activities = await Promise.all(recorded.map((item) => activityOf(id, item, voices)));
  return {
    activities: activities.filter((activity) => activity !== null),
    watermark: String(recorded.at(-1)?.seq ?? watermark),
  };
}
