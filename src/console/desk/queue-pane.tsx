import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { Chip } from '../frame/chip.js';
import { PlaceLink } from '../frame/place-link.js';
import { PresenceLine } from '../session/presence-line.js';
import { useWords } from '../words/words.js';
import { Mentions } from './mentions.js';
import type { Queue, QueueLine } from './shapes.js';
import { SlaRing } from './sla-ring.js';

const SECOND = 1_000;

function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function QueuePane({
  queue,
  current,
  changes,
}: {
  readonly queue: Queue;
  readonly current: string | null;
  /** Grows with everything that happens. */
  readonly changes: number;
}): ReactElement {
  const said = useWords().desk;
  const now = useNow();
  const groups: readonly (readonly [string, readonly QueueLine[]])[] = [
    [said.waiting, queue.waiting],
    [said.mine, queue.mine],
    [said.others, queue.others],
  ];
  return (
    <nav className="queue" aria-label={said.queue} tabIndex={-1}>
      <div className="queue-lines">
        <Mentions changes={changes} />
        {groups.map(([name, lines]) =>
          lines.length === 0 ? null : (
            <section key={name} aria-label={name}>
              <h2 className="queue-group">
                {name} <span>{lines.length}</span>
              </h2>
              <ul>
                {lines.map((line) => (
                  <li key={line.conversation}>
                    <Row line={line} now={now} isCurrent={line.conversation === current} />
                  </li>
                ))}
              </ul>
            </section>
          ),
        )}
        {queue.waiting.length + queue.mine.length + queue.others.length === 0 && (
          <p className="meta queue-none">{said.nobody}</p>
        )}
      </div>
      <PresenceLine />
    </nav>
  );
}

function Row({
  line,
  now,
  isCurrent,
}: {
  readonly line: QueueLine;
  readonly now: number;
  readonly isCurrent: boolean;
}): ReactElement {
  const words = useWords();
  const said = words.desk;
  const { customer, conversation } = line;
  const name = customer?.name ?? said.visitor;
  return (
    <PlaceLink
      to={['conversations', conversation]}
      className="list-row queue-row"
      aria-current={isCurrent || undefined}
      title={name}
    >
      <SlaRing deadline={line.deadline} now={now} />
      <span className="queue-words">
        <span className="queue-who">
          <strong>{name}</strong>
          <span className="meta">
            {customer?.tolerance ? `C${customer.tolerance}` : ''}
            {customer?.age && customer.age >= 65 ? ` · ${words.approvals.age(customer.age)}` : ''}
          </span>
          {line.open > 0 && (
            <span className="queue-unread" aria-label={said.unread(line.open)}>
              {line.open}
            </span>
          )}
        </span>
        <span className="queue-last">{line.last?.text ?? ''}</span>
        {line.reason && (
          <Chip tone={URGENT.has(line.reason) ? 'stop' : 'plain'}>{said.reason(line.reason)}</Chip>
        )}
      </span>
    </PlaceLink>
  );
}

const URGENT = new Set(['safety', 'fraud', 'distress', 'complaint']);
