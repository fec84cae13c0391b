import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Failed } from '../frame/states.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { shortHash } from './shapes.js';

/** 按会话查证明: entries with commitments where the words would be; an auditor sees no more. */
export function StreamProofs(): ReactElement {
  const words = useWords().review;
  const said = words.ledger;
  const call = useApi();
  const [draft, setDraft] = useState('');
  const [id, setId] = useState<string | null>(null);
  const read = useRead(id && `stream ${id}`, (signal) =>
    call('get', '/review/ledger/streams/{id}', { path: { id: id ?? '' }, signal }),
  );
  return (
    <section className="card table-card ledger-wide">
      <h2 className="card-title">
        {said.proofs} <span className="meta">{said.wordless}</span>
      </h2>
      <form
        className="review-filters"
        onSubmit={(event) => {
          event.preventDefault();
          setId(draft.trim() || null);
        }}
      >
        <Input
          aria-label={said.proofsHint}
          placeholder={said.proofsHint}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
        />
        <Button htmlType="submit">{said.look}</Button>
      </form>
      {id !== null && read.failure && !read.value && (
        <Failed error={read.failure} what={said.proofs} again={read.again} />
      )}
      {read.value && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={said.proofs}>
          <table className="review-table">
            <thead>
              <tr>
                <th scope="col" className="number">
                  {said.seq}
                </th>
                <th scope="col">{said.when}</th>
                <th scope="col">{said.kind}</th>
                <th scope="col">{said.actor}</th>
                <th scope="col" className="number">
                  {said.leaf}
                </th>
                <th scope="col" className="number">
                  {said.bytes}
                </th>
                <th scope="col">{said.hash}</th>
                <th scope="col">{said.commit}</th>
              </tr>
            </thead>
            <tbody>
              {read.value.entries.map(({ seq, at, kind, actor, leaf, hash, commit, bytes }) => (
                <tr key={seq}>
                  <td className="number">{seq}</td>
                  <td>{momentOf(at)}</td>
                  <td>{words.kinds(kind)}</td>
                  <td>{words.actor(actor)}</td>
                  <td className="number">{leaf ?? '–'}</td>
                  <td className="number">{bytes ?? '–'}</td>
                  <td className="mono" title={hash}>
                    {shortHash(hash)}
                  </td>
                  <td className="mono" title={commit}>
                    {shortHash(commit)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
