import { useRef } from 'react';
import { useApi } from '../api/api-context.js';
import type { Read } from '../api/use-read.js';
import { useRead } from '../api/use-read.js';
import type { Opened } from './shapes.js';

/** Entries that are read at once: nearly every conversation is one part. */
const PART = 400;

/**
 * A conversation from its beginning, part by part, until the entry `through` is among them. What is there is
 * not read again, as every opening goes on record.
 */
export function useRecord(id: string, through: number): Read<Opened> {
  const call = useApi();
  const held = useRef<Opened | null>(null);
  const read = async (signal: AbortSignal): Promise<Opened> => {
    let record = held.current?.id === id ? held.current : null;
    while (!record || (record.next !== null && record.next < through)) {
      const query = { after: record?.next ?? 0, limit: PART };
      const part: Opened = await call('get', '/review/conversations/{id}', {
        path: { id },
        query,
        signal,
      });
      record = record ? { ...part, lines: [...record.lines, ...part.lines] } : part;
    }
    held.current = record;
    return record;
  };
  return useRead(`record ${id}`, read, through);
}
