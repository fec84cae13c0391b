import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { Chip } from '../frame/chip.js';
import { PlaceLink } from '../frame/place-link.js';
import { clockOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { Unsealing, UnsealingList } from './use-unsealings.js';

const TONES = {
  asked: 'wait',
  open: 'brand',
  lapsed: 'plain',
  over: 'plain',
  refused: 'stop',
} as const;

/** What was asked for today: the second person decides here. */
export function Unsealings({ list, again }: UnsealingList): ReactElement | null {
  const said = useWords().clients;
  if (list.length === 0) return null;
  const waiting = list.filter(({ mayDecide }) => mayDecide).length;
  return (
    <section className="unsealings" aria-label={said.requests}>
      <h2>
        {said.requests} {waiting > 0 && <Chip tone="wait">{said.waits(waiting)}</Chip>}
      </h2>
      <ul>
        {list.map((one) => (
          <li key={one.id}>
            <Asked one={one} decided={again} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Asked({
  one,
  decided,
}: {
  readonly one: Unsealing;
  readonly decided: () => void;
}): ReactElement {
  const said = useWords().clients;
  const call = useApi();
  const change = useChange();
  const { id, customer, by, reason, asked, stage, ends, decidedBy, mayDecide, mine } = one;
  const decide = (what: 'grant' | 'refusal', done: string): void =>
    void change
      .run(
        () =>
          call('post', `/desk/unsealings/{id}/${what}`, { path: { id }, body: { reason: null } }),
        done,
      )
      .then(decided);
  return (
    <>
      <p className="unsealing-head">
        {mine && stage === 'open' ? (
          <PlaceLink to={['customers', customer]}>
            <span className="mono">{customer}</span>
          </PlaceLink>
        ) : (
          <span className="mono">{customer}</span>
        )}
        <Chip tone={TONES[stage]}>{said.stage(stage)}</Chip>
        {stage === 'open' && ends && <span className="meta">{said.until(clockOf(ends))}</span>}
      </p>
      <p>{reason}</p>
      <p className="meta">
        {said.by(by.name, clockOf(asked))}
        {decidedBy !== null && ` · ${said.decidedBy(decidedBy)}`}
      </p>
      {mayDecide && (
        <p className="unsealing-acts">
          <Button
            size="small"
            type="primary"
            loading={change.isBusy}
            onClick={() => decide('grant', said.granted)}
          >
            {said.grant}
          </Button>
          <Button size="small" onClick={() => decide('refusal', said.refused)}>
            {said.refuse}
          </Button>
        </p>
      )}
    </>
  );
}
