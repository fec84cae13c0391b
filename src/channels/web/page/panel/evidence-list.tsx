import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { Evidence } from '../record/evidence.js';
import { markUsedWords } from '../record/marked-words.js';
import { useRecord } from '../record/record-store.js';
import type { Words } from '../words/words.js';
import { useWords } from '../words/words.js';

/** The passages of the latest reply, verbatim, with the words it used marked. */
export function EvidenceList(): ReactElement {
  const words = useWords();
  const evidence = useRecord((record) => record.evidence);
  if (evidence === null) return <p className="panel-empty">{words.evidenceEmpty}</p>;
  return (
    <ol className="evidence">
      {evidence.items.map((item) => (
        <EvidenceItem key={item.position} item={item} answer={evidence.answer} />
      ))}
    </ol>
  );
}

function EvidenceItem({ item, answer }: { item: Evidence; answer: string }): ReactElement {
  const words = useWords();
  const runs = useMemo(() => markUsedWords(item.passage, answer), [item.passage, answer]);
  const isOver = item.expires !== null && item.expires < isoToday();
  return (
    <li className="evidence-item">
      <h3 className="evidence-title">
        <span className="evidence-number">{item.position}</span>
        <span>
          {item.title}
          {item.article !== null && ` ${item.article}`}
        </span>
      </h3>
      <blockquote className="evidence-passage">
        {runs.map((run, at) =>
          run.marked ? <mark key={at}>{run.text}</mark> : <span key={at}>{run.text}</span>,
        )}
      </blockquote>
      <p className={isOver ? 'evidence-source evidence-over' : 'evidence-source'}>
        {[item.issuer, validity(item, isOver, words)].filter((it) => it !== null).join(' · ')}
      </p>
    </li>
  );
}

function validity(item: Evidence, isOver: boolean, words: Words): string | null {
  const { effective, expires } = item;
  if (expires !== null && isOver) return words.expired(expires);
  if (effective !== null && expires !== null) return words.effectiveBetween(effective, expires);
  if (effective !== null) return words.effectiveFrom(effective);
  return expires === null ? null : words.effectiveUntil(expires);
}

/** Today in the customer's own calendar, as an ISO day. */
function isoToday(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
