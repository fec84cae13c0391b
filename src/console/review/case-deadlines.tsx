import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { useNames } from '../session/names.js';
import { useWords } from '../words/words.js';
import type { CaseShown } from './case-shapes.js';

const NAMES = ['decision', 'complex', 'approved'] as const;

/** 三个期限, and which of them counts now. */
export function CaseDeadlines({
  shown,
  deadlines,
}: {
  readonly shown: CaseShown;
  readonly deadlines: NonNullable<CaseShown['deadlines']>;
}): ReactElement {
  const said = useWords().caseWork;
  const nameOf = useNames();
  return (
    <section>
      <h3>{said.clocks}</h3>
      <ol className="case-deadlines">
        {NAMES.map((name) => (
          <li key={name} aria-current={deadlines[name] === shown.due || undefined}>
            <span className="meta">{said.clock[name]}</span>
            <strong className="mono">{deadlines[name]}</strong>
            {deadlines[name] === shown.due && <Chip tone="brand">{said.current}</Chip>}
          </li>
        ))}
      </ol>
      {shown.asked && (
        <p className="case-asked">{said.asked(nameOf(shown.asked.by), shown.asked.reason)}</p>
      )}
    </section>
  );
}
