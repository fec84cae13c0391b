import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Boundary } from '../frame/boundary.js';
import { useRoute } from '../frame/route.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useWords } from '../words/words.js';
import { RecordRows } from './record-rows.js';
import { RecordView } from './record-view.js';
import { daysBack } from './shapes.js';
import '../styles/grade.css';
import '../styles/record.css';
import '../styles/review.css';

const DAYS = 30;

/** 会话: a list to open from, and the one that was opened. */
export default function RecordsPage(): ReactElement {
  const [, id = null, seq = null] = useRoute();
  const words = useWords().review;
  if (id === null) return <RecordList />;
  return (
    <Boundary key={`${id} ${seq}`} what={words.records.title}>
      <RecordView id={id} at={seq === null ? null : Number(seq)} />
    </Boundary>
  );
}

interface Filter {
  readonly customer?: string;
  readonly rule?: string;
  readonly since: string;
  readonly until?: string;
}

const asked = (): Filter => {
  const rule = new URLSearchParams(window.location.search).get('rule');
  return { since: daysBack(DAYS), ...(rule ? { rule } : {}) };
};

function RecordList(): ReactElement {
  const words = useWords();
  const said = words.review.records;
  const call = useApi();
  const [filter, setFilter] = useState<Filter>(asked);
  const read = useRead(`records ${JSON.stringify(filter)}`, (signal) =>
    call('get', '/review/conversations', { query: filter, signal }),
  );
  const rows = read.value?.conversations ?? null;
  return (
    <>
      <TopBar title={words.pages.records} {...(rows ? { line: said.count(rows.length) } : {})} />
      <main className="page-body review-page">
        <Filters filter={filter} search={setFilter} />
        {read.failure && !rows ? (
          <Failed error={read.failure} what={said.title} again={read.again} />
        ) : !rows ? (
          <Loading rows={8} />
        ) : rows.length === 0 ? (
          <Empty title={said.none} line={said.noneLine} />
        ) : (
          <RecordRows rows={rows} />
        )}
      </main>
    </>
  );
}

const FIELDS = ['customer', 'rule', 'since', 'until'] as const;

function Filters({
  filter,
  search,
}: {
  readonly filter: Filter;
  readonly search: (next: Filter) => void;
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
          <Input
            type={field === 'since' || field === 'until' ? 'date' : 'text'}
            value={draft[field] ?? ''}
            onChange={({ target }) => setDraft({ ...draft, [field]: target.value.trim() })}
          />
        </label>
      ))}
      <Button htmlType="submit">{said.search}</Button>
    </form>
  );
}
