import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Boundary } from '../frame/boundary.js';
import { DayInput } from '../frame/day-input.js';
import { ListEnd, useGrowing } from '../frame/list-end.js';
import type { Query } from '../frame/route.js';
import { addressOf, asking, goTo, useQuery, useRoute } from '../frame/route.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useWords } from '../words/words.js';
import { RecordRows } from './record-rows.js';
import { RecordView } from './record-view.js';
import { ReplayPage } from './replay-page.js';
import { daysBack } from './shapes.js';
import '../styles/grade.css';
import '../styles/record.css';
import '../styles/review.css';

const DAYS = 30;
const PAGE = 100;

/** 会话: a list to open from, and the one that was opened. */
export default function RecordsPage(): ReactElement {
  const [, id = null, seq = null, page = null] = useRoute();
  const words = useWords().review;
  if (id === null) return <RecordList />;
  return (
    <Boundary key={`${id} ${seq} ${page}`} what={words.records.title}>
      {page === 'replay' ? (
        <ReplayPage id={id} seq={Number(seq)} />
      ) : (
        <RecordView id={id} at={seq === null ? null : Number(seq)} />
      )}
    </Boundary>
  );
}

const FIELDS = ['customer', 'rule', 'since', 'until'] as const;
type Filter = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

/** In the address: whoever comes back from a conversation finds the list they left. */
const filterIn = (query: URLSearchParams): Filter => ({
  since: daysBack(DAYS),
  ...Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = query.get(field);
      return value === null ? [] : [[field, value]];
    }),
  ),
});

function RecordList(): ReactElement {
  const words = useWords();
  const said = words.review.records;
  const call = useApi();
  const asked = useQuery();
  const filter = filterIn(asked);
  const of = JSON.stringify(filter);
  const { limit, grow } = useGrowing(PAGE, of);
  const read = useRead(
    `records ${of}`,
    (signal) => call('get', '/review/conversations', { query: { ...filter, limit }, signal }),
    limit,
  );
  const { again } = read;
  const rows = read.value?.conversations ?? null;
  return (
    <>
      <TopBar
        title={words.pages.records}
        {...(rows ? { line: said.count(rows.length, read.value?.more ?? false) } : {})}
      />
      <main className="page-body review-page">
        <Filters
          key={of}
          filter={filter}
          search={(next) => goTo(asking(addressOf('records'), next))}
        />
        {read.failure && !rows ? (
          <Failed error={read.failure} what={said.title} again={again} />
        ) : !rows ? (
          <Loading rows={8} />
        ) : rows.length === 0 ? (
          <Empty title={said.none} line={said.noneLine} />
        ) : (
          <>
            <RecordRows rows={rows} />
            {read.value?.more && (
              <ListEnd shown={rows.length} grow={grow} isBusy={read.isLoading} />
            )}
          </>
        )}
      </main>
    </>
  );
}

function Filters({
  filter,
  search,
}: {
  readonly filter: Filter;
  readonly search: (next: Query) => void;
}): ReactElement {
  const said = useWords().review.records;
  const [draft, setDraft] = useState<Filter>(filter);
  const submit = (): void => {
    const given = Object.entries(draft).filter(([, value]) => String(value).trim() !== '');
    search({ since: '1970-01-01', ...Object.fromEntries(given) });
  };
  return (
    <form
      className="review-filters"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {FIELDS.map((field) => (
        <label key={field}>
          {said[field]}
          {field === 'since' || field === 'until' ? (
            <DayInput
              value={draft[field] ?? ''}
              change={(day) => setDraft({ ...draft, [field]: day })}
            />
          ) : (
            <Input
              value={draft[field] ?? ''}
              onChange={({ target }) => setDraft({ ...draft, [field]: target.value.trim() })}
            />
          )}
        </label>
      ))}
      <Button htmlType="submit">{said.search}</Button>
    </form>
  );
}
