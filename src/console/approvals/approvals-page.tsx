import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { BackTo } from '../frame/back-to.js';
import { Boundary } from '../frame/boundary.js';
import { useKeys } from '../frame/keys.js';
import { go, useRoute } from '../frame/route.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useRoom } from '../frame/use-width.js';
import { useWords } from '../words/words.js';
import { ProposalList } from './proposal-list.js';
import { ProposalView } from './proposal-view.js';
import type { Line } from './shapes.js';
import '../styles/approvals.css';
import '../styles/grade.css';

/** 审批: what waits for a signature, and everything the signature rests on. */
export default function ApprovalsPage(): ReactElement {
  const words = useWords();
  const said = words.approvals;
  const call = useApi();
  const [, id = null] = useRoute();
  const list = useRead('proposals', (signal) => call('get', '/desk/proposals', { signal }));
  const lines = list.value?.proposals ?? [];
  const current = id ?? lines[0]?.id ?? null;
  const step = (by: number): void => {
    const at = lines.findIndex((line) => line.id === current);
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))];
    if (next) go('approvals', next.id);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  const waiting = lines.filter(({ todo }) => todo !== null).length;
  return (
    <>
      <TopBar
        title={words.pages.approvals}
        {...(list.value ? { line: said.waiting(waiting) } : {})}
      />
      <div className="approvals">
        {list.failure && !list.value ? (
          <Failed error={list.failure} what={words.pages.approvals} again={list.again} />
        ) : !list.value ? (
          <Loading />
        ) : current === null ? (
          <Empty title={said.none} line={said.noneLine} />
        ) : (
          <Opened lines={lines} id={id} current={current} decided={list.again} />
        )}
      </div>
    </>
  );
}

/** On a phone the list, and once one of it is asked for that one, in its place. */
function Opened({
  lines,
  id,
  current,
  decided,
}: {
  readonly lines: readonly Line[];
  readonly id: string | null;
  readonly current: string;
  readonly decided: () => void;
}): ReactElement {
  const words = useWords();
  const isPhone = useRoom() === 'phone';
  return (
    <>
      {(!isPhone || id === null) && <ProposalList lines={lines} current={current} />}
      {(!isPhone || id !== null) && (
        <Boundary key={current} what={words.approvals.one}>
          <BackTo place="approvals" name={words.pages.approvals} />
          <ProposalView id={current} decided={decided} />
        </Boundary>
      )}
    </>
  );
}
