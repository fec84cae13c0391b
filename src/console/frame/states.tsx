import {
  CopyOutlined,
  InboxOutlined,
  LockOutlined,
  ReloadOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Refused, Unreachable } from '../api/problem.js';
import { useWords } from '../words/words.js';

interface Said {
  readonly title: string;
  readonly line?: ReactNode;
  readonly actions?: ReactNode;
}

function StatePane({
  tone,
  icon,
  title,
  line,
  actions,
}: Said & { readonly tone: 'calm' | 'wait' | 'stop'; readonly icon: ReactNode }): ReactElement {
  return (
    <div className="state">
      <span className={`state-icon state-${tone}`} aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      {line && <p>{line}</p>}
      {actions && <div className="state-actions">{actions}</div>}
    </div>
  );
}

export const Empty = (said: Said): ReactElement => (
  <StatePane tone="calm" icon={<InboxOutlined />} {...said} />
);

export const NotAllowed = (said: Said): ReactElement => (
  <StatePane tone="wait" icon={<LockOutlined />} {...said} />
);

/** What went wrong, what is safe, and what can be done. */
export function Failed({
  error,
  what,
  again,
}: {
  readonly error: Error;
  readonly what: string;
  readonly again: () => void;
}): ReactElement {
  const words = useWords().failed;
  const refusal = error instanceof Refused ? error.refusal : null;
  if (refusal?.status === 403 || refusal?.status === 404) {
    const said = refusal.status === 403 ? words.notAllowed : words.notFound;
    return <NotAllowed title={said.title} line={said.line} />;
  }
  const id = refusal?.instance ?? null;
  const isLost = error instanceof Unreachable;
  return (
    <StatePane
      tone="stop"
      icon={<WarningFilled />}
      title={words.title(what)}
      line={
        <>
          {isLost ? words.lost : words.safe}
          {id && (
            <>
              <br />
              <span className="mono">{words.id(id)}</span>
            </>
          )}
        </>
      }
      actions={
        <>
          <Button type="primary" icon={<ReloadOutlined />} onClick={again}>
            {words.again}
          </Button>
          {id && (
            <Button
              icon={<CopyOutlined />}
              onClick={() => void navigator.clipboard?.writeText(id).catch(() => undefined)}
            >
              {words.copy}
            </Button>
          )}
        </>
      }
    />
  );
}

/** The same in a line, where a whole pane would push everything else away. */
export function FailedLine({
  what,
  again,
}: {
  readonly what: string;
  readonly again: () => void;
}): ReactElement {
  const words = useWords().failed;
  return (
    <p className="meta" role="status">
      {words.title(what)}
      <Button type="link" size="small" onClick={again}>
        {words.again}
      </Button>
    </p>
  );
}

const SHOWN_AFTER_MS = 300;

/** Rows like those to come, but only when it takes long enough to be seen. */
export function Loading({ rows = 4 }: { readonly rows?: number }): ReactElement {
  const words = useWords();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" role="status" aria-label={words.frame.loading}>
      {isShown &&
        Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} active avatar paragraph={{ rows: 1 }} />
        ))}
    </div>
  );
}
