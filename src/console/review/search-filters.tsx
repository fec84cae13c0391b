import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useRoom } from '../frame/use-width.js';
import { useWords } from '../words/words.js';
import { SearchFields } from './search-fields.js';
import type { Filtering, Query } from './search-query.js';

/** Words always; what they are narrowed by is folded away where there is no room beside the results. */
export function SearchFilters({
  query,
  change,
  isBusy,
  search,
}: Filtering & { readonly isBusy: boolean; readonly search: () => void }): ReactElement {
  const said = useWords().search;
  const isPhone = useRoom() === 'phone';
  const [isOpen, setOpen] = useState(false);
  const narrowed = narrowedBy(query);
  return (
    <form
      className="search-form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <div className="search-line">
        <Input
          size="large"
          aria-label={said.fields.words}
          placeholder={said.wordsHint}
          value={query.words}
          maxLength={200}
          allowClear
          autoFocus
          onChange={({ target }) => change({ ...query, words: target.value })}
        />
        <Button type="primary" size="large" htmlType="submit" loading={isBusy}>
          {said.search}
        </Button>
      </div>
      <p className="meta">{said.help}</p>
      {isPhone && (
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {said.narrow(narrowed)}
        </Button>
      )}
      {(!isPhone || isOpen) && <SearchFields query={query} change={change} />}
    </form>
  );
}

const narrowedBy = ({ words: _, ...rest }: Query): number =>
  Object.values(rest).filter(({ length }) => length > 0).length;
