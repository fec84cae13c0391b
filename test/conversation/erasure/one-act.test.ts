import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { CompiledQuery } from 'kysely';
import { composeCase } from '../../../src/agent/compose/case-notice.js';
import { loadRetentionRules } from '../../../src/app/retention-rules.js';
import { complaintDeadlines } from '../../../src/compliance/complaint-deadlines.js';
import type { RetentionRules } from '../../../src/compliance/retention.js';
import type { AnsweringDeps } from '../../../src/conversation/cases/erasure-answer.js';
import type { CaseTold } from '../../../src/conversation/cases/notice.js';
import { caseWrites } from '../../../src/conversation/cases/opening.js';
import { disclosureStream } from '../../../src/conversation/disclosure-stream.js';
import { carryOut } from '../../../src/conversation/erasure/carry-out.js';
import { act, openCase } from '../../../src/conversation/erasure/record.js';
import type { ConversationEvent } from '../../../src/conversation/events.js';
import { keepUnder } from '../../../src/conversation/house-stream.js';
import { momentStream } from '../../../src/conversation/moments/events.js';
import { openConversation } from '../../../src/conversation/opening.js';
import { recordEvents } from '../../../src/conversation/record.js';
import { reviewStream } from '../../../src/conversation/review-stream.js';
import { readStream } from '../../../src/conversation/stream.js';
import { keptRow } from '../../../src/store/sealed-tables.js';
import type { Store } from '../../../src/store/store.js';
import { conversationId, customerId } from '../../../src/terms/ids.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { databases } from '../../store/databases.js';

/** A key a stream, and yet one act: nothing of an erased customer can be opened after it. */

const START = Date.parse('2026-11-27T02:00:00.000Z');
const wordings = loadWordings('prompts');
const notice = {
  allowedHosts: [],
  houseWords: [],
  aiLabel: '小屿 · AI 生成',
  composeCase: (told: CaseTold) => composeCase(wordings, told),
};

/** The rules of the day at which no term keeps anything any more. */
const afterEveryTerm = (rules: RetentionRules): RetentionRules => ({
  ...rules,
  classes: Object.fromEntries(
    Object.entries(rules.classes).map(([name, rule]) => [name, { ...rule, onRequest: 'erase' }]),
  ) as RetentionRules['classes'],
});

describe.each(databases)('erasing a customer, on $name', ({ name, open }) => {
  let store: Store;
  let remove: () => Promise<void>;
  let deps: AnsweringDeps;

  beforeEach(async () => {
    ({ store, remove } = await open());
    const rules = () => afterEveryTerm(loadRetentionRules('2026-11-27'));
    deps = { store, origin: 'test', now: () => START, rules, ...notice };
  });
  afterEach(async () => {
    await store.close();
    await remove();
  });

  const raw = async (sql: string) =>
    (await store.db.executeQuery(CompiledQuery.raw(sql))).rows as Record<string, string>[];

  /** Every key there is, by what is under it, as the key store itself says. */
  async function livingKeys(): Promise<readonly string[]> {
    const all = 'select scope from {} where destroyed_at is null order by scope';
    if (name === 'postgres')
      return (await raw(all.replace('{}', 'shuzhi_keys.data_key'))).map(({ scope }) => scope!);
    const [{ file } = { file: '' }] = await raw('pragma database_list');
    const keys = new Database(join(dirname(file!), 'keys.db'), { readonly: true });
    const rows = keys.prepare(all.replace('{}', 'data_key')).all() as { scope: string }[];
    keys.close();
    return rows.map(({ scope }) => scope);
  }

  async function talk(id: string, customer: string, said: string) {
    await openConversation(deps, {
      ...{ id: conversationId(id), channel: 'test', channelConv: id, address: null },
      ...{ customer: customerId(customer), greeting: null, isSent: false },
    });
    const event = { kind: 'NoteTaken', by: { id: 'E1', name: '顾问' }, text: said };
    await recordEvents(store, 'test', id, [
      { actor: 'advisor', at: START, event: event as ConversationEvent },
    ]);
  }

  /** Whatever a customer can have a stream for. */
  async function lifeOf(customer: string): Promise<void> {
    await talk(`talk-${customer}`, customer, '一句话');
    await talk(`later-${customer}`, customer, '又一句');
    await keepUnder(deps, reviewStream(`talk-${customer}`), { kind: 'ReviewNoted' });
    await keepUnder(deps, disclosureStream(customer), { kind: 'DisclosureGiven' });
    await keepUnder(deps, momentStream(`m-${customer}`), { kind: 'MomentOpened' });
    const turn = { turn: `t-${customer}`, source: 'm1' };
    const deadlines = complaintDeadlines('2026-11-27');
    const filed: readonly ConversationEvent[] = [
      { kind: 'ComplaintFiled', ...turn, matter: '没人接', wish: '', deadlines },
      { kind: 'PrivacyRequested', ...turn, right: 'explain' },
    ];
    const about = { conversation: `talk-${customer}`, customer };
    const opening = { store, origin: 'test', retention: deps.rules };
    await store.commit(caseWrites(opening, about, filed, START));
    const closed = store.db.updateTable('customer_case').set({ stage: 'closed' });
    const moment = keptRow('moment', {
      ...{ id: `m-${customer}`, customer_id: customer, number: 1, step: '', audience: 'advisor' },
      ...{ employee_id: null, purpose: 'service', stake: 0, body: '{}', barred: null },
      ...{ from_day: '2026-11-27', until_day: '2026-11-30', raised_on: '2026-11-27' },
      ...{ state: 'open' as const, again_on: null, contacted_at: null, outcome: null },
    });
    const raised = store.db.insertInto('moment').values(moment);
    await store.commit([{ query: closed.compile() }, { query: raised.compile() }]);
  }

  async function erase(customer: string): Promise<void> {
    const about = { why: 'request', customer, conversation: `talk-${customer}` } as const;
    await store.commit(openCase(deps, 'E1', { ...about, received: '2026-11-27' }, START));
    const { version } = deps.rules();
    const proposed = { kind: 'ErasureProposed', checked: 'in_person', rules: version } as const;
    const made = await act(deps, 'E1', 'staff:a', (plan) => ({ ...proposed, by: 'a', plan }));
    expect(made.kind).toBe('done');
    await act(deps, 'E1', 'staff:b', () => ({ kind: 'ErasureApproved', by: 'b' }));
    await carryOut(deps, 'E1');
  }

  it('destroys every key of theirs in one unit, and no key of anybody else', async () => {
    const before = await livingKeys();
    await lifeOf('C1');
    const theirs = (await livingKeys()).filter((scope) => !before.includes(scope));
    await lifeOf('C2');
    const others = (await livingKeys()).filter((scope) => ![...before, ...theirs].includes(scope));
    expect(new Set(theirs.map((scope) => scope.replace(/[:-].*/, '')))).toEqual(
      new Set([
        'talk',
        'later',
        'review',
        'disclosure',
        'moment',
        'complaint',
        'rights',
        'customer',
      ]),
    );
    const units: number[] = [];
    const { keys } = store;
    deps = {
      ...deps,
      store: {
        ...store,
        keys: {
          ...keys,
          async destroy(scopes, at) {
            const gone = await keys.destroy(scopes, at);
            units.push(gone);
            return gone;
          },
        },
      },
    };
    await erase('C1');
    expect(units).toEqual([theirs.length]);
    const left = await livingKeys();
    expect(left.filter((scope) => theirs.includes(scope))).toEqual([]);
    expect(left).toEqual(expect.arrayContaining([...others]));
    for (const stream of theirs) expect(await readStream(store, stream)).toEqual([]);
    expect((await readStream(store, 'talk-C2')).length).toBeGreaterThan(0);
  });
});
