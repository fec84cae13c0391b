import { useEffect } from 'react';
import { useWords } from '../words/words.js';

/** What the browser's tab says, in the reader's language; null: somebody else sees to it. */
export function useTitle(title: string | null): void {
  const { brand } = useWords().frame;
  useEffect(() => {
    if (title !== null) document.title = `${title} · ${brand}`;
  }, [title, brand]);
}
