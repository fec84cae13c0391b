import { Switch } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { Answer } from '../api/client.js';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { BackTo } from '../frame/back-to.js';
import { Boundary } from '../frame/boundary.js';
import { Chip } from '../frame/chip.js';
import { ListEnd, useGrowing } from '../frame/list-end.js';
import { useKept } from '../frame/kept.js';
import { useRoute } from '../frame/route.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { PlaceLink } from '../frame/place-link.js';
import { useNames } from '../session/names.js';
import { useRoom } from '../frame/use-width.js';
import { useWords } from '../words/words.js';
import { ChangeView } from './changes-view.js';
import '../styles/changes.css';

const PAGE = 100;

type Line = Answer<'get', '/review/changes'>['changes'][number];

/** 变更: what the assistant may know and say, as proposed, and whoever lets it. */
export default function ChangesPage(): ReactElement {
  const words = useWords();
  const said = words.changes;
  const call = useApi();
  const [isAll, setAll] = useKept('changes all', false);
  const all = isAll ? ('1' as const) : ('0' as const);
  const { limit, grow } = useGrowing(PAGE, all);
  const list = useRead(
    `changes ${all}`,
    (signal) => call('get', '/review/changes', { query: { all, limit }, signal }),
    limit,
  );
  const { again } = list;
  const lines = list.value?.changes ?? [];
  return (
    <>
      <TopBar
        title={words.pages.changes}
        {...(list.value ? { line: said.waiting(list.value.waiting) } : {})}
      />
      <main className="changes">
        {list.failure && !list.value ? (
          <Failed error={list.failure} what={words.pages.changes} again={list.again} />
        ) : !list.value ? (
          <Loading />
        ) : (
          <Listed lines={lines} isAll={isAll} setAll={setAll} decided={again}>
            {list.value.more && (
              <ListEnd shown={lines.length} grow={grow} isBusy={list.isLoading} />
            )}
          </Listed>
        )}
      </main>
    </>
  );
}

interface Shown {
  /** Where the list stops before its end. */
  readonly children: ReactNode;
  readonly lines: readonly Line[];
  readonly isAll: boolean;
  readonly setAll: (isAll: boolean) => void;
}

function Listed({ decided, ...shown }: Shown & { readonly decided: () => void }): ReactElement {
  const said = useWords().changes;
  const [, id = null] = useRoute();
  const isPhone = useRoom() === 'phone';
  const current = id ?? (isPhone ? null : (shown.lines[0]?.id ?? null));
  return (
    <>
      {(!isPhone || current === null) && <List {...shown} current={current} />}
      {current !== null && (
        <Boundary key={current} what={said.one}>
          <BackTo place="changes" name={said.list} />
          <ChangeView id={current} decided={decided} />
        </Boundary>
      )}
      {current === null && shown.lines.length === 0 && (
        <Empty title={said.none} line={said.noneLine} />
      )}
    </>
  );
}

function List({
  lines,
  current,
  isAll,
  setAll,
  children,
}: Shown & { readonly current: string | null }): ReactElement {
  const said = useWords().changes;
  return (
    <nav className="change-list" aria-label={said.list}>
      <label className="change-all">
        <Switch size="small" checked={isAll} onChange={setAll} aria-label={said.all} />
        {said.all}
      </label>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <Row line={line} isCurrent={line.id === current} />
          </li>
        ))}
      </ul>
      {children}
    </nav>
  );
}

function Row({
  line,
  isCurrent,
}: {
  readonly line: Line;
  readonly isCurrent: boolean;
}): ReactElement {
  const said = useWords().changes;
  const nameOf = useNames();
  return (
    <PlaceLink
      to={['changes', line.id]}
      className="list-row change-row"
      aria-current={isCurrent || undefined}
    >
      <span>
        <Chip tone={line.stage === 'proposed' ? 'wait' : 'plain'}>{said.stages[line.stage]}</Chip>{' '}
        <Chip>{said.kinds[line.kind]}</Chip>
      </span>
      <strong>{line.name}</strong>
      <span className="meta">
        {said.by(nameOf(line.author))} · {line.reason}
      </span>
    </PlaceLink>
  );
}
