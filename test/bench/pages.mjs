// Pages of a reviewer over a made-up past, as the service's own endpoints answer them.
import { loadRoutingPolicy } from '../../dist/app/routing-policy.js';
import { loadTradingCalendar } from '../../dist/app/trading-calendar.js';
import { TRANSCRIPT_RULES } from '../../dist/compliance/transcript/transcript-rules.js';
import { readConfig } from '../../dist/config.js';
import { overviewEndpoints } from '../../dist/review/overview/overview-endpoints.js';
import { recordEndpoints } from '../../dist/review/record/record-endpoints.js';
import { percentile } from './figures.mjs';

const DAY_MS = 86_400_000;
const ASKS = 20;
const REVIEW_HOURS = 24;

const dayOf = (at) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/** Rows of a table: page, p50, p95 and most in ms, and how long the answer is in characters. */
export async function pageTimes(store, now, conversations) {
  const deps = { store, origin: 'shuzhi', now: () => now, rules: TRANSCRIPT_RULES };
  const house = { hours: readConfig({}).institution.hours, holidays: loadTradingCalendar() };
  const promised = { house, policy: loadRoutingPolicy(dayOf(now)) };
  const endpoints = [
    ...overviewEndpoints(deps, { reviewHours: REVIEW_HOURS }, promised),
    ...recordEndpoints(deps),
  ];
  const caller = { id: 'bench', holder: 'compliance', staff: null, byCookie: false };
  const ask = (path, params, given) => {
    const one = endpoints.find((endpoint) => endpoint.path === path);
    return one.run({ caller, params, query: one.query?.parse(given) });
  };
  const since = dayOf(now - 365 * DAY_MS);
  const until = dayOf(now);
  const pages = {
    'overview, 14 days': () => ask('/review/overview', {}, {}),
    'overview, 92 days': () => ask('/review/overview', {}, { days: '92' }),
    'rules over a year': () => ask('/review/rules', {}, { since }),
    'conversations of a week': () =>
      ask('/review/conversations', {}, { since: dayOf(now - 7 * DAY_MS), until }),
    'conversations with a rule, a year': () =>
      ask('/review/conversations', {}, { since, until, rule: 'T9' }),
    'one conversation': (nth) =>
      ask('/review/conversations/{id}', { id: conversations[nth % conversations.length] }, {}),
  };
  const rows = [];
  for (const [name, page] of Object.entries(pages)) {
    const times = [];
    let length = 0;
    for (let nth = 0; nth < ASKS; nth += 1) {
      const began = performance.now();
      length = JSON.stringify(await page(nth)).length;
      times.push(performance.now() - began);
    }
    rows.push([
      name,
      ...[0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1)),
      String(length),
    ]);
  }
  return rows;
}
