import type { ReactElement } from 'react';
import type { RingTone } from '../frame/ring.js';
import { Ring } from '../frame/ring.js';
import { useWords } from '../words/words.js';
import type { QueueLine } from './shapes.js';

const toneOf = (left: number): RingTone => (left > 0.5 ? 'fine' : left > 0.3 ? 'soon' : 'late');

/** Time left to the promised answer; `now` comes from whoever ticks. */
export function SlaRing({
  deadline,
  now,
}: {
  readonly deadline: QueueLine['deadline'];
  readonly now: number;
}): ReactElement {
  const said = useWords().desk;
  if (deadline === null) return <Ring tone="theirs" part={0} text="✓" label={said.theirTurn} />;
  const at = Date.parse(deadline.at);
  const from = Date.parse(deadline.from);
  const seconds = Math.max(0, Math.ceil((at - now) / 1000));
  const part = Math.max(0, Math.min(1, (at - now) / Math.max(1, at - from)));
  const text = seconds >= 3600 ? `${Math.round(seconds / 3600)}h` : clock(seconds);
  const label = seconds === 0 ? said.overdue : said.answerIn(clock(seconds));
  return <Ring tone={toneOf(part)} part={part} text={text} label={label} />;
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
