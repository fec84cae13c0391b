import type { ReactElement, ReactNode } from 'react';
import { Chip } from '../frame/chip.js';
import { PlaceLink } from '../frame/place-link.js';
import { useNames } from '../session/names.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { CustomerName } from './customer-name.js';
import { plain, unboldened } from './marked.js';
import type { Hit } from './search-query.js';
import { isUnsaid } from './search-query.js';

/** Latest first; what nobody outside ever heard has a dashed edge. */
export const SearchHits = ({ hits }: { readonly hits: readonly Hit[] }): ReactElement => (
  <ol className="search-hits">
    {hits.map((hit) => (
      <li key={`${hit.conversation} ${hit.seq}`} data-unsaid={isUnsaid(hit.what) || undefined}>
        <Line hit={hit} />
      </li>
    ))}
  </ol>
);

function Line({ hit }: { readonly hit: Hit }): ReactElement {
  const words = useWords();
  const said = words.search;
  const nameOf = useNames();
  const { conversation, seq, at, what, channel, customer, employee, rules, verdict } = hit;
  return (
    <PlaceLink to={['records', conversation, String(seq)]}>
      <span className="search-hit-head">
        <Chip tone={isUnsaid(what) ? 'wait' : 'plain'}>{said.whats[what]}</Chip>
        {rules.map(({ rule, title }) => (
          <Chip key={rule} tone="stop">
            {said.ruleFound(`${rule} ${title}`)}
          </Chip>
        ))}
        {verdict && <Chip tone="brand">{said.verdicts[verdict]}</Chip>}
        <span className="meta search-hit-place">
          <time dateTime={at}>{momentOf(at)}</time>
          {` · ${words.channel(channel)} · `}
          {employee === null ? (
            <CustomerName id={customer} name={hit.customerName} />
          ) : (
            nameOf(employee)
          )}
        </span>
      </span>
      <span className="search-hit-words">{markedOf(hit)}</span>
    </PlaceLink>
  );
}

function markedOf({ text, marks, cutBefore, cutAfter }: Hit): ReactNode {
  const said = unboldened(text);
  const ends = [0, ...marks.map(({ end }) => end)];
  return (
    <>
      {cutBefore && '…'}
      {marks.map(({ start, end }, nth) => (
        <span key={start}>
          {plain(said.slice(ends[nth], start))}
          <mark>{plain(said.slice(start, end))}</mark>
        </span>
      ))}
      {plain(said.slice(ends.at(-1)))}
      {cutAfter && '…'}
    </>
  );
}
