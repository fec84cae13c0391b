import type { Answer } from '../api/client.js';

export type QueueItem = Answer<'get', '/review/queue'>['items'][number];
export type Verdict = QueueItem['given'][number]['verdict'];
export type Finding = Answer<'get', '/review/findings'>['findings'][number];
export type RecordRow = Answer<'get', '/review/conversations'>['conversations'][number];
export type Opened = Answer<'get', '/review/conversations/{id}'>;
export type Line = Opened['lines'][number];
/** A reply or a draft of the machine's, which can be made again and was approved by somebody. */
export const isAnswer = ({ kind, isShut }: Line): boolean =>
  !isShut && (kind === 'ReplyDecided' || kind === 'DraftOffered');

export type Evidence = Answer<'get', '/review/conversations/{id}/evidence/{seq}'>;
export type Made = NonNullable<Evidence['made']>;
export type Overview = Answer<'get', '/review/overview'>;
export type Ledger = Answer<'get', '/review/ledger'>;
export type RuleLine = Answer<'get', '/review/rules'>['rules'][number];
export type Erasure = Answer<'get', '/review/erasures'>['erasures'][number];
export type ErasureCase = Answer<'get', '/review/erasures/{id}'>;

export const VERDICTS = ['no_issue', 'coach', 'violation', 'false_alarm'] as const;

/** How far back the rules page looks. */
export const RULE_DAYS = 90;

/** The institution's days, so many back from today; today is among them. */
export const daysBack = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
    Date.now() - (days - 1) * 86_400_000,
  );

/** `9f3c…07b2`: enough of a hash to tell two apart. */
export const shortHash = (hash: string): string => `${hash.slice(0, 6)}…${hash.slice(-4)}`;

export const countOf = (count: number): string => new Intl.NumberFormat('en-US').format(count);
