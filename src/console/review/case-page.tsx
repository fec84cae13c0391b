import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Boundary } from '../frame/boundary.js';
import { ListEnd, useGrowing } from '../frame/list-end.js';
import { useKept } from '../frame/kept.js';
import { useKeys } from '../frame/keys.js';
import { go, useRoute } from '../frame/route.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useWords } from '../words/words.js';
import { CaseList, placeOf } from './case-list.js';
import type { Desk } from './case-shapes.js';
import { CaseView } from './case-view.js';
import '../styles/cases.css';
import '../styles/desk.css';

const PAGE = 100;

/** 办理: what is to be answered, what is due first on top; one of them with its clock and history. */
export function CasePage({ desk }: { readonly desk: Desk }): ReactElement {
  const words = useWords();
  const said = words.caseWork;
  const place = placeOf(desk);
  const call = useApi();
  const [, id = null] = useRoute();
  const [all, setAll] = useKept<'0' | '1'>(`${desk} all`, '0');
  const { limit, grow } = useGrowing(PAGE, `${desk} ${all}`);
  const list = useRead(
    `${desk} ${all}`,
    (signal) => call('get', `/review/${desk}`, { query: { all, mine: '0', limit }, signal }),
    limit,
  );
  const lines = list.value?.cases ?? [];
  const step = (by: number): void => {
    const at = lines.findIndex((line) => line.id === id);
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))];
    if (next) go(place, next.id);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  const figures = list.value?.figures;
  return (
    <>
      <TopBar
        title={words.pages[place]}
        {...(figures ? { line: said.count(figures.open, figures.overdue) } : {})}
      >
        <Segmented
          value={all}
          options={[
            { value: '0', label: said.openOnly },
            { value: '1', label: said.all },
          ]}
          onChange={setAll}
        />
      </TopBar>
      <main className={`cases${id === null ? '' : ' cases-opened'}`}>
        {list.failure && !list.value ? (
          <Failed error={list.failure} what={words.pages[place]} again={list.again} />
        ) : !list.value ? (
          <Loading />
        ) : lines.length === 0 && id === null ? (
          <Empty title={said.none} line={said.noneLine} />
        ) : (
          <>
            <CaseList desk={desk} lines={lines} current={id}>
              {list.value.more && (
                <ListEnd shown={lines.length} grow={grow} isBusy={list.isLoading} />
              )}
            </CaseList>
            <div className="case-pane">
              {id === null ? (
                <Empty title={said.pick} line={said.pickLine} />
              ) : (
                <Boundary key={id} what={said.one}>
                  <Button
                    className="case-back"
                    type="text"
                    icon={<ArrowLeftOutlined />}
                    onClick={() => go(place)}
                  >
                    {said.list}
                  </Button>
                  <CaseView desk={desk} id={id} changed={list.again} />
                </Boundary>
              )}
            </div>
          </>
        )}
      </main>
    </>
  );
}
