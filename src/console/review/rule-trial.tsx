import { Button, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Answer } from '../api/client.js';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { Chip } from '../frame/chip.js';
import { PlaceLink } from '../frame/place-link.js';
import { useWords } from '../words/words.js';
import { Marked } from './marked.js';
import { daysBack } from './shapes.js';
import '../styles/record.css';

const SPANS = [7, 30, 90] as const;
const MOST_EXAMPLES = 8;
const MOST = 10_000;

type Trial = Answer<'post', '/review/trials'>;

/** 拿历史试一试: what it would have found, before anybody is held to it. */
export function RuleTrial({ rule }: { readonly rule: string }): ReactElement {
  const words = useWords().review;
  const said = words.rules;
  const call = useApi();
  const change = useChange();
  const [days, setDays] = useState<number>(30);
  const [trial, setTrial] = useState<Trial | null>(null);
  const run = (): void =>
    void change.run(async () => {
      const body = { rule, since: daysBack(days), most: MOST };
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
      {trial && <Tried trial={trial} />}
    </section>
  );
}

function Tried({ trial }: { readonly trial: Trial }): ReactElement {
  const said = useWords().review.rules;
  const { since, until, conversations, fired, findings, then, examples } = trial;
  const fates = (['passed', 'reasoned', 'blocked', 'not_asked'] as const).filter(
    (fate) => then[fate] > 0,
  );
  return (
    <div aria-live="polite" className="tried">
      <p>
        {said.tried(conversations, fired, findings)}{' '}
        <span className="meta">{said.triedRange(since, until)}</span>
      </p>
      {trial.cut && <p className="meta">{said.cut[trial.cut](conversations)}</p>}
      {trial.asFoundThen && <p className="meta">{said.asFoundThen}</p>}
      {fates.length > 0 && (
        <p className="chips">
          {fates.map((fate) => (
            <Chip key={fate} tone={fate === 'passed' ? 'wait' : 'plain'}>
              {said.fates[fate]} {then[fate]}
            </Chip>
          ))}
        </p>
      )}
      <ul className="examples">
        {examples.slice(0, MOST_EXAMPLES).map((one) => (
          <li key={`${one.conversation} ${one.seq} ${one.start}`}>
            {one.words !== '' && (
              <p>
                <Marked text={one.words} marks={[{ ...one.mark, title: trial.title }]} />
              </p>
            )}
            <p className="meta">
              {said.fates[one.then]} ·{' '}
              <PlaceLink to={['records', one.conversation, String(one.seq)]}>
                {said.open} {one.conversation.slice(0, 8)} #{one.seq}
              </PlaceLink>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
