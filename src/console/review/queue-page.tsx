import { Segmented } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Boundary } from '../frame/boundary.js';
import { BackTo } from '../frame/back-to.js';
import { useKept } from '../frame/kept.js';
import { useKeys } from '../frame/keys.js';
import { ListEnd, useGrowing } from '../frame/list-end.js';
import { go, useRoute } from '../frame/route.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useRoom } from '../frame/use-width.js';
import { useWords } from '../words/words.js';
import { QueueRows } from './queue-rows.js';
import { RateLine } from './rate-line.js';
import { ReviewPane } from './review-pane.js';
import type { QueueItem } from './shapes.js';
import '../styles/grade.css';
import '../styles/record.css';
import '../styles/review.css';

const PAGE = 200;

type Tab = 'waiting' | 'settled';

/** 复核: what waits for a reviewer, the riskiest first, and what was decided. */
export default function QueuePage(): ReactElement {
  const words = useWords();
  const said = words.review.queue;
  const call = useApi();
  const [tab, setTab] = useKept<Tab>('queue', 'waiting');
  const { limit, grow } = useGrowing(PAGE, tab);
  const settled = tab === 'settled' ? '1' : '0';
  const read = useRead(
    `queue ${tab}`,
    (signal) => call('get', '/review/queue', { query: { settled, limit }, signal }),
    limit,
  );
  const { again } = read;
  return (
    <>
      <TopBar title={words.pages.queue}>
        <Segmented<Tab>
          value={tab}
          onChange={setTab}
          options={[
            { value: 'waiting', label: said.waiting },
            { value: 'settled', label: said.settled },
          ]}
        />
      </TopBar>
      {read.failure && !read.value ? (
        <Failed error={read.failure} what={said.title} again={read.again} />
      ) : !read.value ? (
        <Loading rows={6} />
      ) : (
        <Listed
          key={tab}
          items={read.value.items}
          tab={tab}
          again={again}
          end={
            read.value.more && (
              <ListEnd shown={read.value.items.length} grow={grow} isBusy={read.isLoading} />
            )
          }
        />
      )}
    </>
  );
}

function Listed({
  items,
  tab,
  again,
  end,
}: {
  readonly items: readonly QueueItem[];
  readonly tab: Tab;
  readonly again: () => void;
  /** Where it stops before its end. */
  readonly end: ReactNode;
}): ReactElement {
  const { queue: said } = useWords().review;
  const pages = useWords().pages;
  const [, id = null] = useRoute();
  const isPhone = useRoom() === 'phone';
  // Nothing is opened by itself: whatever is opened goes on record.
  const current = items.find((one) => one.conversation === id) ?? null;
  const step = (by: number): void => {
    const at = items.findIndex((one) => one.conversation === current?.conversation);
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) go('queue', next.conversation);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    n: () => step(1),
    o: () => {
      if (current) go('records', current.conversation);
    },
  });
  if (items.length === 0) {
    const isSettled = tab === 'settled';
    return (
      <main className="page-body review-page">
        <RateLine />
        <Empty
          title={isSettled ? said.noneSettled : said.none}
          line={isSettled ? said.noneSettledLine : said.noneLine}
        />
      </main>
    );
  }
  return (
    <div className={current ? 'review-split' : 'review-split is-single'}>
      {(!isPhone || !current) && (
        <main className="review-main" tabIndex={-1}>
          <RateLine />
          <QueueRows items={items} current={current?.conversation ?? null} />
          {end}
        </main>
      )}
      {current && (
        <Boundary key={`${current.conversation} ${current.stage}`} what={said.one}>
          <BackTo place="queue" name={pages.queue} />
          <ReviewPane item={current} changed={again} next={() => step(1)} />
        </Boundary>
      )}
    </div>
  );
}
