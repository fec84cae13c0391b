import { Checkbox } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { BackTo } from '../frame/back-to.js';
import { Chip } from '../frame/chip.js';
import type { Tone } from '../frame/chip.js';
import { ListEnd, useGrowing } from '../frame/list-end.js';
import { useKept } from '../frame/kept.js';
import { go, useRoute } from '../frame/route.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useRoom } from '../frame/use-width.js';
import { PlaceLink } from '../frame/place-link.js';
import { useWords } from '../words/words.js';
import { CustomerName } from './customer-name.js';
import { ErasurePane } from './erasure-pane.js';
import type { Erasure } from './shapes.js';
import '../styles/grade.css';
import '../styles/review.css';

const PAGE = 100;

const STAGE_TONES: Readonly<Record<Erasure['stage'], Tone>> = {
  open: 'wait',
  proposed: 'brand',
  approved: 'brand',
  declined: 'plain',
  done: 'ok',
};

/** 删除与到期: what is due first comes first. */
export default function ErasuresPage(): ReactElement {
  const words = useWords();
  const said = words.review.erasures;
  const call = useApi();
  const [all, setAll] = useKept('erasures all', false);
  const { limit, grow } = useGrowing(PAGE, String(all));
  const read = useRead(
    `erasures ${all}`,
    (signal) => call('get', '/review/erasures', { query: { all: all ? '1' : '0', limit }, signal }),
    limit,
  );
  const { again } = read;
  return (
    <>
      <TopBar title={words.pages.erasures}>
        <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
          {said.showDone}
        </Checkbox>
      </TopBar>
      {read.failure && !read.value ? (
        <Failed error={read.failure} what={words.pages.erasures} again={read.again} />
      ) : !read.value ? (
        <Loading rows={5} />
      ) : read.value.erasures.length === 0 ? (
        <main className="page-body">
          <Empty title={said.none} line={said.noneLine} />
        </main>
      ) : (
        <Listed cases={read.value.erasures} again={again}>
          {read.value.more && (
            <ListEnd shown={read.value.erasures.length} grow={grow} isBusy={read.isLoading} />
          )}
        </Listed>
      )}
    </>
  );
}

function Listed({
  cases,
  again,
  children,
}: {
  readonly cases: readonly Erasure[];
  readonly again: () => void;
  /** Where the list stops before its end. */
  readonly children: ReactNode;
}): ReactElement {
  const words = useWords();
  const [, id = null] = useRoute();
  const isPhone = useRoom() === 'phone';
  const current = id ?? (isPhone ? null : (cases[0]?.id ?? null));
  return (
    <div className="review-split">
      {(!isPhone || current === null) && (
        <main className="review-main" tabIndex={-1}>
          <Rows cases={cases} current={current} />
          {children}
        </main>
      )}
      {current !== null && (
        <>
          <BackTo place="erasures" name={words.pages.erasures} />
          <ErasurePane key={current} id={current} changed={again} />
        </>
      )}
    </div>
  );
}

function Rows({
  cases,
  current,
}: {
  readonly cases: readonly Erasure[];
  readonly current: string | null;
}): ReactElement {
  const words = useWords().review;
  const said = words.erasures;
  const left = (days: number): string =>
    days < 0 ? said.over(-days) : days === 0 ? said.today : said.left(days);
  return (
    <div className="card table-card">
      <table className="review-table erasures-table">
        <caption className="visually-hidden">{said.one}</caption>
        <thead>
          <tr>
            <th scope="col">{said.customer}</th>
            <th scope="col">{said.one}</th>
            <th scope="col">{words.queue.stage}</th>
            <th scope="col">{said.due}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr
              key={one.id}
              className={one.id === current ? 'current' : ''}
              onClick={() => go('erasures', one.id)}
            >
              <td>
                <PlaceLink to={['erasures', one.id]}>
                  <CustomerName id={one.customer} name={one.customerName} />
                </PlaceLink>
              </td>
              <td>{said.why[one.why]}</td>
              <td>
                <Chip tone={STAGE_TONES[one.stage]}>{said.stages[one.stage]}</Chip>
              </td>
              <td>
                {one.due}{' '}
                {one.stage !== 'done' && one.stage !== 'declined' && (
                  <Chip tone={one.daysLeft < 0 ? 'stop' : one.daysLeft < 5 ? 'wait' : 'plain'}>
                    {left(one.daysLeft)}
                  </Chip>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
