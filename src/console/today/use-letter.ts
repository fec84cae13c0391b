import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import type { Moment } from './shapes.js';

const NOTHING = { text: null, sources: [] as string[] };

/** What the machine would write to the customer because of it; nothing once they were written to. */
export function useLetter({ id, state }: Moment): {
  readonly text: string | null;
  readonly sources: readonly string[];
} {
  const call = useApi();
  const read = useRead(state === 'told' ? null : `letter ${id}`, (signal) =>
    call('get', '/desk/moments/{id}/letter', { path: { id }, signal }),
  );
  return read.value ?? NOTHING;
}
