import { createContext, useCallback, useContext, useState } from 'react';

/** One for whoever is inside: it goes when they do, as what they looked for may name a customer. */
export const KeptContext = createContext<Map<string, unknown>>(new Map());

/** What a page was set to: whoever comes back to it finds it as they left it. */
export function useKept<T>(name: string, first: T): readonly [T, (next: T) => void] {
  const kept = useContext(KeptContext);
  const [value, setValue] = useState(() => (kept.has(name) ? (kept.get(name) as T) : first));
  const keep = useCallback(
    (next: T) => {
      kept.set(name, next);
      setValue(next);
    },
    [kept, name],
  );
  return [value, keep];
}
