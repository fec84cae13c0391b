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
  const { portrait: said, caseWork, joins } = useWords();
  if (complaints.length === 0) return <p className="meta context-none">{said.noComplaints}</p>;
  return (
    <>
      {complaints.map(({ id, at, stage, matter, wish, due, said: words }) => (
        <section key={id}>
          <h3>
            {said.complaints} <span className="meta">{dayOf(at)}</span>
          </h3>
          <p>{matter}</p>
          {wish !== '' && <p className="meta">{joins.pair(said.wish, wish)}</p>}
          <p className="context-chips">
            <Chip>{id}</Chip>
            <Chip tone={stage === 'closed' ? 'ok' : 'plain'}>{caseWork.stages[stage]}</Chip>
            {stage === 'open' && (
              <Chip tone={daysUntil(due) <= DUE_SOON ? 'stop' : 'wait'}>{said.dueBy(due)}</Chip>
            )}
          </p>
          {words && <SourceWords said={words} />}
        </section>
      ))}
    </>
  );
}

const DUE_SOON = 3;
