import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { go } from '../frame/route.js';
import { PlaceLink } from '../frame/place-link.js';
import { factOf, percentOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import type { Doing } from './act-dialogs.js';
import { HeldWords } from './held-words.js';
import type { Moment } from './shapes.js';
import { useLetter } from './use-letter.js';

/** 这件事: the facts it was found by, why it stands where it does, and what can be done. */
export function MomentDetail({
  moment,
  ask,
}: {
  readonly moment: Moment;
  readonly ask: (doing: Doing) => void;
}): ReactElement {
  const words = useWords();
  const said = words.today;
  const { customer, name, number, audience, action, basis, tolerance, until } = moment;
  return (
    <aside className="today-detail" aria-label={said.one} tabIndex={-1}>
      <section>
        <h2>
          {moment.masked} {tolerance !== null && <Chip tone="brand">C{tolerance}</Chip>}
        </h2>
        <p className="meta">
          {said.momentName(number, name)} · {said.number(number)} · {until}
        </p>
        <p>
          <PlaceLink to={['customers', customer]}>
            {said.customer} <span className="mono">{customer}</span>
          </PlaceLink>
        </p>
      </section>
      <Facts moment={moment} />
      <section>
        <h3>{said.toDo}</h3>
        <p>{said.momentAction(number, audience, action)}</p>
        <p className="meta">{words.joins.pair(said.basis, basis)}</p>
      </section>
      <Letter moment={moment} />
      <Ranking moment={moment} />
      <Acts moment={moment} ask={ask} />
    </aside>
  );
}

function Facts({ moment }: { readonly moment: Moment }): ReactElement {
  const { today: said, units, house } = useWords();
  const { why, facts } = moment;
  return (
    <section>
      <h3>{said.facts}</h3>
      <p>{house(why)}</p>
      {facts.length > 0 && (
        <dl className="context-lines">
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{factOf(fact, units)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** What the machine would write; dashed: nobody has said it. */
function Letter({ moment }: { readonly moment: Moment }): ReactElement | null {
  const words = useWords();
  const { text } = useLetter(moment);
  if (text === null) return null;
  return (
    <section className="draft today-letter" aria-label={words.desk.draft}>
      <p className="draft-head">
        <Chip tone="ai">{words.desk.draft}</Chip>
        <span className="meta">{words.today.letterLine}</span>
      </p>
      <p className="draft-text">{text}</p>
    </section>
  );
}

const PARTS = ['value', 'likelihood', 'budget'] as const;

/** The three parts of the score as bars, each with its figure. */
function Ranking({ moment }: { readonly moment: Moment }): ReactElement {
  const said = useWords().today;
  return (
    <section>
      <h3>{said.ranked}</h3>
      <p className="meta">{said.rankedFor(moment)}</p>
      <dl className="today-parts">
        {PARTS.map((part) => (
          <div key={part}>
            <dt>{said.parts[part]}</dt>
            <dd>
              <progress value={moment[part]} max={1} aria-label={said.parts[part]} />
              {percentOf(moment[part], 0)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Acts({
  moment: { state, conversation, held },
  ask,
}: {
  readonly moment: Moment;
  readonly ask: (doing: Doing) => void;
}): ReactElement {
  const said = useWords().today;
  const isTold = state === 'told';
  return (
    <section>
      {held && (
        <p className="today-held">
          <HeldWords held={held} />
        </p>
      )}
      {conversation === null && <p className="meta">{said.noTalk}</p>}
      <p className="today-buttons">
        {!isTold && (
          <Button
            type="primary"
            disabled={conversation === null || held !== null}
            onClick={() => ask('write')}
          >
            {said.write}
          </Button>
        )}
        {conversation !== null && (
          <Button onClick={() => go('conversations', conversation)}>{said.open}</Button>
        )}
        <Button type={isTold ? 'primary' : 'default'} onClick={() => ask('outcome')}>
          {said.outcome}
        </Button>
        {!isTold && <Button onClick={() => ask('postpone')}>{said.postpone}</Button>}
        <Button onClick={() => ask('skip')}>{said.skip}</Button>
      </p>
    </section>
  );
}
