import type { ReactElement, ReactNode } from 'react';
import type { WebChatProps } from './speakers.js';
import { asRaw, asText } from '../record/activity.js';
import { useRecord } from '../record/record-store.js';
import { dayName } from '../words/dates.js';
import { useWords } from '../words/words.js';

type ActivityMiddleware = Exclude<
  NonNullable<WebChatProps['activityMiddleware']>,
  readonly unknown[]
>;

/** Restored history is divided by days; a talk of today alone has no divider. */
export const dayDivided: ActivityMiddleware = () => (next) => (card) => {
  const render = next(card);
  if (!render) return render;
  const id = asText(asRaw(card.activity)['id']);
  return (...args) => <Divided id={id}>{render(...args)}</Divided>;
};

function Divided({ id, children }: { id: string; children: ReactNode }): ReactElement {
  const words = useWords();
  const day = useRecord((record) => record.days.get(id) ?? null);
  return (
    <>
      {/* Where the message begins, for whoever scrolls to it. */}
      <span className="said-here" data-activity={id} />
      {day !== null && <div className="day-divider">{dayName(day, words)}</div>}
      {children}
    </>
  );
}
