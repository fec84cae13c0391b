import type { ReactElement } from 'react';
import { useRef } from 'react';
import { useApi } from '../api/api-context.js';
import { useRefresh } from '../api/use-refresh.js';
import { useRead } from '../api/use-read.js';
import { PlaceLink } from '../frame/place-link.js';
import { Failed, Loading } from '../frame/states.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { Level, gravest } from './level.js';
import { RuleTitle } from './rule-title.js';

const MOST = 6;

/** 需要您先看: the riskiest of what waits. */
export function LookFirst(): ReactElement {
  const words = useWords().review;
  const said = words.overview;
  const call = useApi();
  const read = useRead('queue first', (signal) => call('get', '/review/queue', { signal }));
  const place = useRef<HTMLElement>(null);
  useRefresh(read.again, place);
  const items = read.value?.items.filter(({ judged }) => !judged) ?? null;
  return (
    <section className="card look-first" ref={place}>
      <h2>
        {said.first}
        <PlaceLink className="card-more" to={['queue']}>
          {said.all} {items?.length}
          {read.value?.more && '+'}
        </PlaceLink>
      </h2>
      {read.failure && !items && (
        <Failed error={read.failure} what={said.first} again={read.again} />
      )}
      {!read.failure && !items && <Loading rows={3} />}
      {items?.length === 0 && <p className="meta card-empty">{said.nothingFirst}</p>}
      <ul>
        {items?.slice(0, MOST).map(({ conversation, rules, customer, openedAt, score }) => {
          const first = gravest(rules);
          return (
            <li key={conversation}>
              <Level rules={rules} />
              <PlaceLink to={['queue', conversation]}>
                {first ? (
                  <>
                    {first.rule} <RuleTitle {...first} />
                  </>
                ) : (
                  words.queue.whyLot
                )}
              </PlaceLink>
              <span>{customer?.name ?? words.visitor}</span>
              <span className="meta">{momentOf(openedAt).slice(5)}</span>
              <span className="number">{score > 0 ? score : '–'}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
