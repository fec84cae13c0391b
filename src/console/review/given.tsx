import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { useNames } from '../session/names.js';
import { useWords } from '../words/words.js';
import type { QueueItem, Verdict } from './shapes.js';

export const verdictTone = (verdict: Verdict) =>
  (({ no_issue: 'ok', coach: 'wait', violation: 'stop', false_alarm: 'plain' }) as const)[verdict];

/** What reviewers have said, for whoever may know it by now. */
export function Given({ item }: { readonly item: QueueItem }): ReactElement | null {
  const words = useWords().review;
  const nameOf = useNames();
  const { given, verdict, stage, judged } = item;
  if (given.length === 0) {
    const isBlind = stage === 'second' || stage === 'third';
    return isBlind && !judged ? (
      <p className="pane-part notice-blind">{words.queue.secondBlind}</p>
    ) : null;
  }
  return (
    <section className="pane-part">
      <h3>{words.queue.given}</h3>
      <ul className="given">
        {given.map((one) => (
          <li key={one.by}>
            <Chip tone={verdictTone(one.verdict)}>{words.verdicts[one.verdict]}</Chip>
            <span>{one.reason}</span>
            <span className="meta">{nameOf(one.by)}</span>
          </li>
        ))}
      </ul>
      {verdict && <p className="given-final">{words.queue.final(words.verdicts[verdict])}</p>}
    </section>
  );
}
