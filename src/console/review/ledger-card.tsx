import { SafetyCertificateFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import type { Read } from '../api/use-read.js';
import { Failed, Loading } from '../frame/states.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { Ledger } from './shapes.js';
import { countOf, shortHash } from './shapes.js';

/** 账本: one sentence on whether it holds, and what that rests on. */
export function LedgerCard({ read }: { readonly read: Read<Ledger> }): ReactElement {
  const said = useWords().review.ledger;
  const call = useApi();
  const change = useChange();
  const verify = async (): Promise<void> => {
    await change.run(() => call('post', '/review/ledger/verifications', {}), said.verified);
    read.again();
  };
  const ledger = read.value;
  return (
    <section className="card ledger-card">
      <h2>{useWords().review.overview.ledger}</h2>
      {read.failure && !ledger ? (
        <Failed error={read.failure} what={said.root} again={read.again} />
      ) : !ledger ? (
        <Loading rows={2} />
      ) : (
        <>
          <Sentence ledger={ledger} />
          <Facts ledger={ledger} />
          <Seals ledger={ledger} />
          <p>
            <Button size="small" loading={change.isBusy} onClick={() => void verify()}>
              {said.verify}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}

function Sentence({ ledger }: { readonly ledger: Ledger }): ReactElement {
  const said = useWords().review.ledger;
  const { trouble, verified, leaves } = ledger;
  const seconds = verified ? (verified.ms / 1000).toFixed(1) : '';
  const isBroken = trouble !== null || (verified !== null && verified.verdict !== 'intact');
  const title = titleOf(ledger, said);
  return (
    <div className={isBroken ? 'ledger-sentence is-broken' : 'ledger-sentence'} role="status">
      {isBroken ? <WarningFilled /> : <SafetyCertificateFilled />}
      <div>
        <strong>{title}</strong>
        <p>
          {trouble !== null
            ? said.troubleLine
            : verified &&
              [
                said.lastVerified(momentOf(verified.at), seconds),
                leaves > verified.size ? said.newer(leaves - verified.size) : null,
              ]
                .filter(Boolean)
                .join('，')}
        </p>
      </div>
    </div>
  );
}

function titleOf(
  { trouble, verified, leaves }: Ledger,
  said: ReturnType<typeof useWords>['review']['ledger'],
): string {
  if (trouble !== null) return said.trouble[trouble];
  if (verified === null) return said.unverified(countOf(leaves));
  if (verified.verdict === 'altered') return said.altered;
  if (verified.verdict === 'incomplete') return said.incomplete(countOf(verified.missing ?? 0));
  return said.whole(countOf(verified.leaves));
}

export function Facts({ ledger }: { readonly ledger: Ledger }): ReactElement {
  const said = useWords().review.ledger;
  const { checkpoint, witnessed, leaves } = ledger;
  return (
    <dl className="pairs">
      {checkpoint && (
        <>
          <div>
            <dt>{said.checkpoint}</dt>
            <dd>
              {momentOf(checkpoint.at)} · {said.leaves(countOf(checkpoint.leaves))}
            </dd>
          </div>
          <div>
            <dt>{said.root}</dt>
            <dd className="mono" title={checkpoint.root}>
              {shortHash(checkpoint.root)}
            </dd>
          </div>
        </>
      )}
      <div>
        <dt>{said.witness}</dt>
        <dd>{witnessed === null ? said.selfAttested : said.witnessed(countOf(witnessed))}</dd>
      </div>
      <div>
        <dt>{said.pending}</dt>
        <dd>{countOf(Math.max(0, leaves - (checkpoint?.leaves ?? 0)))}</dd>
      </div>
    </dl>
  );
}

/** 每日封存: a square a day. */
function Seals({ ledger: { seals } }: { readonly ledger: Ledger }): ReactElement {
  const said = useWords().review.ledger;
  if (seals.length === 0) return <p className="meta">{said.noSeals}</p>;
  return (
    <div>
      <p className="meta">{said.sealsLine(seals.length)}</p>
      <ul className="seals" aria-label={said.seals}>
        {[...seals].reverse().map(({ day, streams }) => (
          <li key={day} title={said.seal(day, streams)}>
            <span className="visually-hidden">{said.seal(day, streams)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
