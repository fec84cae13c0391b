import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRefresh } from '../api/use-refresh.js';
import { useRead } from '../api/use-read.js';
import { useKept } from '../frame/kept.js';
import { Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useWords } from '../words/words.js';
import { FindingsChart } from './findings-chart.js';
import { LedgerCard } from './ledger-card.js';
import { LookFirst } from './look-first.js';
import { OverviewFigures } from './overview-figures.js';
import { PrecisionList } from './precision-list.js';
import '../styles/grade.css';
import '../styles/review.css';

const SPANS = [7, 14, 30, 90] as const;

/** 概览: today's risk at a glance; read anew every half minute. */
export default function OverviewPage(): ReactElement {
  const words = useWords();
  const said = words.review;
  const call = useApi();
  const [days, setDays] = useKept('overview days', 14);
  const overview = useRead(`overview ${days}`, (signal) =>
    call('get', '/review/overview', { query: { days }, signal }),
  );
  const ledger = useRead('ledger', (signal) => call('get', '/review/ledger', { signal }));
  const { again } = overview;
  useRefresh(again);
  useRefresh(ledger.again);
  return (
    <>
      <TopBar title={words.pages.overview}>
        <Segmented<number>
          value={days}
          onChange={setDays}
          options={SPANS.map((value) => ({ value, label: said.days(value) }))}
        />
      </TopBar>
      <main className="page-body review-page">
        {overview.failure && !overview.value ? (
          <Failed error={overview.failure} what={words.pages.overview} again={again} />
        ) : !overview.value ? (
          <Loading rows={6} />
        ) : (
          <>
            <OverviewFigures overview={overview.value} />
            <div className="overview-grid">
              <FindingsChart overview={overview.value} />
              <LedgerCard read={ledger} />
              <LookFirst />
              <PrecisionList days={days} />
            </div>
          </>
        )}
      </main>
    </>
  );
}
