import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Chip } from '../frame/chip.js';
import { PlaceLink } from '../frame/place-link.js';
import { Failed, Loading } from '../frame/states.js';
import { useNames } from '../session/names.js';
import { dayOf, momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { CaseActions } from './case-actions.js';
import { CaseClock, leftIn } from './case-clock.js';
import { CaseDeadlines } from './case-deadlines.js';
import type { CaseShown, Desk } from './case-shapes.js';
import { CaseSteps } from './case-steps.js';
import { CustomerName } from './customer-name.js';
import { RightsPane } from './rights-pane.js';

/** One case: what it is about, its clocks, what waits to be told, and all that happened. */
export function CaseView({
  desk,
  id,
  changed,
}: {
  readonly desk: Desk;
  readonly id: string;
  readonly changed: () => void;
}): ReactElement {
  const said = useWords().caseWork;
  const call = useApi();
  const read = useRead(`${desk}/${id}`, (signal) =>
    call('get', `/review/${desk}/{id}`, { path: { id }, signal }),
  );
  const shown = read.value;
  if (!shown) {
    return read.failure ? (
      <Failed error={read.failure} what={said.one} again={read.again} />
    ) : (
      <Loading />
    );
  }
  const again = (): void => {
    read.again();
    changed();
  };
  return (
    <article className="case" aria-label={`${said.matters[shown.matter]} ${id}`}>
      <Head shown={shown} />
      <CaseActions desk={desk} shown={shown} done={again} />
      <section className="case-words">
        <h3>{said.matter}</h3>
        <p>{shown.words === '' ? said.nothing : shown.words}</p>
        {shown.wish !== '' && (
          <>
            <h3>{said.wish}</h3>
            <p>{shown.wish}</p>
          </>
        )}
      </section>
      {shown.deadlines && <CaseDeadlines shown={shown} deadlines={shown.deadlines} />}
      {desk === 'rights' && <RightsPane shown={shown} done={again} />}
      <Pending shown={shown} />
      <CaseSteps shown={shown} />
    </article>
  );
}

function Head({ shown }: { readonly shown: CaseShown }): ReactElement {
  const said = useWords().caseWork;
  const nameOf = useNames();
  const {
    matter,
    customer,
    customerName,
    owner,
    received,
    channel,
    conversation,
    outcome,
    toldOn,
  } = shown;
  return (
    <header className="case-head">
      <CaseClock line={shown} />
      <div>
        <h2>
          {said.matters[matter]} <span className="meta mono">{shown.id}</span>
        </h2>
        <p className="meta">
          {said.customer} <CustomerName id={customer} name={customerName} /> · {said.received}{' '}
          {received}
          {received !== dayOf(shown.openedAt) && ` · ${said.filed} ${dayOf(shown.openedAt)}`} ·{' '}
          {said.channel(said.channels[channel])} · {said.owner}{' '}
          {owner === null ? said.nobody : nameOf(owner)}
        </p>
        <p className="case-chips">
          <Chip tone={shown.stage === 'closed' ? 'ok' : 'plain'}>{said.stages[shown.stage]}</Chip>
          {outcome && <Chip tone="brand">{said.outcomes[outcome]}</Chip>}
          {toldOn ? (
            <Chip tone="ok">{said.toldOn(toldOn)}</Chip>
          ) : (
            <Chip tone={shown.overdue ? 'stop' : 'wait'}>
              {said.due(shown.due)} · {leftIn(said, shown.daysLeft)}
            </Chip>
          )}
          {shown.isReview && <Chip tone="wait">{said.review}</Chip>}
          {shown.escalated && shown.stage !== 'closed' && <Chip tone="stop">{said.escalated}</Chip>}
          {conversation && <PlaceLink to={['records', conversation]}>{said.open}</PlaceLink>}
        </p>
      </div>
    </header>
  );
}

/** What the customer has yet to hear, and what they said to what they heard. */
function Pending({ shown }: { readonly shown: CaseShown }): ReactElement {
  const said = useWords().caseWork;
  return (
    <>
      {shown.pending.length > 0 && (
        <section className="case-pending">
          <h3>{said.pending}</h3>
          {shown.pending.map((one, at) => (
            <p key={at} className="case-letter">
              {one.text}
            </p>
          ))}
          <p className="meta">{said.pendingLine}</p>
        </section>
      )}
      {shown.said.length > 0 && (
        <section className="case-said">
          <h3>{said.said}</h3>
          {shown.said.map((one, at) => (
            <p key={at}>
              {one.text} <span className="meta">{momentOf(one.at)}</span>
            </p>
          ))}
        </section>
      )}
    </>
  );
}
