import { describe, expect, it } from '@jest/globals';
import type { ToolCall } from '../../../src/conversation/agent.js';
import { emptyResult } from '../../../src/conversation/agent.js';
import { answeringJournal } from '../../../src/conversation/replay/answering-journal.js';
import type { ToolCallRow } from '../../../src/store/schema.js';

const row = (name: string, args: string, failure: string): ToolCallRow => ({
  idem_key: failure,
  turn_id: 't',
  ordinal: 1,
  name,
  args,
  intent_at: 0,
  status: 'done',
  result: JSON.stringify({ ...emptyResult, failure }),
});

const call = (query: string): ToolCall => ({ name: 'search_knowledge', args: { query } });

describe('a journal that answers from the record', () => {
  it('gives what was found then, as often as it is asked', async () => {
    const journal = answeringJournal([row('search_knowledge', '{"query":"赎回"}', 'one')]);
    expect((await journal.run(call('赎回'))).failure).toBe('one');
    expect((await journal.run(call('赎回'))).failure).toBe('one');
    expect(journal.unknown).toEqual([]);
  });

  it('gives two results of the same call in the order in which they were found', async () => {
    const journal = answeringJournal([
      row('search_knowledge', '{"query":"赎回"}', 'one'),
      row('search_knowledge', '{"query":"赎回"}', 'two'),
    ]);
    expect((await journal.run(call('赎回'))).failure).toBe('one');
    expect((await journal.run(call('赎回'))).failure).toBe('two');
  });

  it('finds nothing for what was not asked then, and says so', async () => {
    const journal = answeringJournal([]);
    expect((await journal.run(call('费用'))).passages).toEqual([]);
    expect(journal.unknown).toEqual([call('费用')]);
    expect(journal.writes).toEqual([]);
  });
});
