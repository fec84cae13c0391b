import type { ReactElement } from 'react';
import { useWords } from '../words/words.js';

/** The shape of the first lines to come, until the greeting is there. */
export function Skeleton(): ReactElement {
  const words = useWords();
  return (
    <div className="skeleton">
      <p className="unseen">{words.loading}</p>
      <span className="skeleton-avatar" />
      <span className="skeleton-bubble" />
      <span className="skeleton-line" />
    </div>
  );
}
