import type { Answer } from '../api/client.js';

export type Queue = Answer<'get', '/desk/queue'>;
export type QueueLine = Queue['waiting'][number];
export type Conversation = Answer<'get', '/desk/conversations/{id}'>;
export type Utterance = Conversation['utterances'][number];
export type Mention = Answer<'get', '/desk/mentions'>['mentions'][number];
export type Finding = Answer<'post', '/desk/check'>['findings'][number];
export type Checked = Answer<'post', '/desk/check'>;

/** A message, or a move of the pen between two messages. */
export type Entry =
  | { readonly is: 'said'; readonly seq: number; readonly said: Utterance }
  | {
      readonly is: 'happened';
      readonly seq: number;
      readonly happened: Conversation['happenings'][number];
    };

export const entriesOf = ({ utterances, happenings }: Conversation): readonly Entry[] =>
  [
    ...utterances.map((said): Entry => ({ is: 'said', seq: said.seq, said })),
    ...happenings.map((happened): Entry => ({ is: 'happened', seq: happened.seq, happened })),
  ].sort((a, b) => a.seq - b.seq);

/** Whom one serves first, and then whom one serves already. */
export const inOrder = ({ waiting, mine, others }: Queue): readonly QueueLine[] => [
  ...waiting,
  ...mine,
  ...others,
];
