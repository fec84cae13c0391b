import type { ReactElement } from 'react';
import { useWords } from '../words/words.js';
import type { Today } from './shapes.js';
import { under } from './shapes.js';

/** 一天的数字: what is to be done and what came of it; nobody is judged by them. */
export function Figures({ today }: { readonly today: Today }): ReactElement {
  const said = useWords().today;
  const { moments, tally } = today;
  const due = under('today', moments).length;
  const figures: readonly (readonly [string, string, string])[] = [
    [said.kpi.todo, String(under('all', moments).length), said.kpiDue(due)],
    [said.kpi.done, String(tally.doneToday), ''],
    [said.kpi.acted, said.kpiOf(tally.acted, tally.decided), said.kpiDays],
    [said.kpi.marketing, said.kpiOf(tally.marketing, tally.customers), said.kpiCap],
  ];
  return (
    <dl className="card today-figures">
      {figures.map(([name, figure, line]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
          <dd className="meta">{line}</dd>
        </div>
      ))}
    </dl>
  );
}
