import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Boundary } from '../frame/boundary.js';
import { useKeys } from '../frame/keys.js';
import { go, useRoute } from '../frame/route.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useWords } from '../words/words.js';
import type { Doing } from './act-dialogs.js';
import { ActDialog } from './act-dialogs.js';
import { Figures } from './figures.js';
import { MomentDetail } from './moment-detail.js';
import { MomentRows } from './moment-rows.js';
import type { Moment, Tab, Today } from './shapes.js';
import { TABS, under } from './shapes.js';
import '../styles/context.css';
import '../styles/desk.css';
import '../styles/grade.css';
import '../styles/talk.css';
import '../styles/today.css';

/** 今日: what the moments of the day ask, most worth doing first, and why. */
export default function TodayPage(): ReactElement {
  const words = useWords();
  const said = words.today;
  const call = useApi();
  const read = useRead('today', (signal) => call('get', '/desk/moments', { signal }));
  return (
    <>
      <TopBar title={words.pages.today} {...(read.value ? { line: read.value.day } : {})} />
      {read.failure && !read.value ? (
        <Failed error={read.failure} what={said.list} again={read.again} />
      ) : !read.value ? (
        <Loading rows={6} />
      ) : read.value.moments.length === 0 ? (
        <main className="page-body">
          <Empty title={said.none} line={said.noneLine} />
        </main>
      ) : (
        <Listed today={read.value} again={read.again} />
      )}
    </>
  );
}

/** What is done, and to which. */
interface Acting {
  readonly doing: Doing;
  readonly moment: Moment;
}

function Listed({
  today,
  again,
}: {
  readonly today: Today;
  readonly again: () => void;
}): ReactElement {
  const said = useWords().today;
  const [, id = null] = useRoute();
  const [tab, setTab] = useState<Tab>('all');
  const [acting, setActing] = useState<Acting | null>(null);
  const shown = under(tab, today.moments);
  const current = shown.find((one) => one.id === id) ?? shown[0] ?? null;
  const step = (by: number): void => {
    const at = shown.findIndex((one) => one.id === current?.id);
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next) go('today', next.id);
  };
  const ask = (doing: Doing): void => {
    if (current) setActing({ doing, moment: current });
  };
  const open = (): void => {
    if (current?.conversation) go('conversations', current.conversation);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    p: () => ask('postpone'),
    x: () => ask('skip'),
    o: open,
    enter: () => ask('write'),
  });
  return (
    <div className="today">
      <main className="today-main" tabIndex={-1}>
        <Figures today={today} />
        <div className="today-bar">
          <Segmented<Tab>
            value={tab}
            onChange={setTab}
            options={TABS.map((value) => ({
              value,
              label: `${said.tabs[value]} ${under(value, today.moments).length}`,
            }))}
          />
          <span className="meta">{said.order}</span>
        </div>
        <MomentRows moments={shown} current={current?.id ?? null} act={setActing} />
        <p className="meta today-keys">
          <kbd>J</kbd> <kbd>K</kbd> <kbd>Enter</kbd> <kbd>P</kbd> <kbd>X</kbd> {said.keys}
        </p>
      </main>
      {current && (
        <Boundary key={current.id} what={said.one}>
          <MomentDetail moment={current} ask={ask} />
        </Boundary>
      )}
      {acting && (
        <ActDialog
          {...acting}
          close={() => setActing(null)}
          done={() => {
            setActing(null);
            again();
          }}
        />
      )}
    </div>
  );
}
