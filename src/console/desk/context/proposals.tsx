import type { ReactElement } from 'react';
import { Chip } from '../../frame/chip.js';
import { PlaceLink } from '../../frame/place-link.js';
import { dayOf } from '../../words/dates.js';
import { useWords } from '../../words/words.js';
import type { Portrait } from './shapes.js';

export function Proposals({ portrait }: { readonly portrait: Portrait }): ReactElement | null {
  const words = useWords();
  if (portrait.proposals.length === 0) return null;
  return (
    <section>
      <h3>{words.portrait.proposals}</h3>
      <ul className="context-list">
        {portrait.proposals.map(({ id, stage, drafted }) => (
          <li key={id}>
            <PlaceLink to={['approvals', id]}>{dayOf(drafted)}</PlaceLink>{' '}
            <Chip>{words.approvals.stages[stage as keyof typeof words.approvals.stages]}</Chip>
          </li>
        ))}
      </ul>
    </section>
  );
}
