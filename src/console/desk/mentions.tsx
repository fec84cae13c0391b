import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useRead } from '../api/use-read.js';
import { useInside } from '../session/session.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { jumpTo } from './jump.js';
import type { Mention } from './shapes.js';

/** @同事: notes that call on whoever is signed in, until they have seen them. */
export function Mentions({ changes }: { readonly changes: number }): ReactElement | null {
  const said = useWords().desk;
  const call = useApi();
  const { may } = useInside();
  const { run } = useChange();
  const read = useRead(may('mention.own') ? 'mentions' : null, (signal) =>
    call('get', '/desk/mentions', { signal }),
  );
  const { again } = read;
  useEffect(again, [again, changes]);
  const mentions = read.value?.mentions ?? [];
  if (mentions.length === 0) return null;
  const see = async (conversation: string): Promise<void> => {
    await run(() => call('post', '/desk/mentions/{conversation}/seen', { path: { conversation } }));
    again();
  };
  return (
    <section aria-label={said.mentioned} className="mentions">
      <h2 className="queue-group">
        {said.mentioned} <span>{mentions.length}</span>
      </h2>
      <ul>
        {mentions.map((one) => (
          <li key={`${one.conversation} ${one.seq}`}>
            <Row mention={one} seen={() => void see(one.conversation)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({
  mention: { conversation, seq, by, at, text, mayOpen },
  seen,
}: {
  readonly mention: Mention;
  readonly seen: () => void;
}): ReactElement {
  const said = useWords().desk;
  return (
    <div className="mention-row">
      <span className="meta">
        {by} · {momentOf(at)}
      </span>
      <p>{text}</p>
      {mayOpen ? (
        <Button
          size="small"
          onClick={() => {
            jumpTo(conversation, seq);
            seen();
          }}
        >
          {said.lookThere}
        </Button>
      ) : (
        <>
          <p className="meta">{said.closedToYou}</p>
          <Button size="small" onClick={seen}>
            {said.taken}
          </Button>
        </>
      )}
    </div>
  );
}
