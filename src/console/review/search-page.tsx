import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useRef } from 'react';
import { Refused, saidBy } from '../api/problem.js';
import { useKept } from '../frame/kept.js';
import { useKeys } from '../frame/keys.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useWords } from '../words/words.js';
import { SavedSearches } from './saved-searches.js';
import { SearchFilters } from './search-filters.js';
import { SearchHits } from './search-hits.js';
import type { Query } from './search-query.js';
import { NOTHING } from './search-query.js';
import type { Searching } from './use-search.js';
import { useSearch } from './use-search.js';
import '../styles/search.css';

/** 检索: what was said, drafted, stopped and noted, in all conversations. */
export default function SearchPage(): ReactElement {
  const words = useWords();
  const [query, setQuery] = useKept<Query>('search query', NOTHING);
  const searching = useSearch();
  const page = useRef<HTMLElement>(null);
  useKeys({ '/': () => page.current?.querySelector('input')?.focus() });
  return (
    <>
      <TopBar title={words.pages.search} line={words.search.onRecord} />
      <main className="page-body search" ref={page}>
        <SearchFilters
          query={query}
          change={setQuery}
          isBusy={searching.isBusy}
          search={() => searching.search(query)}
        />
        <SavedSearches
          query={query}
          open={(saved) => {
            setQuery(saved);
            searching.search(saved);
          }}
        />
        <Results searching={searching} />
      </main>
    </>
  );
}

function Results({ searching }: { readonly searching: Searching }): ReactElement {
  const said = useWords().search;
  const { hits, failure, isBusy, hasMore, more, again } = searching;
  if (failure && isOfTheQuery(failure))
    return <Empty title={said.unclear} line={saidBy(failure)} />;
  if (failure && !hits) return <Failed error={failure} what={said.results} again={again} />;
  if (!hits)
    return isBusy ? <Loading rows={6} /> : <Empty title={said.start} line={said.startLine} />;
  if (hits.length === 0) {
    return (
      <div role="status">
        <Empty
          title={said.none}
          line={hasMore ? said.noneYet : said.noneLine}
          actions={hasMore && <Button onClick={more}>{said.more}</Button>}
        />
      </div>
    );
  }
  return (
    <section aria-label={said.results} aria-busy={isBusy}>
      <p className="meta search-count" role="status">
        {said.shown(hits.length, hasMore)}
      </p>
      <SearchHits hits={hits} />
      {failure && <Failed error={failure} what={said.results} again={again} />}
      {hasMore && !failure && (
        <Button block loading={isBusy} onClick={more}>
          {said.more}
        </Button>
      )}
    </section>
  );
}

/** The service did not understand it, and says why. */
const isOfTheQuery = (failure: Error): failure is Refused =>
  failure instanceof Refused && [400, 422].includes(failure.refusal.status);
