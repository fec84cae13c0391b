import type { ReactElement } from 'react';
import { useWords } from '../words/words.js';

/** Whose it is: as much of a name as tells people apart, and the number. */
export function CustomerName({
  id,
  name,
}: {
  /** Null: a visitor. */
  readonly id: string | null;
  readonly name: string | null;
}): ReactElement {
  const { visitor } = useWords().review;
  if (id === null) return <>{visitor}</>;
  if (name === null) return <span className="mono">{id}</span>;
  return (
    <>
      {name} <span className="meta mono">{id}</span>
    </>
  );
}
