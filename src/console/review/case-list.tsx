import type { ReactElement, ReactNode } from 'react';
import { Chip } from '../frame/chip.js';
import { PlaceLink } from '../frame/place-link.js';
import { useNames } from '../session/names.js';
import { useWords } from '../words/words.js';
import { CaseClock, leftIn } from './case-clock.js';
import { CustomerName } from './customer-name.js';
import type { CaseLine, Desk } from './case-shapes.js';

const PLACES = { complaints: 'cases', rights: 'rights' } as const;

export const placeOf = (desk: Desk): (typeof PLACES)[Desk] => PLACES[desk];

export function CaseList({
  desk,
  lines,
  current,
  children,
}: {
  readonly desk: Desk;
  readonly lines: readonly CaseLine[];
  readonly current: string | null;
  /** Where the list stops before its end. */
  readonly children: ReactNode;
}): ReactElement {
  const said = useWords().caseWork;
  return (
    <nav className="case-list" aria-label={said.list}>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <Row desk={desk} line={line} isCurrent={line.id === current} />
          </li>
        ))}
      </ul>
      {children}
    </nav>
  );
}

function Row({
  desk,
  line,
  isCurrent,
}: {
  readonly desk: Desk;
  readonly line: CaseLine;
  readonly isCurrent: boolean;
}): ReactElement {
  const said = useWords().caseWork;
  const nameOf = useNames();
  const owner = line.owner === null ? said.nobody : nameOf(line.owner);
  return (
    <PlaceLink
      to={[placeOf(desk), line.id]}
      className="list-row case-row"
      aria-current={isCurrent || undefined}
    >
      <CaseClock line={line} />
      <span className="case-what">
        {desk === 'complaints' ? (
          // They are all complaints: whose, and by when, tells one from the other.
          <>
            <strong>
              <CustomerName id={line.customer} name={line.customerName} />
            </strong>
            <span className="meta">
              {said.due(line.due)} · {owner}
            </span>
          </>
        ) : (
          <>
            <strong>{said.matters[line.matter]}</strong>
            <span className="meta">
              <CustomerName id={line.customer} name={line.customerName} /> · {owner}
            </span>
          </>
        )}
        <span className="case-chips">
          <Chip tone={line.stage === 'closed' ? 'ok' : 'plain'}>{said.stages[line.stage]}</Chip>
          {line.stage !== 'closed' && line.overdue && (
            <Chip tone="stop">{leftIn(said, line.daysLeft)}</Chip>
          )}
          {line.untold && <Chip tone="wait">{said.untold}</Chip>}
          {line.escalated && line.stage !== 'closed' && <Chip tone="stop">{said.escalated}</Chip>}
        </span>
      </span>
    </PlaceLink>
  );
}
