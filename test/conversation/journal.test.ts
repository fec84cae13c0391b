import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ToolCall } from '../../src/conversation/agent.js';
import type { JournalDeps } from '../../src/conversation/journal.js';
import { OutcomeUnknown, openJournal } from '../../src/conversation/journal.js';
import type { Store } from '../../src/store/store.js';
import { conversationId } from '../../src/terms/ids.js';
import { databases } from '../store/databases.js';
import { nothing } from './harness.js';

const bound = { conversation: conversationId('c'), customer: null, now: 0, today: '2026-11-25' };
const ask: ToolCall = { name: 'request_human', args: { reason: 'asked' } };

describe.each(databases.slice(0, 1))('the tool journal on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ store, remove } = await database.open());
  });

  afterAll(async () => {
    await store.close();
    await remove();
  });

  function journalOf(turn: string, effect: 'read' | 'write', fail = false) {
    const runs: ToolCall[] = [];
    const deps: JournalDeps = {
      store,
      now: () => 5,
      effectOf: () => effect,
      runTool: async (call) => {
        runs.push(call);
        if (fail) throw new Error('the line is down');
        return { ...nothing, support: runs.length };
      },
    };
    return { runs, journal: openJournal(deps, turn, bound) };
  }

  const rowsOf = (turn: string) =>
    store.db
      .selectFrom('tool_call')
      .select(['ordinal', 'status'])
      .where('turn_id', '=', turn)
      .orderBy('ordinal')
      .execute();

  it('gives the stored result of a write to the turn that is run again', async () => {
    const first = journalOf('again', 'write');
    const second = journalOf('again', 'write');
    const result = await first.journal.run(ask);
    expect(await second.journal.run(ask)).toEqual(result);
    expect(second.runs).toEqual([]);
  });

  it('runs a write again under another turn, place or argument', async () => {
    const { runs, journal } = journalOf('places', 'write');
    await journal.run(ask);
    await journal.run(ask);
    await journal.run({ ...ask, args: { reason: 'complaint' } });
    expect(runs).toHaveLength(3);
    expect(await rowsOf('places')).toHaveLength(3);
  });

  it('does not guess whether a write that died took effect', async () => {
    const dead = journalOf('died', 'write', true);
    await expect(dead.journal.run(ask)).rejects.toThrow('the line is down');
    expect(await rowsOf('died')).toEqual([{ ordinal: 1, status: 'intent' }]);
    const next = journalOf('died', 'write');
    await expect(next.journal.run(ask)).rejects.toThrow(OutcomeUnknown);
    expect(next.runs).toEqual([]);
  });

  it('keeps a read until the outcome of the turn is recorded with it', async () => {
    const { journal } = journalOf('read', 'read');
    await journal.run(ask);
    expect(await rowsOf('read')).toEqual([]);
    await store.commit([...journal.writes]);
    expect(await rowsOf('read')).toEqual([{ ordinal: 1, status: 'done' }]);
  });

  it('lists what was called with what, for the trace', async () => {
    const { journal } = journalOf('trace', 'read');
    await journal.run(ask);
    expect(journal.entries).toEqual([{ name: 'request_human', args: ask.args, ms: 0 }]);
  });
});
