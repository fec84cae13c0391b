import { ClockCircleFilled, SafetyCertificateFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import type { Read } from '../api/use-read.js';
import { PlaceLink } from '../frame/place-link.js';
import { Failed, Loading } from '../frame/states.js';
import { useNames } from '../session/names.js';
import { useInside } from '../session/session.js';
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

type Standing = 'broken' | 'unchecked' | 'proved';

const ICONS = {
  broken: WarningFilled,
  unchecked: ClockCircleFilled,
  proved: SafetyCertificateFilled,
} as const;

const standingOf = ({ trouble, verified }: Ledger): Standing => {
  if (trouble !== null) return 'broken';
  if (verified === null) return 'unchecked';
  return verified.verdict === 'intact' ? 'proved' : 'broken';
};

function Sentence({ ledger }: { readonly ledger: Ledger }): ReactElement {
  const said = useWords().review.ledger;
  const standing = standingOf(ledger);
  const Icon = ICONS[standing];
  return (
    <div className={`ledger-sentence is-${standing}`} role="status">
      <Icon />
      <div>
        <strong>{titleOf(ledger, said)}</strong>
        {ledger.trouble !== null && ledger.verified?.stream && (
          <p>{brokenOf(ledger.verified, said)}</p>
        )}
        <p>{ledger.trouble === null ? checkedIn(ledger, said) : said.troubleLine}</p>
        <ToPlace verified={ledger.verified} />
      </div>
    </div>
  );
}

type Verified = NonNullable<Ledger['verified']>;
type Said = ReturnType<typeof useWords>['review']['ledger'];

/** To the very entry that does not hold, for whoever may read conversations; other streams have no page. */
function ToPlace({ verified }: { readonly verified: Verified | null }): ReactElement | null {
  const said = useWords().review.ledger;
  const { may } = useInside();
  if (!verified || verified.verdict === 'intact' || !may('review.read')) return null;
  const { stream, seq } = verified;
  if (stream === null || seq === null || stream.includes(':')) return null;
  return (
    <p>
      <PlaceLink to={['records', stream, String(seq)]}>{said.toPlace}</PlaceLink>
    </p>
  );
}

/** When it was last looked through, and what came in since. */
function checkedIn({ verified, leaves }: Ledger, said: Said): string {
  if (verified === null) return said.uncheckedLine;
  const last = said.lastVerified(momentOf(verified.at), secondsOf(verified.ms));
  return leaves > verified.size ? said.since(last, leaves - verified.size) : last;
}

/** No check takes no time at all. */
const secondsOf = (ms: number): string => (ms < 100 ? '<0.1' : (ms / 1_000).toFixed(1));

function titleOf({ trouble, verified, leaves }: Ledger, said: Said): string {
  if (trouble !== null) return said.trouble[trouble];
  if (verified === null) return said.unverified(countOf(leaves));
  return verified.verdict === 'intact'
    ? said.whole(countOf(verified.leaves))
    : brokenOf(verified, said);
}

/** What does not hold, and from where on. */
function brokenOf({ verdict, fault, stream, seq, missing }: Verified, said: Said): string {
  if (verdict === 'rollback') return said.trouble.rollback;
  const what = fault === null ? null : said.faults(fault);
  if (stream !== null && seq !== null) return said.brokenAt(stream, countOf(seq), what ?? '');
  if (verdict === 'incomplete') return said.incomplete(countOf(missing ?? 0));
  return what === null ? said.altered : said.broken(what);
}

export function Facts({ ledger }: { readonly ledger: Ledger }): ReactElement {
  const said = useWords().review.ledger;
  const nameOf = useNames();
  const { checkpoint, witnessed, leaves, verified } = ledger;
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
      {verified && (
        <div>
          <dt>{said.lastCheck}</dt>
          <dd>
            {momentOf(verified.at)} · {said.checkVerdicts[verified.verdict]} ·{' '}
            {verified.by === 'nightly' ? said.nightly : nameOf(verified.by)}
          </dd>
        </div>
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
