import { canonical } from '../../ledger/canonical.js';
import type { ToolCallRow } from '../../store/schema.js';
import type { ToolCall, ToolResult } from '../agent.js';
import { emptyResult } from '../agent.js';
import type { JournalEntry, RecordedJournal } from '../journal.js';

export interface AnsweringJournal extends RecordedJournal {
  /** What was asked now that was not asked then. */
  readonly unknown: readonly ToolCall[];
}

/**
 * A journal that answers from the record and runs nothing. What was not asked then finds nothing, and
 * is named.
 */
export function answeringJournal(calls: readonly ToolCallRow[]): AnsweringJournal {
  const entries: JournalEntry[] = [];
  const unknown: ToolCall[] = [];
  const results = new Map<string, string[]>();
  for (const { name, args, result } of calls) {
    if (result === null) continue;
    const key = `${name} ${args}`;
    results.set(key, [...(results.get(key) ?? []), result]);
  }
  return {
    entries,
    unknown,
    writes: [],
    async run(call) {
      const found = results.get(`${call.name} ${canonical(call.args)}`) ?? [];
      // A read asked twice was one read; a write asked twice ran twice, in this order.
      const result = found.length > 1 ? found.shift() : found[0];
      entries.push({ name: call.name, args: call.args, ms: 0 });
      if (result !== undefined) return JSON.parse(result) as ToolResult;
      unknown.push(call);
      return { ...emptyResult, failure: 'not asked then' };
    },
  };
}
