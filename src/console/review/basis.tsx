import type { ReactElement } from 'react';
import { useWords } from '../words/words.js';

/** 出处: instrument and article, and how far the text was checked. */
export function Basis({
  basis: { instrument, article, tag },
}: {
  readonly basis: { readonly instrument: string; readonly article: string; readonly tag: string };
}): ReactElement {
  const words = useWords().review;
  return (
    <span className="basis">
      {instrument} {article} <span className="basis-tag">{words.basisTag(tag)}</span>
    </span>
  );
}
