import type { Answer } from '../api/client.js';

/** What the two desks of cases show, as the API tells it. */
export type Desk = 'complaints' | 'rights';
export type CaseLine = Answer<'get', '/review/complaints'>['cases'][number];
export type CaseShown = Answer<'get', '/review/complaints/{id}'>;
export type Matter = CaseLine['matter'];

/** What is done with a case, by its name in the path. */
export type Act =
  | 'owner'
  | 'notes'
  | 'heard'
  | 'messages'
  | 'escalation'
  | 'outcome'
  | 'told'
  | 'extension'
  | 'extension/request'
  | 'extension/approval'
  | 'extension/refusal'
  | 'review'
  | 'identity'
  | 'copy'
  | 'tag-deletion';

/** What a dialog asks for before an act is done. */
export type Field = 'words' | 'channel' | 'outcome' | 'how';

export const FIELDS: Readonly<Partial<Record<Act, readonly Field[]>>> = {
  notes: ['words'],
  heard: ['channel', 'words'],
  messages: ['words'],
  escalation: ['words'],
  outcome: ['outcome', 'words'],
  told: ['channel'],
  extension: ['words'],
  'extension/request': ['words'],
  'extension/refusal': ['words'],
  review: ['channel', 'words'],
  identity: ['how'],
};

const OUTSIDE = ['phone', 'letter', 'counter'] as const;
export const CHOICES = {
  channel: OUTSIDE,
  how: ['signed_in', 'called_back', 'in_person'],
  outcome: {
    complaints: ['upheld', 'partly_upheld', 'not_upheld', 'settled', 'withdrawn'],
    rights: ['granted', 'partly', 'refused'],
  },
} as const;

/** What may be done now, what is wanted first: the first one is the page's one primary button. */
export function actsFor(shown: CaseShown, self: string): readonly Act[] {
  const isMine = shown.owner === self;
  const waits: readonly Act[] = shown.pending.length > 0 ? ['told'] : [];
  if (shown.stage === 'closed') {
    const once: readonly Act[] = shown.matter === 'complaint' && !shown.isReview ? ['review'] : [];
    return [...(isMine ? waits : []), 'notes', 'heard', ...once];
  }
  if (!isMine) return ['owner', ...answersOf(shown, self), 'notes', 'heard'];
  const steps: readonly Act[] = shown.stage === 'open' ? openActs(shown) : [];
  return [...steps, ...waits, 'messages', 'notes', 'heard', 'escalation'];
}

/** Another person's yes or no to more time. */
const answersOf = ({ asked }: CaseShown, self: string): readonly Act[] =>
  asked && asked.by !== self ? ['extension/approval', 'extension/refusal'] : [];

function openActs({
  matter,
  identity,
  extended,
  asked,
  isReview,
  erasure,
}: CaseShown): readonly Act[] {
  if (matter === 'complaint') {
    if (isReview || asked || extended === 'approved') return ['outcome'];
    return ['outcome', extended === 'none' ? 'extension' : 'extension/request'];
  }
  if (erasure !== null) return [];
  if (identity === null) return ['identity', 'outcome'];
  return matter === 'access' ? ['copy', 'outcome'] : ['outcome'];
}
