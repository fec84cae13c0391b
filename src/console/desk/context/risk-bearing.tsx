import type { ReactElement } from 'react';
import { Chip } from '../../frame/chip.js';
import { useWords } from '../../words/words.js';
import type { Portrait } from './shapes.js';

/** 承受能力与意愿: what the customer can bear and what they are willing to, and which of them binds. */
export function RiskBearing({ portrait }: { readonly portrait: Portrait }): ReactElement {
  const said = useWords().portrait;
  const { assessed, assessedOn, capacity, lowestCategory } = portrait;
  return (
    <section>
      <h3>
        {said.risk}{' '}
        <span className="meta">
          {assessedOn === null ? said.unassessed : said.assessed(assessedOn)}
        </span>
      </h3>
      {assessed ? (
        <dl className="figures">
          {(['capacity', 'willingness'] as const).map((side) => {
            const { points, of, tolerance } = assessed[side];
            return (
              <div key={side}>
                <dt>{side === 'capacity' ? said.ability : said.willingness}</dt>
                <dd>{said.side(points, of, tolerance)}</dd>
              </div>
            );
          })}
        </dl>
      ) : (
        assessedOn !== null && <p className="meta">{said.sidesUnknown}</p>
      )}
      <p className="context-chips">
        {assessed && <Chip>{said.boundBy(assessed.boundBy)}</Chip>}
        {lowestCategory && <Chip tone="stop">{said.lowest}</Chip>}
        {capacity !== null && (
          <Chip tone={capacity === 'full' ? 'plain' : 'stop'}>{said.legal(capacity)}</Chip>
        )}
      </p>
    </section>
  );
}
