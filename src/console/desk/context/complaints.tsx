import type { ReactElement } from 'react';
import { Chip } from '../../frame/chip.js';
import { dayOf, daysUntil } from '../../words/dates.js';
import { useWords } from '../../words/words.js';
import type { Dealings } from './shapes.js';
import { SourceWords } from './source-words.js';

/** 投诉: with the day on which the answer is due. */
export function Complaints({
  complaints,
}: {
  readonly complaints: Dealings['complaints'];
}): ReactElement {
  const { portrait: said, joins } = useWords();
  if (complaints.length === 0) return <p className="meta context-none">{said.noComplaints}</p>;
  return (
    <>
      {complaints.map(({ at, matter, wish, due, said: words }) => (
        <section key={at}>
          <h3>
            {said.complaints} <span className="meta">{dayOf(at)}</span>
          </h3>
          <p>{matter}</p>
          <p className="meta">{joins.pair(said.wish, wish)}</p>
          <p className="context-chips">
            <Chip tone={daysUntil(due) <= DUE_SOON ? 'stop' : 'wait'}>{said.dueBy(due)}</Chip>
          </p>
          <SourceWords said={words} />
        </section>
      ))}
    </>
  );
}

const DUE_SOON = 3;
