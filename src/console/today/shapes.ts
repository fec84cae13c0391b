import type { Answer } from '../api/client.js';
import { daysUntil } from '../words/dates.js';

export type Today = Answer<'get', '/desk/moments'>;
export type Moment = Today['moments'][number];

export const TABS = ['all', 'today', 'week', 'later', 'told'] as const;
export type Tab = (typeof TABS)[number];

const WEEK_DAYS = 7;

const isLater = ({ state, again }: Moment): boolean =>
  state === 'postponed' && again !== null && daysUntil(again) > 0;

/** What stands under a tab; what was put off or written about stands apart from what is to be done. */
export function under(tab: Tab, moments: readonly Moment[]): readonly Moment[] {
  if (tab === 'told') return moments.filter(({ state }) => state === 'told');
  if (tab === 'later') return moments.filter(isLater);
  const open = moments.filter((one) => one.state !== 'told' && !isLater(one));
  if (tab === 'all') return open;
  const days = tab === 'today' ? 0 : WEEK_DAYS;
  return open.filter(({ until }) => daysUntil(until) <= days);
}

/** 0 … 100, of the highest there is that day. */
export const scoreOf = ({ score }: Moment): number => Math.round(score * 100);
