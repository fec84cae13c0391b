import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Answer } from '../api/client.js';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useRead } from '../api/use-read.js';
import { Failed, Loading } from '../frame/states.js';
import type { NameOf } from '../session/names.js';
import { useNames } from '../session/names.js';
import { useInside } from '../session/session.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';

type Shown = Answer<'get', '/review/changes/{id}'>;

const MOST_REASON = 500;

/** One change beside what stood then, and what may be done with it. */
export function ChangeView({
  id,
  decided,
}: {
  readonly id: string;
  readonly decided: () => void;
}): ReactElement {
  const said = useWords().changes;
  const nameOf = useNames();
  const call = useApi();
  const read = useRead(id, (signal) =>
    call('get', '/review/changes/{id}', { path: { id }, signal }),
  );
  if (read.failure && !read.value) {
    return <Failed error={read.failure} what={said.one} again={read.again} />;
  }
  if (!read.value) return <Loading />;
  const done = (): void => {
    read.again();
    decided();
  };
  const shown = read.value;
  return (
    <section className="change" aria-label={shown.name}>
      <h2>{shown.name}</h2>
      <p className="meta">{factsOf(shown, said, nameOf).join(' · ')}</p>
      <p>{shown.reason}</p>
      {shown.words !== null && <p className="meta">{shown.words}</p>}
      <Deciding shown={shown} done={done} />
      <h3>{said.compared}</h3>
      {shown.removes && <p>{said.removes}</p>}
      <pre className="change-lines" tabIndex={0} aria-label={said.compared}>
        {shown.lines.map(({ sign, text }, at) => (
          <span key={at} data-sign={sign}>
            {sign} {text}
            {'\n'}
          </span>
        ))}
      </pre>
    </section>
  );
}

const factsOf = (
  shown: Shown,
  said: ReturnType<typeof useWords>['changes'],
  nameOf: NameOf,
): readonly string[] => [
  said.kinds[shown.kind],
  said.stages[shown.stage],
  said.by(nameOf(shown.author)),
  ...(shown.decidedBy === null ? [] : [said.decidedBy(nameOf(shown.decidedBy))]),
  said.effective(momentOf(shown.inForceAt ?? shown.effectiveAt)),
  ...(shown.reverts === null ? [] : [said.reverts(shown.reverts)]),
];

/** 双人复核: the one who proposed it sees why they may not decide. */
function Deciding({
  shown,
  done,
}: {
  readonly shown: Shown;
  readonly done: () => void;
}): ReactElement | null {
  const said = useWords().changes;
  const call = useApi();
  const change = useChange();
  const me = useInside().session.staff.id;
  const [reason, setReason] = useState('');
  const path = { id: shown.id };
  const run = async (work: () => Promise<unknown>, told: string): Promise<void> => {
    if (await change.run(work, told)) done();
  };
  if (shown.stage !== 'proposed' && shown.stage !== 'in_force') return null;
  if (shown.stage === 'proposed' && shown.author === me) return <p>{said.own}</p>;
  const needsReason = reason.trim() === '';
  const body = { reason };
  return (
    <div className="change-deciding">
      <label>
        {said.reason}
        <Input.TextArea
          value={reason}
          maxLength={MOST_REASON}
          rows={2}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      {shown.stage === 'in_force' ? (
        <Button
          disabled={needsReason}
          loading={change.isBusy}
          onClick={() =>
            void run(
              () =>
                call('post', '/review/changes/{id}/revert', {
                  path,
                  body: { ...body, effectiveAt: null },
                }),
              said.proposed,
            )
          }
        >
          {said.revert}
        </Button>
      ) : (
        <>
          <Button
            type="primary"
            loading={change.isBusy}
            onClick={() =>
              void run(() => call('post', '/review/changes/{id}/approval', { path }), said.approved)
            }
          >
            {said.approve}
          </Button>
          <Button
            danger
            disabled={needsReason}
            loading={change.isBusy}
            onClick={() =>
              void run(
                () => call('post', '/review/changes/{id}/refusal', { path, body }),
                said.declined,
              )
            }
          >
            {said.decline}
          </Button>
        </>
      )}
    </div>
  );
}
