import { createContext, useCallback, useContext, useMemo } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { useWords } from '../words/words.js';

/** What somebody here is called whom a record names by account or number; the same again if nobody is. */
export type NameOf = (id: string) => string;

export const NamesContext = createContext<NameOf>((id) => id);

export const useNames = (): NameOf => useContext(NamesContext);

/** Read once for whoever is inside. */
export function useColleagues(): NameOf {
  const call = useApi();
  const { value } = useRead('colleagues', (signal) => call('get', '/colleagues', { signal }));
  const names = useMemo(
    () => new Map(value?.colleagues.map(({ id, name }) => [id, name])),
    [value],
  );
  const { actor } = useWords().review;
  // What the service did by itself is signed with no account.
  return useCallback((id) => names.get(id) ?? actor(id), [names, actor]);
}
