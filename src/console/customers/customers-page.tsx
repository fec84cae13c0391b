import { Input } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import type { Answer } from '../api/client.js';
import { useRead } from '../api/use-read.js';
import { ContextPane } from '../desk/context/context-pane.js';
import { Chip } from '../frame/chip.js';
import { useKeys } from '../frame/keys.js';
import { go, useRoute } from '../frame/route.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { PlaceLink } from '../frame/place-link.js';
import { daysUntil } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { CustomerDoor } from './customer-door.js';
import { Unsealings } from './unsealings.js';
import { useUnsealings } from './use-unsealings.js';
import '../styles/customers.css';
import '../styles/desk.css';
import '../styles/grade.css';

type Line = Answer<'get', '/desk/customers'>['customers'][number];

/** 客户: whom one looks after, and the way to see another's in an emergency. */
export default function CustomersPage(): ReactElement {
  const words = useWords();
  const said = words.clients;
  const call = useApi();
  const read = useRead('customers', (signal) => call('get', '/desk/customers', { signal }));
  const unsealings = useUnsealings();
  return (
    <>
      <TopBar
        title={words.pages.customers}
        {...(read.value ? { line: said.count(read.value.customers.length) } : {})}
      />
      {read.failure && !read.value ? (
        <Failed error={read.failure} what={said.list} again={read.again} />
      ) : !read.value ? (
        <Loading rows={6} />
      ) : (
        <Listed customers={read.value.customers} unsealings={unsealings} />
      )}
    </>
  );
}

const MOST_SHOWN = 200;

function Listed({
  customers,
  unsealings,
}: {
  readonly customers: readonly Line[];
  readonly unsealings: ReturnType<typeof useUnsealings>;
}): ReactElement {
  const said = useWords().clients;
  const [, id = null] = useRoute();
  const [words, setWords] = useState('');
  const wanted = words.trim().toUpperCase();
  const found = customers.filter(
    (one) => one.id.includes(wanted) || one.name.includes(words.trim()),
  );
  const shown = found.slice(0, MOST_SHOWN);
  const step = (by: number): void => {
    const at = shown.findIndex((one) => one.id === id);
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next) go('customers', next.id);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <div className="customers" data-opened={id !== null || undefined}>
      <nav className="customer-list" aria-label={said.list}>
        <Input.Search
          value={words}
          placeholder={said.find}
          aria-label={said.find}
          enterButton={said.look}
          onChange={({ target }) => setWords(target.value)}
          onSearch={() => {
            if (wanted !== '') go('customers', shown[0]?.id ?? wanted);
          }}
        />
        <Unsealings {...unsealings} />
        <ul>
          {shown.map((line) => (
            <li key={line.id}>
              <Row line={line} isCurrent={line.id === id} />
            </li>
          ))}
        </ul>
        {customers.length === 0 && <p className="meta customer-none">{said.noneLine}</p>}
        {customers.length > 0 && shown.length === 0 && (
          <p className="meta customer-none">{said.nobody}</p>
        )}
      </nav>
      <main className="customer-main">
        {id === null ? (
          <Empty title={said.pick} line={said.pickLine} />
        ) : (
          <CustomerDoor key={id} id={id} unsealings={unsealings}>
            <ContextPane customer={{ id }} />
          </CustomerDoor>
        )}
      </main>
    </div>
  );
}

function Row({
  line: { id, name, age, tolerance, expires },
  isCurrent,
}: {
  readonly line: Line;
  readonly isCurrent: boolean;
}): ReactElement {
  const said = useWords().clients;
  return (
    <PlaceLink
      to={['customers', id]}
      className="list-row customer-row"
      aria-current={isCurrent || undefined}
    >
      <strong>{name}</strong>
      <span className="meta">
        <span className="mono">{id}</span>
        {tolerance !== null && ` · C${tolerance}`}
        {age !== null && ` · ${said.age(age)}`}
      </span>
      {expires === null ? (
        <Chip tone="wait">{said.unassessed}</Chip>
      ) : (
        daysUntil(expires) === 0 && <Chip tone="wait">{said.expired}</Chip>
      )}
    </PlaceLink>
  );
}
