import type { ReactElement } from 'react';
import { Chip } from '../../frame/chip.js';
import { PlaceLink } from '../../frame/place-link.js';
import { momentOf } from '../../words/dates.js';
import { useWords } from '../../words/words.js';
import type { Dealings } from './shapes.js';

/** 往来会话: what the customer said last, who served, and how it ended. */
export function Conversations({
  conversations,
}: {
  readonly conversations: Dealings['conversations'];
}): ReactElement {
  const words = useWords();
  const said = words.portrait;
  return (
    <section>
      <h3>
        {said.conversations} <span className="meta">{conversations.length}</span>
      </h3>
      {conversations.length === 0 && <p className="meta">{said.noConversations}</p>}
      <ul className="context-rows">
        {conversations.map(({ id, channel, opened, last, messages, person, outcome, rating }) => (
          <li key={id}>
            <PlaceLink to={['conversations', id]}>
              <span className="context-row-head">
                <strong>{momentOf(last?.at ?? opened)}</strong>
                <span className="meta">
                  {words.channel(channel)} · {said.messages(messages)}
                </span>
              </span>
              {last && <span className="context-words">{last.text}</span>}
              <span className="context-chips">
                {person !== null && <Chip tone="brand">{said.served(person)}</Chip>}
                {outcome !== null && <Chip>{said.outcome(outcome)}</Chip>}
                {rating !== null && <Chip>{said.rated(rating)}</Chip>}
              </span>
            </PlaceLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
