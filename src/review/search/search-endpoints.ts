import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import type { HouseDeps } from '../../conversation/house-stream.js';
import { addDays, startOfDay, toIso } from '../../terms/time.js';
import { ruleTitle } from '../findings/rule-titles.js';
import { maskedName } from '../record/customer-named.js';
import { VERDICTS } from '../work/events.js';
import type { Hit } from './hit.js';
import { indexAnew } from './index/indexing.js';
import { WHATS } from './index/words.js';
import { SearchQuery } from './search-query.js';
import { search } from './search.js';
import { parseWords, unfindable } from './word-query.js';

const TAG = 'review';
const Order = SearchQuery.extend({
  after: z.int().min(0).nullable().default(null).describe('`next` of the page before'),
  limit: z.int().min(1).max(100).default(20),
});

const HitShown = z.object({
  conversation: z.string(),
  seq: z.int().describe('of the entry it stands in'),
  at: z.string(),
  channel: z.string(),
  customer: z.string().nullable(),
  customerName: z.string().nullable().describe('masked'),
  what: z.enum(WHATS).describe('what it was; drafts, blocked replies and notes were never said'),
  employee: z.string().nullable().describe('whose words they are; null: not an employee’s'),
  text: z.string().describe('around the first place'),
  marks: z.array(z.object({ start: z.int(), end: z.int() })).describe('UTF-16 units of `text`'),
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
  rules: z
    .array(z.object({ rule: z.string(), title: z.string() }))
    .describe('whose findings stand there'),
  verdict: z.enum(VERDICTS).nullable(),
});
export const SearchShown = z.object({
  hits: z.array(HitShown).describe('latest first'),
  next: z.int().nullable().describe('where to go on; null: there is no more'),
});
export type SearchShown = z.input<typeof SearchShown>;

/** Whoever signs in, and whoever stands at the machine itself. */
const DOORS = [
  { path: '/review/searches', needs: 'review.search' },
  { path: '/operations/review/searches', needs: 'terminal.review' },
] as const;

/** 检索: words of customers and ours, said or not, in all conversations. Words never stand in an address. */
export const searchEndpoints = (deps: HouseDeps): readonly Endpoint[] => [
  ...DOORS.map((door) =>
    endpoint({
      ...door,
      method: 'post',
      tag: TAG,
      summary: 'Find what was said, drafted, stopped and noted; that somebody looked is recorded',
      body: Order,
      answer: SearchShown,
      secretAnswer: true,
      refusals: [422],
      run: async ({ caller, body }) => {
        refuseUnfindable(body);
        const { from, to } = body;
        const span = {
          from: from === null ? null : startOfDay(from),
          to: to === null ? null : startOfDay(addDays(to, 1)),
        };
        const { hits, next } = await search(deps, { ...body, ...span }, caller.id);
        return { hits: await Promise.all(hits.map((hit) => shown(deps, hit))), next };
      },
    }),
  ),
  endpoint({
    method: 'post',
    path: '/operations/review/search-indexes',
    tag: TAG,
    summary:
      'Make the index anew from the record, under a new key; it fills by itself from then on',
    needs: 'terminal.review',
    run: async () => indexAnew(deps),
  }),
];

/** What is typed must hold something that the index knows: else the latest of all would pass for hits. */
function refuseUnfindable(order: z.output<typeof Order>): void {
  const query = parseWords(order.words);
  const lost = unfindable(query);
  const none = lost.length === query.wanted.length ? lost[0] : undefined;
  const typed = none ?? (query.wanted.length === 0 ? order.words.trim() : '');
  if (typed === '') return;
  if (query.unwanted.length === 0 || none !== undefined) throw new Problem(422, sentenceOn(typed));
  // 「-保本」 beside a person or a rule leaves out some of theirs.
  const { person, product, rule, verdict } = order;
  if ([person, product, rule, verdict].some((one) => one !== null)) return;
  throw new Problem(422, '只写了要排除的字词：请再写一个要找的字词');
}

const sentenceOn = (typed: string): string =>
  /[\p{L}\p{N}]/u.test(typed)
    ? `「${typed}」太短：请输入一个汉字，或两个以上连着的字母、数字，也可以连前后的字一起写`
    : `「${typed}」里没有能检索的字：检索只认汉字、字母和数字，表情和标点找不到`;

const shown = async (
  { store }: HouseDeps,
  { id: _, isCut: [cutBefore, cutAfter], ...hit }: Hit,
): Promise<z.input<typeof HitShown>> => ({
  ...hit,
  customerName: await maskedName(store, hit.customer),
  at: toIso(hit.at),
  marks: [...hit.marks],
  rules: hit.rules.map((rule) => ({ rule, title: ruleTitle(rule) })),
  verdict: hit.verdict as (typeof VERDICTS)[number] | null,
  cutBefore,
  cutAfter,
});
