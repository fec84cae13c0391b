import type { Words } from '../words.js';
import { houseEn } from './house-phrases.js';
import { momentActionEn, momentNameEn } from './moment-names.js';
import { plural } from './plural.js';

/** Why the customer may not be contacted now. */
const BARRIERS: Readonly<Record<string, string>> = {
  do_not_contact: 'asked not to be contacted',
  no_consent: 'did not agree to marketing',
  personalization_off: 'personalisation is off',
  gate: 'suitability does not allow it',
  no_business_consent: 'did not agree to hear of this business',
  weekly_cap: 'contacted for marketing this week already',
  quiet_hours: 'quiet hours',
};

const CHANNELS: Readonly<Record<string, string>> = {
  app: 'in app',
  task: 'task',
  call: 'call',
  sms: 'SMS',
  letter: 'letter',
  meeting: 'meeting',
  chat: 'chat',
  silent: 'internal',
};

/** Contacts in 30 days, as the ranking counts them. */
const touchesOf = (budget: number): number => Math.round(1 / budget) - 1;

export const todayEn: Words['today'] = {
  momentName: momentNameEn,
  momentAction: momentActionEn,
  whyNow: ({ number, why }) => `${momentNameEn(number, why)} (${houseEn(why)})`,
  rankedFor: ({ stake, likelihood, budget }) =>
    [
      ...(stake > 0
        ? [`about ${Math.round(stake / 1_000).toLocaleString('en')}k yuan concerned`]
        : []),
      `about ${Math.round(likelihood * 100)}% of such reminders lead to something`,
      touchesOf(budget) === 0
        ? 'not contacted in 30 days'
        : `contacted ${plural(touchesOf(budget), 'time')} in 30 days`,
    ].join('; '),
  list: 'Today',
  one: 'This moment',
  loading: 'Gathering what today asks of you',
  none: 'Nothing to do today',
  noneLine: 'Maturities, drawdowns and large movements of your customers appear here.',
  noneHere: 'Nothing here now.',
  tabs: { all: 'All', today: 'Today', week: 'This week', later: 'Put off', told: 'Outcome' },
  order: 'by value × likelihood × contact budget',
  kpi: {
    todo: 'To do',
    done: 'Done today',
    acted: 'Followed by action',
    marketing: 'Marketing, 7 days',
  },
  kpiOf: (part, whole) => `${part} / ${whole}`,
  kpiDue: (count) => (count === 0 ? 'none due today' : `${count} due today`),
  kpiDays: 'with an outcome, 30 days',
  kpiCap: 'at most one a week each',
  columns: {
    score: 'Score',
    who: 'Customer',
    why: 'Why now',
    due: 'Due',
    way: 'Channel',
    act: 'Action',
  },
  due: (days) => (days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
  again: (day) => `put off to ${day}`,
  score: (score) => `score ${score}`,
  number: (number) => `#${number}`,
  age: (age) => `aged ${age}`,
  channel: (channel) => CHANNELS[channel] ?? channel,
  barrier: (barrier) => BARRIERS[barrier] ?? barrier,
  until: (moment) => `possible from ${moment}`,
  told: 'written to; outcome open',
  facts: 'What triggered it',
  noFacts: 'See the reason beside it.',
  basis: 'Basis',
  ranked: 'Why it stands here',
  parts: { value: 'Value', likelihood: 'Likelihood', budget: 'Contact budget' },
  toDo: 'What to do',
  write: 'Edit and send',
  letterLine: 'not sent yet; edit before sending',
  open: 'Open chat',
  noTalk: 'The customer has no open conversation: please call.',
  message: 'To the customer',
  messageHint: 'Held to the same rules as the AI; once sent, the conversation is yours.',
  reason: 'Why it is said all the same (recorded)',
  send: 'Send',
  sent: 'Sent; the conversation is yours',
  outcome: 'Outcome',
  outcomeTitle: 'What came of it',
  outcomes: {
    acted: 'the customer acted',
    reached: 'reached',
    not_reached: 'not reached',
    not_interested: 'not needed',
    complained: 'unhappy about it',
  },
  remark: 'Remark (optional)',
  save: 'Record',
  saved: 'Recorded',
  postpone: 'Put off',
  postponeTitle: 'Until which day',
  postponeDay: 'Day',
  postponed: 'Put off',
  tooLate: 'No later than its last day',
  skip: 'Not this…',
  skipTitle: 'Why not',
  skipLine: 'It improves the reminders and is never held against you.',
  skipReasons: [
    'Contacted just now',
    'They said they need none',
    'Things have changed',
    'Not the time for it',
    'Other',
  ],
  skipWords: 'More words (optional)',
  skipped: 'Taken off today',
  cancel: 'Cancel',
  customer: 'Customer',
  keys: 'move · open · put off · not this',
};
