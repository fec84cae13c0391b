import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { useKeys } from '../frame/keys.js';
import { go } from '../frame/route.js';
import { Empty } from '../frame/states.js';
import { useInside } from '../session/session.js';
import { clockOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { QueueLine } from './shapes.js';
import { useClaim } from './use-claim.js';

/** Somebody who waits for whoever is free: to be taken by anybody, and read by whoever has taken them. */
export function WaitingPane({
  line: { conversation, epoch, customer, reason, asked, channel, last },
  taken,
  settled,
}: {
  readonly line: QueueLine;
  readonly taken: () => void;
  readonly settled: () => void;
}): ReactElement {
  const words = useWords();
  const said = words.desk;
  const { may } = useInside();
  const next = (): void => go('conversations');
  const { isBusy, claim } = useClaim(conversation, epoch, { taken, lost: next, settled });
  const mayClaim = may('conversation.claim');
  useKeys({ t: () => mayClaim && claim() });
  return (
    <main className="talk">
      <header className="talk-head">
        <h2>{customer?.name ?? said.visitor}</h2>
        <Chip tone="wait">{said.waitsSince(asked === null ? '' : clockOf(asked))}</Chip>
        {reason && <Chip>{said.reason(reason)}</Chip>}
        <span className="meta">{words.channel(channel)}</span>
        <div className="talk-acts">
          {mayClaim && (
            <Button type="primary" loading={isBusy} onClick={claim}>
              {said.take} <kbd>T</kbd>
            </Button>
          )}
        </div>
      </header>
      <Empty title={last?.text ?? said.untaken} line={said.untakenLine} />
    </main>
  );
}
