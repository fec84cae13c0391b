import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { Shown } from './shapes.js';

/** 起草后有变化: what is not as it was, and what was looked at and is. */
export function SinceCard({ id }: { readonly id: string }): ReactElement {
  const { approvals: said, joins } = useWords();
  const call = useApi();
  const since = useRead(id, (signal) =>
    call('get', '/desk/proposals/{id}/changes', { path: { id }, signal }),
  );
  const { value } = since;
  const same = value?.checked.filter((of) => !value.changes.some((one) => one.of === of)) ?? [];
  return (
    <section aria-busy={!value && !since.failure}>
      <h3>{said.since}</h3>
      {since.failure && <p className="meta">{said.sinceFailed}</p>}
      {!value && !since.failure && <p className="meta">{said.comparing}</p>}
      {value && (
        <ul className="marks">
          {value.changes.map(({ of, words }) => (
            <li key={`${of} ${words}`}>
              <WarningFilled className="mark-wait" /> {words}
            </li>
          ))}
          {same.length > 0 && (
            <li>
              <CheckCircleFilled className="mark-ok" />{' '}
              {said.unchanged(joins.list(same.map((of) => said.checked[of])))}
            </li>
          )}
          <li>
            {value.redrafted === 'same' ? (
              <CheckCircleFilled className="mark-ok" />
            ) : (
              <WarningFilled className="mark-wait" />
            )}{' '}
            {said.redrafted[value.redrafted]}
          </li>
        </ul>
      )}
    </section>
  );
}

/** The customer's own words, from which the need was taken. */
export function SaidCard({ shown }: { readonly shown: Shown }): ReactElement {
  const said = useWords().approvals;
  return (
    <section>
      <h3>{said.ownWords}</h3>
      {shown.said.length === 0 && <p className="meta">{said.noWords}</p>}
      <ul className="quotes">
        {shown.said.map(({ at, text }) => (
          <li key={at + text}>
            「{text}」<span className="meta">{momentOf(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function History({ shown }: { readonly shown: Shown }): ReactElement {
  const said = useWords().approvals;
  return (
    <section>
      <h3>{said.history}</h3>
      <ol className="history">
        {shown.history.map(({ at, kind, who, reason }) => (
          <li key={at + kind}>
            <span className="meta">{momentOf(at)}</span> {said.kind(kind)}
            {who && ` · ${who}`}
            {reason && <span className="meta"> {reason}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
