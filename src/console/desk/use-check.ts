import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context.js';
import type { Checked } from './shapes.js';

const SETTLED_MS = 250;

/** What the guard says of the words as they stand; null: nothing yet. */
export function useCheck(
  conversation: string | null,
  text: string,
  reason: string,
  sources: readonly string[] = [],
): { readonly checked: Checked | null; readonly isChecking: boolean } {
  const call = useApi();
  const [held, setHeld] = useState<{ readonly of: string; readonly checked: Checked } | null>(null);
  const words = text.trim();
  const given = JSON.stringify(sources);
  const of = JSON.stringify([conversation, words, reason.trim(), sources]);
  useEffect(() => {
    if (words === '') return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const why = reason.trim();
      const from = JSON.parse(given) as string[];
      const body = { text: words, sources: from, reason: why === '' ? null : why, conversation };
      call('post', '/desk/check', { body, signal: stop.signal })
        .then((checked) => setHeld({ of, checked }))
        .catch(() => undefined);
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [call, conversation, given, of, reason, words]);
  if (words === '') return { checked: null, isChecking: false };
  return { checked: held?.checked ?? null, isChecking: held?.of !== of };
}
