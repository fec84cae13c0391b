import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { putInForce } from '../../../src/conversation/changes/in-force.js';
import type { ChangesDeps, Matter } from '../../../src/conversation/changes/record.js';
import {
  NotServed,
  decide,
  propose,
  proposeRevert,
} from '../../../src/conversation/changes/record.js';
import { findChange } from '../../../src/conversation/changes/queries.js';
import { HOUSE_STREAM, keepInHouse } from '../../../src/conversation/house-stream.js';
import { readStream } from '../../../src/conversation/stream.js';
import type { ChangeRow } from '../../../src/store/version-rows.js';
import { findText, placeOf, stateAt } from '../../../src/store/version-archive.js';
import { databases } from '../../store/databases.js';

/** What is proposed, let and put in force, on record. */

describe.each(databases)('changes on $name', (database) => {
  let opened: Awaited<ReturnType<typeof database.open>>;
  let deps: ChangesDeps;
  let now: number;
  /** What is served: the texts in force. */
  let standing: Map<string, string>;
  let reported: unknown[];
  let refresh: () => Promise<void>;
  beforeEach(async () => {
    opened = await database.open();
    now = 1_000;
    standing = new Map([['tea', '八点开']]);
    reported = [];
    refresh = async () => undefined;
    const matter: Matter = {
      kept: 'document',
      read: async (path, text) => (text === '' ? `${path}: 是空的` : new Map([[path, text]])),
      standing: async (name) => standing.get(name) ?? null,
      before: async (_, base) => (base === null ? null : findText(opened.store, base)),
      line: (_, content) => content,
      put: async () => [],
    };
    const kinds = ['knowledge', 'wording', 'review_rules', 'questionnaire'] as const;
    const matters = Object.fromEntries(
      [...kinds, 'assumptions', 'product'].map((kind) => [kind, matter]),
    ) as ChangesDeps['matters'];
    deps = {
      store: opened.store,
      origin: 'test',
      now: () => now,
      matters,
      refresh: () => refresh(),
      report: (error) => void reported.push(error),
    };
  });
  afterEach(async () => {
    await opened.store.close();
    await opened.remove();
  });

  async function proposed(text: string, effectiveAt = now): Promise<ChangeRow> {
    const given = { kind: 'knowledge', by: 'maker', reason: '改了', effectiveAt } as const;
    const [row] = await propose(deps, given, { path: 'tea', text });
    return row!;
  }
  const approve = ({ id }: ChangeRow, by = 'checker') =>
    decide(deps, id, { do: 'approve', by, role: 'operator' });
  const kinds = async () =>
    (await readStream(deps.store, HOUSE_STREAM)).map(({ event }) => event.kind as string);
  const kept = async () => stateAt(deps.store, 'document', await placeOf(deps.store, 'document'));

  it('go from one hand through another into force, each step on record', async () => {
    const row = await proposed('九点开');
    expect(await approve(row, 'maker')).toEqual({ kind: 'refused', why: 'own' });
    expect(await approve(row)).toMatchObject({ kind: 'done', row: { stage: 'approved' } });
    expect(await approve(row)).toEqual({ kind: 'refused', why: 'settled' });
    expect(await putInForce(deps)).toBe(1);
    expect(await findChange(deps.store, row.id)).toMatchObject({
      ...{ stage: 'in_force', author: 'maker', decided_by: 'checker', in_force_at: now },
    });
    expect(await kept()).toEqual(new Map([['tea', '九点开']]));
    expect(await kinds()).toEqual(['ChangeProposed', 'ChangeApproved', 'ChangeInForce']);
  });

  it('wait for their day', async () => {
    await approve(await proposed('九点开', now + 60_000));
    expect(await putInForce(deps)).toBe(0);
    now += 60_000;
    expect(await putInForce(deps)).toBe(1);
    expect(await putInForce(deps)).toBe(0);
  });

  it('find their place on a record on which others write at the same time', async () => {
    const rows = await Promise.all(['八点半开', '九点开'].map((text) => proposed(text)));
    await Promise.all(rows.map((row) => approve(row)));
    const others = [1, 2, 3].map(() => keepInHouse(deps, { kind: 'LookedAt' }));
    const [put] = await Promise.all([putInForce(deps), ...others]);
    expect(put).toBe(2);
  });

  it('of two who decide at once let one, and tell the other that it is settled', async () => {
    const row = await proposed('九点开');
    const both = await Promise.all([approve(row, 'checker'), approve(row, 'another')]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  });

  it('are declined by the service, by name and time, where the text has changed since', async () => {
    const row = await proposed('九点开');
    await approve(row);
    standing.set('tea', '十点开');
    now += 5;
    expect(await putInForce(deps)).toBe(0);
    expect(await findChange(deps.store, row.id)).toMatchObject({
      ...{ stage: 'declined', decided_by: 'service', decided_at: now },
      words: expect.stringContaining('又变了'),
    });
  });

  it('are in force also where reading them again fails, which is told to whoever is on call', async () => {
    const row = await proposed('九点开');
    await approve(row);
    refresh = () => Promise.reject(new Error('the index could not be built'));
    expect(await putInForce(deps)).toBe(1);
    expect(await findChange(deps.store, row.id)).toMatchObject({ stage: 'in_force' });
    expect(reported).toEqual([new Error('the index could not be built')]);
  });

  it('are taken back by another change, to what stood before', async () => {
    const row = await proposed('九点开');
    await approve(row);
    await expect(proposeRevert(deps, row, revert)).rejects.toThrow(NotServed);
    await putInForce(deps);
    standing.set('tea', '九点开');
    const inForce = (await findChange(deps.store, row.id))!;
    const back = await proposeRevert(deps, inForce, revert);
    expect(back).toMatchObject({ reverts: row.id, base: row.hash, hash: row.base });
    await approve(back);
    await putInForce(deps);
    expect(await kept()).toEqual(new Map([['tea', '八点开']]));
  });

  it('that would not be served, or change nothing, are not proposed', async () => {
    await expect(proposed('')).rejects.toThrow('tea: 是空的');
    await expect(proposed('八点开')).rejects.toThrow('一样');
    expect(await kinds()).toEqual([]);
  });
});

const revert = { by: 'maker', reason: '还是原来的好', effectiveAt: 0 };
