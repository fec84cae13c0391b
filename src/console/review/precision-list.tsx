import type { ReactElement } from 'react';
import { useRef } from 'react';
import { useApi } from '../api/api-context.js';
import { useRefresh } from '../api/use-refresh.js';
import { useRead } from '../api/use-read.js';
import { Failed, Loading } from '../frame/states.js';
import { percentOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import { daysBack } from './shapes.js';
import { RuleTitle } from './rule-title.js';

/** Below it a rule should only remind. */
export const REMIND_BELOW = 0.8;
const MOST = 7;

/** 规则的准头, the worst first: these are the ones to do something about. */
export function PrecisionList({ days }: { readonly days: number }): ReactElement {
  const said = useWords().review.overview;
  const call = useApi();
  const read = useRead(`rules ${days}`, (signal) =>
    call('get', '/review/rules', { query: { since: daysBack(days) }, signal }),
  );
  const place = useRef<HTMLElement>(null);
  useRefresh(read.again, place);
  const judged = read.value?.rules
    .filter(({ precision }) => precision !== null)
    .sort((a, b) => (a.precision ?? 1) - (b.precision ?? 1));
  return (
    <section className="card precision-list" ref={place}>
      <h2>
        {said.precision} <span className="meta">{said.precisionLine}</span>
      </h2>
      {read.failure && !judged && (
        <Failed error={read.failure} what={said.precision} again={read.again} />
      )}
      {!read.failure && !judged && <Loading rows={3} />}
      {judged?.length === 0 && <p className="meta card-empty">{said.noPrecision}</p>}
      <ul>
        {judged?.slice(0, MOST).map(({ rule, title, precision }) => (
          <li key={rule}>
            <span>
              {rule} <RuleTitle rule={rule} title={title} />
            </span>
            <Precision value={precision ?? 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export const Precision = ({ value }: { readonly value: number }): ReactElement => (
  <span className={value < REMIND_BELOW ? 'precision is-low' : 'precision'}>
    <progress max={1} value={value} aria-hidden="true" />
    <span className="number">{percentOf(value, 0)}</span>
  </span>
);
