import type { ReactElement } from 'react';
import { Ring } from '../frame/ring.js';
import { useWords } from '../words/words.js';
import type { CaseLine } from './case-shapes.js';

const DAY_MS = 86_400_000;
/** Of the time there was: from here it is soon, from there it is late. */
const SOON = 0.3;

type Line = Pick<CaseLine, 'openedAt' | 'due' | 'daysLeft' | 'stage' | 'overdue'>;

/** 期限: what is left of the days for an answer; a tick once the customer knows. */
export function CaseClock({ line }: { readonly line: Line }): ReactElement {
  const said = useWords().caseWork;
  const { daysLeft, stage, overdue } = line;
  if (stage === 'closed')
    return <Ring tone="theirs" part={0} text="✓" label={said.stages.closed} />;
  const whole = Math.max(1, (Date.parse(line.due) - Date.parse(line.openedAt)) / DAY_MS);
  const part = overdue ? 1 : Math.max(0.04, Math.min(1, daysLeft / whole));
  const tone = overdue ? 'late' : part <= SOON ? 'soon' : 'fine';
  return (
    <Ring
      tone={tone}
      part={part}
      text={said.ring(Math.abs(daysLeft))}
      label={leftIn(said, daysLeft)}
    />
  );
}

export function leftIn(said: ReturnType<typeof useWords>['caseWork'], daysLeft: number): string {
  if (daysLeft === 0) return said.dueToday;
  return daysLeft > 0 ? said.daysLeft(daysLeft) : said.daysLate(-daysLeft);
}
