import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useRead } from '../api/use-read.js';
import { Chip } from '../frame/chip.js';
import { go } from '../frame/route.js';
import { Failed, Loading } from '../frame/states.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import { FoundList } from './found-list.js';
import type { Judging } from './found-list.js';
import { Given } from './given.js';
import type { Finding, QueueItem } from './shapes.js';
import { VerdictForm } from './verdict-form.js';

/** One matter before a reviewer: why it is here, what was said, and what they make of it. */
export function ReviewPane({
  item,
  changed,
  next,
}: {
  readonly item: QueueItem;
  readonly changed: () => void;
  readonly next: () => void;
}): ReactElement {
  const words = useWords().review;
  const said = words.queue;
  const call = useApi();
  const { session } = useInside();
  const { conversation, holder, stage, customer } = item;
  const isMine = holder === session.staff.id;
  const [judging, setJudging] = useState<Judging>({});
  const found = useRead(`found ${conversation}`, (signal) =>
    call('get', '/review/findings', { query: { conversation }, signal }),
  );
  const findings = found.value?.findings ?? [];
  return (
    <aside className="review-pane" aria-label={said.one}>
      <header className="pane-head">
        <h2>
          {customer?.name ?? words.visitor} <Chip>{words.stages[stage]}</Chip>
        </h2>
        <Button size="small" onClick={() => go('records', conversation)}>
          {said.open}
        </Button>
      </header>
      <section className="pane-part">
        <h3>{said.why}</h3>
        <p>
          {item.byLot && `${said.whyLot}`} {findings.length > 0 && said.whyRules(findings.length)}
        </p>
      </section>
      {found.failure && !found.value ? (
        <Failed error={found.failure} what={said.why} again={found.again} />
      ) : !found.value ? (
        <Loading rows={2} />
      ) : (
        <FoundList
          conversation={conversation}
          findings={findings}
          judging={isMine ? judging : null}
          judge={setJudging}
        />
      )}
      <Given item={item} />
      <Mine
        item={item}
        isMine={isMine && found.value !== null}
        findings={findings}
        judging={judging}
        changed={changed}
        next={next}
      />
    </aside>
  );
}

/** What the reader may do with it now: take it, judge it, or wait for a colleague. */
function Mine({
  item,
  isMine,
  findings,
  judging,
  changed,
  next,
}: {
  readonly item: QueueItem;
  readonly isMine: boolean;
  readonly findings: readonly Finding[];
  readonly judging: Judging;
  readonly changed: () => void;
  readonly next: () => void;
}): ReactElement | null {
  const said = useWords().review.queue;
  const { conversation, holder, stage, judged } = item;
  const call = useApi();
  const change = useChange();
  const { may } = useInside();
  const take = async (): Promise<void> => {
    const path = { id: conversation };
    if (await change.run(() => call('post', '/review/queue/{id}/take', { path }), said.taken)) {
      changed();
    }
  };
  if (stage === 'settled') return null;
  if (judged) return <p className="pane-part meta">{said.alreadyJudged}</p>;
  if (isMine) {
    const done = (): void => {
      changed();
      next();
    };
    return <VerdictForm item={item} findings={findings} judging={judging} done={done} />;
  }
  return (
    <section className="pane-part">
      <p className="meta">{holder === null ? said.takeFirst : said.held}</p>
      {holder === null && may('review.annotate') && (
        <Button type="primary" loading={change.isBusy} onClick={() => void take()}>
          {said.take}
        </Button>
      )}
    </section>
  );
}
