import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { go } from '../frame/route.js';
import { PlaceLink } from '../frame/place-link.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { CustomerName } from './customer-name.js';
import { verdictTone } from './given.js';
import type { RecordRow } from './shapes.js';
import { RuleTitle } from './rule-title.js';

export function RecordRows({ rows }: { readonly rows: readonly RecordRow[] }): ReactElement {
  const said = useWords().review.records;
  return (
    <div className="card table-card">
      <table className="review-table records-table">
        <caption className="visually-hidden">{said.title}</caption>
        <thead>
          <tr>
            <th scope="col">{said.opened}</th>
            <th scope="col">{said.customer}</th>
            <th scope="col">{said.channel}</th>
            <th scope="col">{said.service}</th>
            <th scope="col">{said.found}</th>
            <th scope="col">{said.review}</th>
            <th scope="col" className="number">
              {said.entries}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const MOST_CHIPS = 3;

function Row({ row }: { readonly row: RecordRow }): ReactElement {
  const { review: words, channel: channelOf } = useWords();
  const said = words.records;
  const { id, openedAt, customer, channel, withPerson, rules, stage, verdict, entries } = row;
  return (
    <tr onClick={() => go('records', id)}>
      <td>
        <PlaceLink to={['records', id]}>{momentOf(openedAt)}</PlaceLink>
      </td>
      <td>
        <CustomerName id={customer?.id ?? null} name={customer?.name ?? null} />
      </td>
      <td>{channelOf(channel)}</td>
      <td>{withPerson ? said.person : said.machine}</td>
      <td>
        <span className="chips">
          {rules.slice(0, MOST_CHIPS).map(({ rule, title, severity }) => (
            <Chip key={`${rule} ${severity}`} tone={severity === 'hard' ? 'stop' : 'wait'}>
              {rule} <RuleTitle rule={rule} title={title} />
            </Chip>
          ))}
          {rules.length > MOST_CHIPS && <span className="meta">+{rules.length - MOST_CHIPS}</span>}
        </span>
      </td>
      <td>
        {verdict ? (
          <Chip tone={verdictTone(verdict)}>{words.verdicts[verdict]}</Chip>
        ) : (
          stage && <Chip tone="brand">{words.stages[stage]}</Chip>
        )}
      </td>
      <td className="number">{entries}</td>
    </tr>
  );
}
