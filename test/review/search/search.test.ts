import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { destroyWords } from '../../../src/conversation/erasure/carry-out.js';
import type { ConversationEvent } from '../../../src/conversation/events.js';
import { sealOff } from '../../../src/conversation/queries/erasure.js';
import { openConversation } from '../../../src/conversation/opening.js';
import { recordEvents } from '../../../src/conversation/record.js';
import { takeEntries, theTree } from '../../../src/ledger/tree.js';
import { keepFinding } from '../../../src/review/findings/queries.js';
import { blindingOf } from '../../../src/review/search/index/blinding.js';
import { indexAnew, indexNew } from '../../../src/review/search/index/indexing.js';
import type { SearchOrder } from '../../../src/review/search/plan.js';
import { find, search } from '../../../src/review/search/search.js';
import { insertReviewItem } from '../../../src/review/work/queries.js';
import type { Store } from '../../../src/store/store.js';
import { conversationId, customerId } from '../../../src/terms/ids.js';
import { databases } from '../../store/databases.js';

const AT = Date.parse('2026-11-25T10:00:00+08:00');
const DAY = 86_400_000;
const NOTHING: SearchOrder = {
  words: '',
  person: null,
  product: null,
  rule: null,
  channel: null,
  verdict: null,
  what: [],
  from: null,
  to: null,
  after: null,
  limit: 20,
};
const BY = { id: 'E01', name: '周宁', licences: [] };
const statement = (text: string) => ({
  text,
  citations: [],
  facts: [],
  cards: [],
  suggestions: [],
  wording: [],
  model: 'test',
});
const outcome = { kind: 'answered', products: ['F001'] };

describe.each(databases)('search on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;
  const deps = () => ({ store, origin: 'test', now: () => AT });

  const open = async (name: string, customer: string | null, channel = 'directline') => {
    const place = { id: conversationId(name), channel, channelConv: name };
    const who = customer === null ? null : customerId(customer);
    const rest = { customer: who, address: null, greeting: null, isSent: false };
    await openConversation(deps(), { ...place, ...rest });
  };
  const happened = async (id: string, at: number, ...events: readonly object[]) => {
    const all = events.map((event) => ({
      actor: 'service' as const,
      at,
      event: event as ConversationEvent,
    }));
    await recordEvents(store, 'test', conversationId(id), all);
  };
  const said = (text: string) => ({
    kind: 'MessageReceived',
    id: text,
    text,
    value: null,
    activity: { type: 'message', text },
  });
  const index = async () => {
    await takeEntries(store, (await theTree(store, 'test')).size);
    return indexNew(deps());
  };
  const found = async (order: Partial<SearchOrder>) =>
    (await find(store, { ...NOTHING, ...order })).hits.map(
      ({ conversation, text }) => `${conversation} ${text}`,
    );

  beforeAll(async () => {
    ({ store, remove } = await database.open());
    await open('a', 'C1001');
    await open('b', 'C1002', 'wecom');
    await open('c', null);
    await happened('a', AT, said('基金保本吗'), {
      kind: 'ReplyDecided',
      turn: 't',
      inReplyTo: [],
      statement: statement('基金不保本，收益会波动'),
      outcome,
      trace: null,
    });
    await happened(
      'b',
      AT + DAY,
      { kind: 'AdvisorBlocked', by: BY, text: '这款稳赚不赔', findings: [] },
      { kind: 'NoteTaken', by: BY, text: '客户很在意保本' },
      {
        kind: 'AdvisorSaid',
        by: BY,
        statement: statement('收益和风险都请您看清'),
        inReplyTo: [],
        findings: [],
        reason: null,
        draft: null,
      },
    );
    await happened('c', AT + 2 * DAY, said('本来保证的收益呢'), {
      kind: 'DraftBlocked',
      turn: 't2',
      draft: statement('保本保收益'),
      findings: [],
    });
    await store.commit([
      {
        query: sql`insert into product (code, name, status, regime, private, body)
          values ('F001', '稳健一号', 'open', 'csrc', 0, '{}')`.compile(store.db),
      },
      {
        query: sql`insert into customer (id, name, body) values ('C1001', '欧阳明', '{}')`.compile(
          store.db,
        ),
      },
    ]);
    await index();
  });
  afterAll(async () => {
    await store.close();
    await remove();
  });

  it('finds words in any order, the latest first, whoever said them or did not', async () => {
    expect(await found({ words: '保本' })).toEqual([
      'c 保本保收益',
      'b 客户很在意保本',
      'a 基金不保本，收益会波动',
      'a 基金保本吗',
    ]);
    expect(await found({ words: '收益 基金' })).toEqual(['a 基金不保本，收益会波动']);
    expect(await found({ words: '赚' })).toEqual(['b 这款稳赚不赔']);
    expect(await found({ words: '收益 -风险 -保本' })).toEqual(['c 本来保证的收益呢']);
    expect(await found({ words: '量子' })).toEqual([]);
  });

  it('takes a phrase as it stands, though its pairs stand apart somewhere else', async () => {
    expect(await found({ words: '“保本保收益”' })).toEqual(['c 保本保收益']);
    expect(await found({ words: '“本保本”' })).toEqual([]);
  });

  it('narrows by person, product, channel, kind and day', async () => {
    expect(await found({ person: 'C1001', words: '收益' })).toEqual(['a 基金不保本，收益会波动']);
    expect(await found({ person: '欧阳明' })).toHaveLength(2);
    expect(await found({ person: 'E01', words: '收益' })).toEqual(['b 收益和风险都请您看清']);
    expect(await found({ product: '稳健一号' })).toEqual(['a 基金不保本，收益会波动']);
    expect(await found({ product: '没有的' })).toEqual([]);
    expect(await found({ channel: 'wecom' })).toHaveLength(3);
    expect(await found({ what: ['blocked_reply', 'blocked_draft'] })).toEqual([
      'c 保本保收益',
      'b 这款稳赚不赔',
    ]);
    expect(await found({ from: AT + DAY, to: AT + 2 * DAY, words: '保本' })).toEqual([
      'b 客户很在意保本',
    ]);
  });

  it('narrows by what rules found and what reviewers said', async () => {
    const finding = {
      rule: 'T3',
      from_unit: 0,
      to_unit: 2,
      severity: 'hard',
      basis: '{}',
    } as const;
    const when = { said_at: AT + DAY, found_at: AT + DAY, version: 'v', stands: 1 };
    const place = {
      conversation_id: 'b',
      seq: 2,
      employee_id: 'E01',
      guard_then: 'passed',
    } as const;
    const item = { by_lot: 1, score: 1, stratum: 's', stage: 'settled', holder: null } as const;
    await store.commit([
      keepFinding(store, { ...finding, ...when, ...place }),
      keepFinding(store, { ...finding, ...when, ...place, from_unit: 3 }),
      insertReviewItem(store, {
        ...item,
        conversation_id: 'b',
        verdict: 'coach',
        opened_at: AT,
        settled_at: AT,
        state: '{}',
      }),
    ]);
    expect(await found({ rule: 'T3' })).toEqual(['b 这款稳赚不赔']);
    expect(await found({ rule: 'T3', words: '稳赚' })).toEqual(['b 这款稳赚不赔']);
    expect(await found({ rule: 'T3', words: '保本' })).toEqual([]);
    expect(await found({ verdict: 'coach', words: '保本' })).toEqual(['b 客户很在意保本']);
    expect(await found({ verdict: 'coach', rule: 'T3' })).toEqual(['b 这款稳赚不赔']);
    const { hits } = await find(store, { ...NOTHING, rule: 'T3' });
    expect(hits).toMatchObject([{ rules: ['T3'], verdict: 'coach', what: 'blocked_reply' }]);
  });

  it('goes on page by page, every entry once', async () => {
    const seen: string[] = [];
    for (let after: number | null = null, pages = 0; pages < 10; pages += 1) {
      const page = await find(store, { ...NOTHING, after, limit: 2 });
      seen.push(...page.hits.map(({ text }) => text));
      after = page.next;
      if (after === null) break;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('keeps in order more of one second than have room there', async () => {
    await open('crowd', null);
    const many = Array.from({ length: 300 }, (_, nth) => said(`人群${nth}号`));
    await happened('crowd', AT + 3 * DAY, ...many);
    await index();
    const first = await find(store, { ...NOTHING, words: '人群', limit: 100 });
    expect(first.hits.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 100 }, (_, nth) => 301 - nth),
    );
    expect(await index()).toBe(0);
  });

  it('puts on record who looked and whom they saw, and nothing of what they typed', async () => {
    await search(deps(), { ...NOTHING, words: '“稳赚不赔”' }, 'reviewer');
    await search(deps(), { ...NOTHING, person: '欧阳明', product: '稳健一号' }, 'reviewer');
    const rows = await store.db
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'RecordsSearched')
      .execute();
    expect(rows).toHaveLength(2);
    expect(JSON.parse(rows[0]!.body!)).toMatchObject({ by: 'reviewer', shown: ['b'] });
    for (const { body } of rows) expect(body).not.toMatch(/稳赚|欧阳明|稳健一号/);
  });

  it('leaves no word in the index in clear, and none of what is frozen or erased at all', async () => {
    const rows = await store.db.selectFrom('search_entry').selectAll().execute();
    expect(rows.map(({ tokens }) => tokens).join('')).toMatch(/^[a-z2-7 ]+$/);
    const { token } = await blindingOf(store);
    const hash = token('gram', '稳赚');
    expect(await holders(store, hash)).toBe(1);
    await happened('b', AT + 4 * DAY, said('还没有建索引就冻结的稳赚'));
    await store.commit(sealOff(store, 'b', AT));
    expect(await holders(store, hash)).toBe(0);
    expect(await found({ words: '稳赚' })).toEqual([]);
    await index();
    expect(await holders(store, hash)).toBe(0);
    expect(await found({ words: '稳赚' })).toEqual([]);
    await destroyWords(deps(), ['a']);
    expect(await found({ person: 'C1001' })).toEqual([]);
    expect(await found({ words: '基金' })).toEqual([]);
  });

  it('is made anew from the record, under another key', async () => {
    const before = await blindingOf(store);
    await indexAnew(deps());
    expect(await found({ words: '本来' })).toEqual([]);
    await indexNew(deps());
    expect((await blindingOf(store)).version).not.toBe(before.version);
    expect(await found({ words: '本来' })).toEqual(['c 本来保证的收益呢']);
    expect(await found({ words: '基金' })).toEqual([]);
  });
});

/** Entries that the database itself finds by a hash. */
async function holders({ db, dialect }: Store, hash: string): Promise<number> {
  const test =
    dialect === 'sqlite'
      ? sql`select count(*) as n from search_words where search_words match ${`"${hash}"`}`
      : sql`select count(*) as n from search_entry where string_to_array(tokens, ' ') @> array[${hash}]`;
  const { rows } = await test.execute(db);
  return Number((rows[0] as { n: number }).n);
}
