import { Button, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Answer } from '../api/client.js';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { PlaceLink } from '../frame/place-link.js';
import { useWords } from '../words/words.js';
import { daysBack } from './shapes.js';

const SPANS = [7, 30, 90] as const;
const MOST_EXAMPLES = 8;

/** 拿历史试一试: what it would have found, before anybody is held to it. */
export function RuleTrial({ rule }: { readonly rule: string }): ReactElement {
  const words = useWords().review;
  const said = words.rules;
  const call = useApi();
  const change = useChange();
  const [days, setDays] = useState<number>(30);
  const [trial, setTrial] = useState<Answer<'post', '/review/trials'> | null>(null);
  const run = (): void =>
    void change.run(async () => {
      const body = { rule, since: daysBack(days), most: 10_000 };
      setTrial(await call('post', '/review/trials', { body }));
    });
  return (
    <section className="pane-part">
      <h3>{said.tryTitle}</h3>
      <p className="meta">{said.tryLine}</p>
      <p className="trial-bar">
        <Segmented<number>
          size="small"
          value={days}
          onChange={setDays}
          options={SPANS.map((value) => ({ value, label: words.days(value) }))}
        />
        <Button size="small" type="primary" loading={change.isBusy} onClick={run}>
          {said.tryGo}
        </Button>
      </p>
      {trial && (
        <div aria-live="polite">
          <p>{said.tried(trial.conversations, trial.fired, trial.findings)}</p>
          {trial.examples.length > 0 && <p className="meta">{said.examples}</p>}
          <ul className="examples">
            {trial.examples.slice(0, MOST_EXAMPLES).map(({ conversation, seq, start }) => (
              <li key={`${conversation} ${seq} ${start}`}>
                <PlaceLink to={['records', conversation, String(seq)]}>
                  {said.open} {conversation.slice(0, 12)} #{seq}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
