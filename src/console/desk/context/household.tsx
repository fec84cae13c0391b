import type { ReactElement } from 'react';
import { yuanOf } from '../../words/figures.js';
import { useWords } from '../../words/words.js';
import type { Portrait } from './shapes.js';

/** 家庭与收支: as the customer told them; what nobody told is said to be unknown. */
export function Household({
  portrait: { household, assessedOn },
}: {
  readonly portrait: Portrait;
}): ReactElement {
  const said = useWords().portrait;
  const figures: readonly (readonly [string, number | null])[] = [
    [said.income, household.income],
    [said.spending, household.spending],
    [said.liquid, household.liquid],
  ];
  return (
    <section>
      <h3>
        {said.household} {assessedOn && <span className="meta">{said.day(assessedOn)}</span>}
      </h3>
      <dl className="figures">
        {figures.map(([name, yuan]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{yuan === null ? said.unknown : yuanOf(yuan)}</dd>
          </div>
        ))}
      </dl>
      {household.events.length === 0 ? (
        <p className="meta">{said.noEvents}</p>
      ) : (
        <ul className="context-list">
          {household.events.map(({ kind, day }) => (
            <li key={`${kind} ${day}`}>
              {said.event(kind)} <span className="meta">{day}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
