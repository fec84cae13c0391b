import type { Words } from '../words.js';

/** Why no plan may be drafted today. */
const WITHHELD: Readonly<Record<string, string>> = {
  for_person: 'identity to be checked',
  opted_out: 'not personalised',
  data_refused: 'data missing',
  never_assessed: 'not assessed',
  assessment_expired: 'assessment expired',
  assessment_invalid: 'assessment invalid',
};

const TAGS: Readonly<Record<string, string>> = {
  never_assessed: 'never assessed',
  assessment_expired: 'assessment expired',
  lowest_category: 'lowest risk category',
  holds_above_class: 'holds above class',
  older: '65 or older, special care',
};

const SOURCES: Readonly<Record<string, string>> = {
  master: 'customer file',
  questionnaire: 'risk assessment',
  conversation: 'conversation',
  holdings: 'holdings',
  rule: 'rule',
};

const STAGES: Readonly<Record<string, string>> = {
  prospect: 'prospect',
  new: 'new',
  active: 'active',
  quiet: 'quiet',
  dormant: 'dormant',
  left: 'left',
};

const EVENTS: Readonly<Record<string, string>> = {
  'child-born': 'a child was born',
  married: 'married',
  divorced: 'divorced',
  illness: 'illness in the family',
  'job-lost': 'change of work',
  'retirement-planned': 'plans to retire',
  'mortgage-started': 'new mortgage',
  'mortgage-settled': 'mortgage settled',
};

const MOMENT_STATES: Readonly<Record<string, string>> = {
  open: 'to do',
  postponed: 'put off',
  told: 'told',
  done: 'done',
  dismissed: 'dismissed',
  lapsed: 'lapsed',
};

const OUTCOMES: Readonly<Record<string, string>> = {
  solved: 'solved',
  unsolved: 'unsolved',
  follow_up: 'to follow up',
};

const BOUND: Readonly<Record<string, string>> = {
  capacity: 'set by capacity',
  willingness: 'set by willingness',
  both: 'both agree',
  answers: 'set by single answers',
};

const CAPACITIES: Readonly<Record<string, string>> = {
  full: 'full capacity',
  limited: 'limited capacity',
  none: 'no capacity',
};

export const portraitEn: Words['portrait'] = {
  pane: 'Customer',
  visitor: 'A visitor who is not signed in; there is no file.',
  tabs: {
    overview: 'Overview',
    holdings: 'Holdings',
    needs: 'Needs',
    dealings: 'History',
    complaints: 'Complaints',
  },
  open: 'Open the customer’s file',
  reveal: 'Show name and phone',
  revealNote: 'Recorded; masked again after 60 seconds',
  noPhone: 'No phone on file',
  unassessed: 'Not assessed',
  assessed: (day) => `assessed ${day}`,
  expires: (day) => `until ${day}`,
  expiresSoon: (days) => `expires in ${days} days`,
  expired: (day) => `expired ${day}`,
  withheld: (why) => WITHHELD[why] ?? why,
  personalOn: 'Personalised',
  personalOff: 'Not personalised',
  professional: 'Professional',
  contactable: 'May be contacted',
  doNotContact: 'Do not contact',
  risk: 'Risk tolerance',
  ability: 'Capacity',
  willingness: 'Willingness',
  side: (points, of, tolerance) => `${points} / ${of} · C${tolerance}`,
  sidesUnknown: 'Assessed elsewhere; the sides are not known.',
  boundBy: (side) => BOUND[side] ?? side,
  legal: (capacity) => CAPACITIES[capacity] ?? capacity,
  lowest: 'lowest category: R1 only',
  tags: 'Tags',
  noTags: 'No tags.',
  tag: (tag) => TAGS[tag] ?? tag,
  source: (source, day) =>
    `from ${SOURCES[source] ?? source}${day === null ? '' : `, as of ${day}`}`,
  stage: 'Life cycle',
  stageOf: (stage) => STAGES[stage] ?? stage,
  dealt: (first, last) =>
    first === null ? 'No deals on file' : `first deal ${first} · last ${last ?? first}`,
  household: 'Household and means (CNY)',
  event: (kind) => EVENTS[kind] ?? kind,
  noEvents: 'Nothing of the family on file.',
  contact: 'Consent and contact',
  mayContact: 'Contact',
  marketing: 'Marketing',
  agreed: 'agreed',
  notAgreed: 'not agreed',
  businesses: 'Wants to hear of',
  lastMarketing: 'Last marketing contact',
  touches: (count) => `${count} contacts in 30 days`,
  never: 'none',
  holdings: 'Holdings',
  asOf: (count, day) => `${count} · as of ${day}`,
  day: (day) => `as of ${day}`,
  nothingHeld: 'Nothing held.',
  value: 'Value (CNY)',
  profit: 'Gain or loss',
  product: 'Product',
  grade: 'Grade',
  concentrated: (share) => `${share} of the whole, above the 30% line`,
  proposals: 'Proposals',
  liquid: 'Liquid assets',
  spending: 'Monthly spending',
  income: 'Household income',
  unknown: 'not told',
  needs: 'Needs',
  noNeeds: 'No confirmed need yet.',
  need: {
    amount: 'Amount (CNY)',
    months: 'Horizon',
    maxLoss: 'Bearable loss',
    target: 'Target (CNY)',
    monthlySaving: 'Saved monthly (CNY)',
  },
  said: 'Their words',
  jump: 'Go to these words',
  conversations: 'Conversations',
  noConversations: 'None yet.',
  messages: (count) => `${count} messages`,
  served: (name) => `served by ${name}`,
  outcome: (outcome) => OUTCOMES[outcome] ?? outcome,
  rated: (score) => `rated ${score}`,
  complaints: 'Complaints',
  noComplaints: 'No complaints.',
  wish: 'Wish',
  dueBy: (day) => `answer due ${day}`,
  moments: 'Key moments',
  noMoments: 'No key moments in 90 days.',
  moment: (number) => `#${number}`,
  momentState: (state) => MOMENT_STATES[state] ?? state,
};
