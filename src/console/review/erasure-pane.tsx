import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Chip } from '../frame/chip.js';
import { PlaceLink } from '../frame/place-link.js';
import { Failed, Loading } from '../frame/states.js';
import { useNames } from '../session/names.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { CustomerName } from './customer-name.js';
import { ErasureActs } from './erasure-acts.js';
import type { ErasureCase } from './shapes.js';

const FATE_TONES = { erase: 'stop', restrict: 'wait', retain: 'plain' } as const;

/** One request: what is to become of everything on record and why, and the two who decide. */
export function ErasurePane({
  id,
  changed,
}: {
  readonly id: string;
  readonly changed: () => void;
}): ReactElement {
  const said = useWords().review.erasures;
  const nameOf = useNames();
  const call = useApi();
  const read = useRead(`erasure ${id}`, (signal) =>
    call('get', '/review/erasures/{id}', { path: { id }, signal }),
  );
  if (read.failure && !read.value) {
    return <Failed error={read.failure} what={said.one} again={read.again} />;
  }
  if (!read.value) return <Loading rows={3} />;
  const one = read.value;
  const done = (): void => {
    read.again();
    changed();
  };
  return (
    <aside className="review-pane" aria-label={said.one}>
      <header className="pane-head">
        <h2>
          <CustomerName id={one.customer} name={one.customerName} /> · {said.why[one.why]}
        </h2>
        <Chip>{said.stages[one.stage]}</Chip>
      </header>
      <section className="pane-part">
        <dl className="pairs">
          <div>
            <dt>{said.due}</dt>
            <dd>{one.due}</dd>
          </div>
          <div>
            <dt>{said.record[one.why]}</dt>
            <dd>
              <Stream id={one.conversation} />
            </dd>
          </div>
        </dl>
        <p className="meta">{said.rules(one.rules)}</p>
      </section>
      <Plan one={one} />
      <ErasureActs one={one} done={done} />
      <section className="pane-part">
        <h3>{said.steps}</h3>
        <ul className="given">
          {one.steps.map(({ at, kind, by }) => (
            <li key={`${at} ${kind}`}>
              <span className="meta">{momentOf(at)}</span>
              <span>{said.kinds(kind)}</span>
              {by !== null && <span className="meta">{nameOf(by)}</span>}
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

/** Conversations have no colon in their names, and are the ones that can be looked at. */
const Stream = ({ id }: { readonly id: string }): ReactElement =>
  id.includes(':') ? (
    <span className="mono">{id}</span>
  ) : (
    <PlaceLink to={['records', id]} className="mono">
      {id}
    </PlaceLink>
  );

function Plan({ one: { plan } }: { readonly one: ErasureCase }): ReactElement | null {
  const { review, joins } = useWords();
  const said = review.erasures;
  if (plan.length === 0) return null;
  return (
    <section className="pane-part">
      <h3>{said.plan}</h3>
      <ul className="fates">
        {plan.map(({ stream, fate, title, until, reason, sources }) => (
          <li key={stream}>
            <p>
              <Chip tone={FATE_TONES[fate]}>{said.fates[fate]}</Chip> {title}{' '}
              {until && <span className="meta">{said.until(until)}</span>}
            </p>
            <p className="meta">
              <Stream id={stream} />
            </p>
            {isMoreThan(sources, reason) && <p className="meta">{reason}</p>}
            <p className="meta">{joins.apart(sources.map(({ article }) => article))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is restricted is so because of its sources alone, which stand below. */
const isMoreThan = (
  sources: ErasureCase['plan'][number]['sources'],
  reason: string | null,
): boolean => reason !== null && !sources.every(({ article }) => reason.includes(article));
