import type { Fact } from '../../../terms/fact.js';
import type { LocalDate } from '../../../terms/time.js';
import { addDays, isLocalDate } from '../../../terms/time.js';
import type { CustomerDay, Happening, MomentStep, Sighting } from './moment.js';

/** Words that the catalogue is written in. */

export const yuanFact = (value: number, label: string): Fact => ({ value, unit: 'yuan', label });
export const dayFact = (value: LocalDate, label: string): Fact => ({ value, unit: 'date', label });

export const advisorTask = (action: string, more: Partial<MomentStep> = {}): MomentStep => ({
  audience: 'advisor',
  channels: ['task'],
  purpose: 'service',
  action,
  ...more,
});

export const customerNotice = (action: string, more: Partial<MomentStep> = {}): MomentStep => ({
  audience: 'customer',
  channels: ['app'],
  purpose: 'service',
  action,
  ...more,
});

export const numberIn = ({ body }: Happening, name: string): number => {
  const value = Number(body[name]);
  return Number.isFinite(value) ? value : 0;
};

export const textIn = ({ body }: Happening, name: string): string | null => {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** The day named in it, else so many days (`inDays`) after it, else its own. */
export function dayMeant(happening: Happening): LocalDate {
  const on = textIn(happening, 'on');
  if (on !== null && isLocalDate(on)) return on;
  const inDays = numberIn(happening, 'inDays');
  return addDays(happening.day, Math.trunc(inDays));
}

/** Happenings of these kinds that are no older than so many days. */
export const recent = (
  { happenings, today }: CustomerDay,
  kinds: readonly string[],
  days: number,
): readonly Happening[] =>
  happenings.filter(
    ({ kind, day }) => kinds.includes(kind) && day >= addDays(today, -days) && day <= today,
  );

/** Whether a sighting is of use today. */
export const isDue = ({ from, until }: Pick<Sighting, 'from' | 'until'>, today: LocalDate) =>
  from <= today && today <= until;

/** One step of something that happened, of use from its day for so many days. */
export const onHappening = (
  happening: Happening,
  step: string,
  days: number,
  found: Pick<Sighting, 'why'> & Partial<Sighting>,
): Sighting => ({
  step,
  subject: happening.id,
  from: happening.day,
  until: addDays(happening.day, days),
  stake: 0,
  told: {},
  ...found,
});

/** House rules stand in no law: they are the house's own, and reviewed there. */
export const HOUSE = {
  instrument: '本机构客户关怀办法',
  article: '关键时刻',
  tag: 'M',
} as const;
