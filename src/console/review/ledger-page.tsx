import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { PlaceLink } from '../frame/place-link.js';
import { Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useChange } from '../api/use-change.js';
import { useNames } from '../session/names.js';
import { useInside } from '../session/session.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { BundleCheck } from './bundle-check.js';
import { LedgerCard } from './ledger-card.js';
import { StreamProofs } from './stream-proofs.js';
import type { Ledger } from './shapes.js';
import '../styles/grade.css';
import '../styles/record.css';
import '../styles/review.css';

/** 账本: whether the record holds, what left the house, and proofs without a word of anybody's. */
export default function LedgerPage(): ReactElement {
  const words = useWords();
  const call = useApi();
  const read = useRead('ledger', (signal) => call('get', '/review/ledger', { signal }));
  return (
    <>
      <TopBar title={words.pages.ledger} />
      <main className="page-body review-page">
        {read.failure && !read.value ? (
          <Failed error={read.failure} what={words.pages.ledger} again={read.again} />
        ) : !read.value ? (
          <Loading rows={6} />
        ) : (
          <div className="ledger-grid">
            <LedgerCard read={read} />
            <div className="ledger-side">
              <BundleCheck />
              <Published ledger={read.value} />
            </div>
            <Exports ledger={read.value} />
            <StreamProofs />
          </div>
        )}
      </main>
    </>
  );
}

/** What somebody outside holds us to: the key and the last signed note. */
function Published({ ledger: { key, checkpoint } }: { readonly ledger: Ledger }): ReactElement {
  const said = useWords().review.ledger;
  const change = useChange();
  return (
    <section className="card">
      <h2>{said.key}</h2>
      <pre className="source" tabIndex={0} role="region" aria-label={said.key}>
        {key}
      </pre>
      {checkpoint && (
        <>
          <h2>{said.note}</h2>
          <pre className="source" tabIndex={0} role="region" aria-label={said.note}>
            {checkpoint.note}
          </pre>
          <p>
            <Button
              size="small"
              onClick={() =>
                void change.run(() => navigator.clipboard.writeText(checkpoint.note), said.copied)
              }
            >
              {said.copy}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}

function Exports({ ledger: { exports } }: { readonly ledger: Ledger }): ReactElement {
  const said = useWords().review.ledger;
  const nameOf = useNames();
  const mayOpen = useInside().may('review.read');
  return (
    <section className="card table-card ledger-wide">
      <h2 className="card-title">{said.exports}</h2>
      {exports.length === 0 ? (
        <p className="meta card-empty">{said.noExports}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={said.exports}>
          <table className="review-table">
            <thead>
              <tr>
                <th scope="col">{said.when}</th>
                <th scope="col">{said.conversation}</th>
                <th scope="col">{said.by}</th>
                <th scope="col">{said.why}</th>
                <th scope="col" className="number">
                  {said.entries}
                </th>
              </tr>
            </thead>
            <tbody>
              {exports.map(({ at, conversation, by, why, entries }) => (
                <tr key={`${at} ${conversation}`}>
                  <td>{momentOf(at)}</td>
                  <td className="mono">
                    {mayOpen ? (
                      <PlaceLink to={['records', conversation]}>{conversation}</PlaceLink>
                    ) : (
                      conversation
                    )}
                  </td>
                  <td>{nameOf(by)}</td>
                  <td>{why}</td>
                  <td className="number">{entries}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
