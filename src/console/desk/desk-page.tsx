import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context.js';
import { Refused } from '../api/problem.js';
import type { Read } from '../api/use-read.js';
import { useRead } from '../api/use-read.js';
import { BackTo } from '../frame/back-to.js';
import { Boundary } from '../frame/boundary.js';
import { useKeys } from '../frame/keys.js';
import { go, useRoute } from '../frame/route.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import { ContextPane } from './context/context-pane.js';
import { ConversationPane } from './conversation-pane.js';
import { GonePane } from './gone-pane.js';
import { useJump } from './jump.js';
import { movePane } from './move-pane.js';
import { Panes } from './panes.js';
import { QueuePane } from './queue-pane.js';
import type { Conversation, Queue } from './shapes.js';
import { inOrder } from './shapes.js';
import { useArrivals } from './use-arrivals.js';
import { useLive } from './use-live.js';
import { WaitingPane } from './waiting-pane.js';
import '../styles/desk.css';
import '../styles/talk.css';
import '../styles/grade.css';

/** 会话: who waits, the conversation, and what is known of its customer. */
export default function DeskPage(): ReactElement {
  const words = useWords();
  const call = useApi();
  const { session } = useInside();
  const { changes, isSilent } = useLive(
    () => void call('get', '/session', {}).catch(() => undefined),
  );
  const queue = useRead('queue', (signal) => call('get', '/desk/queue', { signal }));
  const { again } = queue;
  useEffect(again, [again, changes]);
  return (
    <>
      <TopBar
        title={words.pages.conversations}
        line={`${session.staff.name} · ${words.roles[session.staff.role]}`}
      />
      {isSilent && (
        <p className="silent" role="status">
          {words.desk.silent}
        </p>
      )}
      {queue.failure && !queue.value ? (
        <Failed error={queue.failure} what={words.desk.queue} again={again} />
      ) : !queue.value ? (
        <Loading />
      ) : (
        <Opened queue={queue.value} changes={changes} acted={again} />
      )}
    </>
  );
}

function Opened({
  queue,
  changes,
  acted,
}: {
  readonly queue: Queue;
  readonly changes: number;
  readonly acted: () => void;
}): ReactElement {
  const said = useWords().desk;
  const call = useApi();
  const [, id = null] = useRoute();
  const lines = inOrder(queue);
  const current = id ?? queue.mine[0]?.conversation ?? lines[0]?.conversation ?? null;
  const step = (by: number): void => {
    const at = lines.findIndex(({ conversation }) => conversation === current);
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))];
    if (next) go('conversations', next.conversation);
  };
  useKeys({ j: () => step(1), k: () => step(-1), f6: movePane });
  useArrivals(queue.waiting);
  const line = lines.find(({ conversation }) => conversation === current);
  const isSealed = line !== undefined && !line.readable;
  const [fresh, setFresh] = useState<string | null>(null);
  const read = useRead(isSealed ? null : current, (signal) =>
    call('get', '/desk/conversations/{id}', { path: { id: current ?? '' }, signal }),
  );
  const { again, value } = read;
  useEffect(again, [again, changes]);
  useJump(current ?? '', value !== null);
  const changed = (): void => {
    again();
    acted();
  };
  return (
    <Panes
      queue={<QueuePane queue={queue} current={current} changes={changes} />}
      isOpened={id !== null}
      talk={
        <>
          <BackTo place="conversations" name={said.queue} />
          {current === null ? (
            <Empty title={said.none} line={said.noneLine} />
          ) : isSealed ? (
            <WaitingPane
              key={current}
              line={line}
              taken={() => setFresh(current)}
              settled={acted}
            />
          ) : (
            <Talk id={current} read={read} isFresh={fresh === current} changed={changed} />
          )}
        </>
      }
      context={
        current === null ? null : value ? (
          <ContextPane customer={value.customer} />
        ) : (
          <aside className="context" />
        )
      }
    />
  );
}

function Talk({
  id,
  read: { value, failure, again },
  isFresh,
  changed,
}: {
  readonly id: string;
  readonly read: Read<Conversation>;
  readonly isFresh: boolean;
  readonly changed: () => void;
}): ReactElement {
  const said = useWords().desk;
  if (value) {
    return (
      <Boundary key={id} what={said.one}>
        <ConversationPane conversation={value} isFresh={isFresh} changed={changed} />
      </Boundary>
    );
  }
  if (failure === null) return <Loading />;
  const isGone = failure instanceof Refused && failure.refusal.status === 404;
  if (isGone) return <GonePane key={id} id={id} />;
  return <Failed error={failure} what={said.one} again={again} />;
}
