import type { Answer, Asked } from '../api/client.js';

export type Found = Answer<'post', '/review/searches'>;
export type Hit = Found['hits'][number];
export type What = Hit['what'];
export type Verdict = NonNullable<Hit['verdict']>;
export type Saved = Answer<'get', '/review/saved-searches'>['searches'][number];
export type Order = Asked<'post', '/review/searches'>['body'];

/** As the fields of the page hold it: empty asks for nothing. */
export interface Query {
  readonly words: string;
  readonly person: string;
  readonly product: string;
  readonly rule: string;
  readonly channel: string;
  readonly verdict: Verdict | '';
  readonly what: readonly What[];
  readonly from: string;
  readonly to: string;
}

export interface Filtering {
  readonly query: Query;
  readonly change: (query: Query) => void;
}

export const NOTHING: Query = {
  words: '',
  person: '',
  product: '',
  rule: '',
  channel: '',
  verdict: '',
  what: [],
  from: '',
  to: '',
};

export const WHATS: readonly What[] = [
  'customer',
  'reply',
  'advisor',
  'notice',
  'draft',
  'blocked_draft',
  'blocked_reply',
  'dropped',
  'note',
];
export const VERDICTS: readonly Verdict[] = ['no_issue', 'coach', 'violation', 'false_alarm'];

/** Nobody outside ever heard it. */
export const isUnsaid = (what: What): boolean =>
  !['customer', 'reply', 'advisor', 'notice'].includes(what);

const given = <T extends string>(text: T | ''): T | null => (text === '' ? null : text);

export const orderOf = (query: Query): Required<Omit<Order, 'after' | 'limit'>> => ({
  words: query.words.trim(),
  person: given(query.person.trim()),
  product: given(query.product.trim()),
  rule: given(query.rule.trim().toUpperCase()),
  channel: given(query.channel),
  verdict: given(query.verdict),
  what: [...query.what],
  from: given(query.from),
  to: given(query.to),
});

export const queryOf = ({ query }: Saved): Query => ({
  words: query.words ?? '',
  person: query.person ?? '',
  product: query.product ?? '',
  rule: query.rule ?? '',
  channel: query.channel ?? '',
  verdict: query.verdict ?? '',
  what: query.what ?? [],
  from: query.from ?? '',
  to: query.to ?? '',
});
