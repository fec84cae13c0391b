import type { ReactElement } from 'react';
import { Chip } from '../../frame/chip.js';
import { useWords } from '../../words/words.js';
import type { Dealings } from './shapes.js';

type State = Dealings['moments'][number]['state'];

const TONES: Readonly<Record<State, 'plain' | 'wait' | 'ok'>> = {
  open: 'wait',
  postponed: 'wait',
  told: 'plain',
  done: 'ok',
  dismissed: 'plain',
  lapsed: 'plain',
};

/** 关键时刻: what was due for the customer, and what became of it; latest first. */
export function Moments({ moments }: { readonly moments: Dealings['moments'] }): ReactElement {
  const { portrait: said, today, house } = useWords();
  return (
    <section>
      <h3>
        {said.moments} <span className="meta">{moments.length}</span>
      </h3>
      {moments.length === 0 && <p className="meta">{said.noMoments}</p>}
      <ol className="context-moments">
        {moments.map(({ id, number, name, why, from, state }) => (
          <li key={id}>
            <time dateTime={from}>{from}</time>
            <span>
              {today.momentName(number, name)} <span className="meta">{said.moment(number)}</span>
              <span className="context-words">{house(why)}</span>
            </span>
            <Chip tone={TONES[state]}>{said.momentState(state)}</Chip>
          </li>
        ))}
      </ol>
    </section>
  );
}
