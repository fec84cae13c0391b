import type { ReactElement } from 'react';
import { useCallback } from 'react';
import { Chart, colourOf } from '../charts/chart.js';
import type { Words } from '../words/words.js';
import { useWords } from '../words/words.js';
import type { Overview } from './shapes.js';

/** Rules with a colour of their own; all others are one. */
const MOST = 5;
const TOKENS = ['asset-bond', 'asset-fixed-plus', 'asset-equity', 'asset-gold', 'asset-overseas'];
const OTHERS = 'asset-cash';

interface Series {
  readonly name: string;
  readonly token: string;
  readonly counts: readonly number[];
  readonly total: number;
}

/** 按规则的质检发现, a bar a day. */
export function FindingsChart({ overview }: { readonly overview: Overview }): ReactElement {
  const { review, joins, ruleName } = useWords();
  const said = review.overview;
  const series = seriesOf(overview, said.others, ruleName);
  const days = overview.days.map(({ day }) => day.slice(5));
  const key = JSON.stringify([days, series]);
  const option = useCallback(() => optionOf(...(JSON.parse(key) as [string[], Series[]])), [key]);
  const label = joins.clauses(series.map(({ name, total }) => `${name} ${total}`));
  return (
    <section className="card overview-chart">
      <h2>
        {said.byRule} <span className="meta">{said.byRuleLine}</span>
      </h2>
      {series.length === 0 ? (
        <p className="meta card-empty">{said.noFindings}</p>
      ) : (
        <>
          <ul className="legend">
            {series.map(({ name, token, total }) => (
              <li key={name}>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                  <rect width="10" height="10" rx="2" className={`fill-${token}`} />
                </svg>
                {name} <span className="number">{total}</span>
              </li>
            ))}
          </ul>
          <Chart className="bars" option={option} label={joins.pair(said.byRule, label)} />
          <AsTable days={days} series={series} />
        </>
      )}
    </section>
  );
}

/** 看表格: the same figures for whoever reads better than they see. */
function AsTable({
  days,
  series,
}: {
  readonly days: readonly string[];
  readonly series: readonly Series[];
}): ReactElement {
  const said = useWords().review.overview;
  return (
    <details className="chart-table">
      <summary>{said.asTable}</summary>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={said.byRule}>
        <table className="review-table">
          <thead>
            <tr>
              <th scope="col">{said.day}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day, at) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                {series.map(({ name, counts }) => (
                  <td key={name} className="number">
                    {counts[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function seriesOf(
  { days }: Overview,
  others: string,
  nameOf: Words['ruleName'],
): readonly Series[] {
  const all = days.flatMap(({ findings }) => findings);
  const totals = new Map<string, { readonly name: string; total: number }>();
  for (const { rule, title, count } of all) {
    const before = totals.get(rule)?.total ?? 0;
    totals.set(rule, { name: `${rule} ${nameOf(rule, title)}`, total: before + count });
  }
  const ranked = [...totals].sort(([, a], [, b]) => b.total - a.total);
  const rest = new Set(ranked.slice(MOST).map(([rule]) => rule));
  const countsOf = (isIn: (rule: string) => boolean): readonly number[] =>
    days.map(({ findings }) =>
      findings.filter(({ rule }) => isIn(rule)).reduce((sum, { count }) => sum + count, 0),
    );
  const own = ranked.slice(0, MOST).map(([rule, { name, total }], at) => ({
    name,
    token: TOKENS[at] ?? OTHERS,
    counts: countsOf((one) => one === rule),
    total,
  }));
  if (rest.size === 0) return own;
  const counts = countsOf((rule) => rest.has(rule));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return [...own, { name: others, token: OTHERS, counts, total }];
}

const optionOf = (days: readonly string[], series: readonly Series[]) => ({
  grid: { left: 4, right: 4, top: 12, bottom: 2, containLabel: true },
  xAxis: {
    type: 'category',
    data: days,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colourOf('line') } },
    axisLabel: { color: colourOf('text3'), fontSize: 11 },
  },
  yAxis: {
    type: 'value',
    minInterval: 1,
    splitLine: { lineStyle: { color: colourOf('line2') } },
    axisLabel: { color: colourOf('text3'), fontSize: 11 },
  },
  series: series.map(({ name, token, counts }) => ({
    name,
    type: 'bar',
    stack: 'all',
    barMaxWidth: 26,
    silent: true,
    // Nothing is no bar, not even the edge of one.
    data: counts.map((count) => (count === 0 ? null : count)),
    itemStyle: { color: colourOf(token), borderColor: colourOf('surface'), borderWidth: 1 },
  })),
});
