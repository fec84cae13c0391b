import type { ReactElement } from 'react';
import { useContext } from 'react';
import { PlaceLink } from '../frame/place-link.js';
import type { Query } from '../frame/route.js';
import { LookContext } from '../look/look-context.js';
import { spanOf } from '../words/dates.js';
import { percentOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import type { Overview } from './shapes.js';
import { countOf } from './shapes.js';

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly line: string;
  readonly isLate?: boolean;
  /** The page behind the figure. */
  readonly place?: 'queue' | 'records' | 'cases' | 'erasures';
  /** What of that page. */
  readonly query?: Query;
}

/** 首响达标率 below this is told in the colour of what is late. House rule. */
const IN_TIME = 0.9;

/** `1:40`, as the rings at the desk count. */
const clockLength = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

export function OverviewFigures({ overview }: { readonly overview: Overview }): ReactElement {
  return (
    <dl className="card overview-figures">
      {useFigures(overview).map(({ name, value, line, isLate, place, query }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={isLate ? 'figure is-late' : 'figure'}>
            {place ? (
              <PlaceLink to={[place]} {...(query ? { query } : {})}>
                {value}
              </PlaceLink>
            ) : (
              value
            )}
          </dd>
          <dd className="meta">{line}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Why there is no first reply to count. */
function whyNone({ handoffs, replies }: Overview): 'noCalls' | 'noneAssigned' | 'noneLate' {
  if (replies.assigned > 0) return 'noneLate';
  return handoffs > 0 ? 'noneAssigned' : 'noCalls';
}

/** The rule that found most, by its number; null: none found anything. */
function mostFound(found: Overview['days'][number]['findings']): string | null {
  const sums = new Map<string, number>();
  for (const { rule, count } of found) sums.set(rule, (sums.get(rule) ?? 0) + count);
  const [most] = [...sums].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

function useFigures(overview: Overview): readonly Figure[] {
  const { review: words, joins } = useWords();
  const said = words.overview;
  const { language } = useContext(LookContext);
  const { rate, replies, stopped, reviews, erasures, openComplaints: complaints } = overview;
  const found = overview.days.flatMap(({ findings }) => findings);
  const foundMost = mostFound(found);
  const oldest = reviews.oldest
    ? [said.oldest(spanOf(Date.now() - Date.parse(reviews.oldest), language))]
    : [];
  return [
    {
      name: said.conversations,
      value: countOf(overview.conversations),
      line: said.handoffs(overview.handoffs),
      place: 'records',
      query: { since: overview.since },
    },
    {
      name: said.replies,
      value: replies.share === null ? '–' : percentOf(replies.share),
      line:
        replies.counted === 0
          ? said[whyNone(overview)]
          : joins.clauses([
              said.repliesOf(replies.inTime, replies.counted, replies.minutes),
              ...(replies.medianSeconds === null
                ? []
                : [said.medianWait(clockLength(replies.medianSeconds))]),
            ]),
      isLate: replies.share !== null && replies.share < IN_TIME,
    },
    {
      name: said.rate,
      value: rate.value === null ? '–' : percentOf(rate.value, 2),
      line:
        rate.value === null
          ? words.queue.rateNone
          : words.queue.interval(percentOf(rate.low, 2), percentOf(rate.high, 2)),
    },
    {
      name: said.findings,
      value: countOf(found.reduce((sum, { count }) => sum + count, 0)),
      line: foundMost ? said.foundMost(foundMost) : said.noFindings,
    },
    {
      name: said.stopped,
      value: countOf(stopped.machine + stopped.advisors),
      line: said.stoppedBy(stopped.machine, stopped.advisors),
    },
    {
      name: said.reviews,
      value: countOf(reviews.waiting),
      line: joins.clauses([
        said.reviewsLine(reviews.severe, reviews.second, reviews.third),
        ...oldest,
      ]),
      isLate: reviews.isLate,
      place: 'queue',
    },
    {
      name: said.complaints,
      value: countOf(complaints.open),
      line: joins.clauses([
        ...(complaints.overdue > 0 ? [said.overdue(complaints.overdue)] : []),
        said.filed(overview.complaints),
      ]),
      isLate: complaints.overdue > 0,
      place: 'cases',
    },
    {
      name: said.erasures,
      value: countOf(erasures.open),
      line:
        erasures.overdue > 0
          ? said.overdue(erasures.overdue)
          : erasures.next
            ? said.erasuresLine(erasures.next)
            : said.noneDue,
      isLate: erasures.overdue > 0,
      place: 'erasures',
    },
  ];
}
