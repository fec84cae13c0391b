import type { ReactElement } from 'react';
import { useCallback } from 'react';
import { Chart, colourOf } from '../charts/chart.js';
import { percentOf, yuanOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import type { Plan } from './shapes.js';

type Outlook = NonNullable<Plan['outlook']>;

/** 目标达成区间: nineteen of twenty simulated ways, their middle, and the sum that is wanted. */
export function GoalFan({ outlook }: { readonly outlook: Outlook }): ReactElement {
  const said = useWords().approvals;
  return (
    <section className="card goal-fan">
      <h3>
        {said.fan} <span className="meta">{said.paths(yuanOf(outlook.paths))}</span>
      </h3>
      <Fan outlook={outlook} />
    </section>
  );
}

function Fan({ outlook }: { readonly outlook: Outlook }): ReactElement {
  const said = useWords().approvals;
  const key = JSON.stringify(outlook);
  const option = useCallback(() => fanOption(JSON.parse(key) as Outlook), [key]);
  const last = outlook.fan.at(-1);
  const at = (percentile: string): string => yuanOf(Math.round(last?.values[percentile] ?? 0));
  return (
    <>
      <Chart
        className="fan"
        option={option}
        label={said.fanLabel(at('5'), at('50'), at('95'), yuanOf(outlook.target))}
      />
      <p className="meta">
        {said.fanLine(at('50'), yuanOf(outlook.target), percentOf(outlook.probability, 0))}
      </p>
    </>
  );
}

const MONTHS = 12;
const WAN = 10_000;

function fanOption({ fan, target }: Outlook) {
  const line = (percentile: string) =>
    fan.map(({ month, values }) => [month / MONTHS, (values[percentile] ?? 0) / WAN]);
  const band = fan.map(({ month, values }) => [
    month / MONTHS,
    ((values['95'] ?? 0) - (values['5'] ?? 0)) / WAN,
  ]);
  const axis = { axisLabel: { color: colourOf('text3'), fontSize: 11 } };
  const plain = { type: 'line', symbol: 'none', silent: true } as const;
  return {
    grid: { left: 44, right: 12, top: 12, bottom: 24 },
    xAxis: { type: 'value', max: 'dataMax', splitLine: { show: false }, ...axis },
    yAxis: {
      type: 'value',
      scale: true,
      splitLine: { lineStyle: { color: colourOf('line2') } },
      ...axis,
    },
    series: [
      { ...plain, data: line('5'), stack: 'band', lineStyle: { opacity: 0 } },
      {
        ...plain,
        data: band,
        stack: 'band',
        lineStyle: { opacity: 0 },
        areaStyle: { color: colourOf('brand'), opacity: 0.14 },
      },
      {
        ...plain,
        data: line('50'),
        lineStyle: { color: colourOf('brand'), width: 2 },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colourOf('wait'), type: 'dashed' },
          data: [{ yAxis: target / WAN }],
        },
      },
    ],
  };
}
