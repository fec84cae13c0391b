import { presentEmployees } from '../access/staff/presence.js';
import { composeHandoffNotice } from '../agent/compose/handoff-notice.js';
import { guard } from '../compliance/guard.js';
import type { Turns } from '../conversation/turns.js';
import type { QueueDeps } from '../conversation/handoff/queue.js';
import type { DeskDeps } from '../desk/desk-router.js';
import { toLocalDate } from '../terms/time.js';
import { heldOn } from './dated-versions.js';
import { live } from './live.js';
import type { Parts } from './parts.js';
import { ORIGIN } from './parts.js';
import { noticeDepsOf } from './proposals.js';
import { loadTradingCalendar } from './trading-calendar.js';

type QueueParts = Pick<Parts, 'config' | 'store' | 'now' | 'house'>;

/** Who waits for whom, and by which values of the house. */
export const queueDepsOf = ({ config, store, now, house }: QueueParts): QueueDeps => ({
  store,
  house: { hours: config.institution.hours, holidays: loadTradingCalendar() },
  policy: live(() => heldOn(house.now().routing, toLocalDate(now()), 'routing policy holds')),
  present: () => presentEmployees(store, now()),
});

/** What moves the pen, and what is told of it. */
export function handoffDepsOf(
  parts: QueueParts & Pick<Parts, 'watch' | 'report' | 'knowledge'>,
  queue: QueueDeps,
  turns: Pick<Turns, 'wake'>,
  sentChannels: readonly string[],
): DeskDeps {
  const { config, now, watch, report } = parts;
  const { wordings } = parts.house;
  const { allowedHosts, houseWords, aiLabel, learned } = noticeDepsOf(config, wordings);
  return {
    ...queue,
    origin: ORIGIN,
    now,
    watch,
    report,
    turns,
    sentChannels,
    index: parts.knowledge.index,
    allowedHosts,
    houseWords,
    ...(learned && { learned }),
    noticeOf(event, before) {
      const draft = composeHandoffNotice(wordings, event, before);
      if (!draft) return null;
      const told = guard(draft, { speaker: 'bot', facts: [], passages: [], allowedHosts }, aiLabel);
      if (told.verdict === 'pass') return told.statement;
      const rules = told.findings.map(({ rule }) => rule).join(', ');
      throw new Error(`the notice of ${event.kind} does not pass the guard (${rules})`);
    },
  };
}
