import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OWN_CHANNEL } from '../../../src/agent/tools/gate.js';
import { createToolbox } from '../../../src/agent/tools/toolbox.js';
import { loadTradingCalendar } from '../../../src/app/trading-calendar.js';
import type { ToolCall } from '../../../src/conversation/agent.js';
import { verdictOn } from '../../../src/conversation/gate.js';
import { seedDemo } from '../../../src/demo/seed.js';
import { buildIndex } from '../../../src/retrieval/knowledge-index.js';
import type { Store } from '../../../src/store/store.js';
import type { CustomerId } from '../../../src/terms/ids.js';
import { conversationId, customerId } from '../../../src/terms/ids.js';
import { PRODUCTS_FILE, TODAY, demoShelf } from '../../demo/demo-shelf.js';
import { corpusOf } from '../../retrieval/corpus.js';
import { databases } from '../../store/databases.js';

const card = { kind: 'product', product: 'QY0021', title: '青屿安鑫纯债债券 A' } as const;
const index = buildIndex(
  corpusOf([
    { id: 'faq/arrival', text: '赎回几天到账看产品。', asks: ['赎回几天到账'] },
    { id: 'old', text: '赎回到账旧规则。', document: { expires: '2025-12-31' } },
    { id: 'faq/halted', text: '停牌股票按指数估值。', document: { title: '停牌股票估值' } },
    { id: 'faq/resumed', text: '停牌股票复牌看公告。', document: { title: '停牌股票复牌' } },
    { id: 'card', text: '主要投资债券，赎回到账要几天。', document: card },
    {
      id: 'law/134',
      text: '全权委托不能接。',
      article: '第一百三十四条 不接受全权委托',
      document: { kind: 'regulation', title: '证券法' },
    },
    { id: 'law/136', text: '全权委托也不能私下接。', document: { kind: 'regulation' } },
    { id: 'note/table', text: '赎回 redemption 到账', document: { kind: 'note' } },
  ]),
);
const hours = { weekdays: [1, 2, 3, 4, 5], spans: [{ from: '09:00', to: '18:00' }] };
const calendar = loadTradingCalendar();

let store: Store;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ store, remove } = await databases[0]!.open());
  await seedDemo(store, PRODUCTS_FILE, TODAY);
});

afterAll(async () => {
  await store.close();
  await remove();
});

const run = (name: ToolCall['name'], args: ToolCall['args'], customer: CustomerId | null = null) =>
  createToolbox(store, () => index, hours, calendar).run(
    { name, args },
    {
      conversation: conversationId('c'),
      customer,
      now: Date.parse(`${TODAY}T02:00:00Z`),
      today: TODAY,
    },
  );

describe('search_knowledge', () => {
  it('finds the articles a row of the suitability table rests on, and nothing else', async () => {
    const call = { query: '全权委托', row: 28 };
    const { passages, support } = await run('search_knowledge', call);
    expect(passages.map(({ document }) => document)).toEqual(['law/134']);
    expect(support).toBe(1);
  });

  it('finds what holds today for customers: no card, nothing expired, no table for staff', async () => {
    const { passages, support } = await run('search_knowledge', { query: '赎回几天到账' });
    expect(passages.map(({ document }) => document)).toEqual(['faq/arrival']);
    expect(support).toBeGreaterThan(0);
  });

  it('names the question of an entry that is nearly as good, and of none far behind', async () => {
    const near = async (query: string) => (await run('search_knowledge', { query })).near;
    expect(await near('停牌股票')).toEqual(['停牌股票估值']);
    expect(await near('停牌股票按指数估值')).toBeUndefined();
  });

  it('reads a message as long as the service takes', async () => {
    const query = `赎回几天到账${'，我想先了解一下'.repeat(1_000)}`.slice(0, 8_000);
    const { passages, failure } = await run('search_knowledge', { query });
    expect(failure).toBeNull();
    expect(passages.map(({ document }) => document)).toContain('faq/arrival');
  });
});

describe('get_product', () => {
  it('gives the master data, its figures and what the card says', async () => {
    const found = await run('get_product', { code: 'QY0021', query: '几天到账' });
    expect(found.products.map(({ code }) => code)).toEqual(['QY0021']);
    expect(found.facts).toContainEqual({ value: 3, unit: 'day', label: '赎回到账' });
    expect(found.passages.map(({ document }) => document)).toEqual(['card']);
  });

  it.each(['HT0001', 'LX0093', 'NOPE'])('finds nothing under %s', async (code) => {
    expect(await run('get_product', { code })).toMatchObject({
      products: [],
      facts: [],
      failure: expect.any(String),
    });
  });
});

describe('compare_products', () => {
  it('keeps the order asked for and leaves out what may not be shown', async () => {
    const { products } = await run('compare_products', { codes: ['QY0060', 'HT0001', 'QY0021'] });
    expect(products.map(({ code }) => code)).toEqual(['QY0060', 'QY0021']);
  });

  it('compares nothing with itself alone', async () => {
    const found = await run('compare_products', { codes: ['QY0060', 'HT0001'] });
    expect(found).toMatchObject({ products: [], failure: expect.any(String) });
  });
});

describe('list_products', () => {
  it('lists six at most, on sale only, and says how many there are', async () => {
    const { products, facts } = await run('list_products', { query: '有哪些基金' });
    expect(products).toHaveLength(6);
    expect(products.every(({ status }) => status === 'on_sale')).toBe(true);
    const funds = demoShelf.filter(
      (one) => one.regime === 'CSRC_FUND' && one.status === 'on_sale' && !one.private,
    );
    expect(facts[0]).toEqual({ value: funds.length, unit: 'count', label: '符合条件的产品' });
  });

  it('lists the same for every visitor, in the order of the master', async () => {
    const equity = await run('list_products', { query: '股票型' });
    expect(equity.products.map(({ code }) => code)).toEqual(['QY0060', 'YX0401']);
    expect(equity.gate).toBeUndefined();
  });

  it.each([
    ['C1004', ['QY0060', 'YX0401']],
    ['C1003', []],
    ['C1010', []],
    // Opted out of recommendation: what may not be brought up to them is left out all the same.
    ['C1011', []],
    // Without a valid assessment they may learn what there is, and are told that it is no more.
    ['C1009', ['QY0060', 'YX0401']],
  ])('brings up to %s only what the gate lets be shown: %j', async (id, codes) => {
    const { products, facts, gate } = await run(
      'list_products',
      { query: '股票型' },
      customerId(id),
    );
    expect(products.map(({ code }) => code)).toEqual(codes);
    expect(facts[0]).toMatchObject({ value: codes.length, label: '符合条件的产品' });
    expect(gate?.judged.map(({ product }) => product.code)).toEqual(['QY0060', 'YX0401']);
    expect(gate?.occasion).toMatchObject({ initiative: 'bot' });
  });
});

describe('check_suitability', () => {
  const check = (id: string | null, args: ToolCall['args']) =>
    run('check_suitability', args, id === null ? null : customerId(id));

  it('gives the verdict with everything it was judged on', async () => {
    const { gate, products, facts } = await check('C1001', { code: 'QY0060' });
    expect(products.map(({ code }) => code)).toEqual(['QY0060']);
    expect(facts.length).toBeGreaterThan(0);
    expect(gate).toMatchObject({
      occasion: {
        today: TODAY,
        initiative: 'customer',
        customerInsists: false,
        customer: { tolerance: 1, identityVerified: true },
        channel: { operator: 'licensed_self_operated' },
      },
      judged: [
        {
          product: { code: 'QY0060', riskLevel: 4 },
          verdict: { verdict: 'INFO_ONLY', row: 15, ruleVersion: expect.any(String) },
        },
      ],
    });
  });

  it.each([
    ['insistent', 15, 'HUMAN'],
    ['borrower', 27, 'BLOCK'],
    ['self', 15, 'INFO_ONLY'],
  ])('hears how the customer asks: %s', async (buyer, row, verdict) => {
    const { gate } = await check('C1001', { code: 'QY0060', buyer });
    expect(gate?.judged[0]?.verdict).toMatchObject({ row, verdict });
  });

  it('judges in the light of the need on record', async () => {
    const need = { horizonDays: 365, maxLossPct: null };
    const { gate } = await check('C1003', { code: 'QY0080', need });
    expect(gate?.judged[0]?.verdict.row).toBe(16);
    const fits = await check('C1003', { code: 'QY0080', need: { ...need, horizonDays: 1_095 } });
    expect(fits.gate?.judged[0]?.verdict.row).toBe(32);
  });

  it('judges nobody who is not signed in, and nothing off the shelf', async () => {
    expect((await check(null, { code: 'QY0060' })).gate).toBeUndefined();
    expect((await check('C1003', { code: 'HT0001' })).failure).not.toBeNull();
  });

  it.each([
    { code: 'QY0060', customer: 'C1005' },
    { code: 'QY0060', tolerance: 5 },
    { code: 'QY0060', verdict: 'ALLOW' },
    { code: 'QY0060', buyer: 'professional' },
  ])('has no argument that says whose profile it is, or what to find: %j', async (args) => {
    expect(await check('C1001', args)).toMatchObject({
      failure: 'bad arguments for check_suitability',
    });
  });

  it('gives the same verdict as every other way to the gate', async () => {
    const one = await check('C1003', { code: 'QY0060' });
    const named = await run('get_product', { code: 'QY0060' }, customerId('C1003'));
    const beside = await run(
      'compare_products',
      { codes: ['QY0021', 'QY0060'] },
      customerId('C1003'),
    );
    const verdict = verdictOn(one.gate, 'QY0060');
    expect(verdictOn(named.gate, 'QY0060')).toEqual(verdict);
    expect(verdictOn(beside.gate, 'QY0060')).toEqual(verdict);
    expect(verdictOn(beside.gate, 'QY0021')?.row).toBe(32);
  });

  it('speaks of no product on a channel that others operate', async () => {
    const rules = { ...OWN_CHANNEL, operator: 'third_party' } as const;
    const bound = {
      conversation: conversationId('c'),
      customer: customerId('C1003'),
      now: Date.parse(`${TODAY}T02:00:00Z`),
      today: TODAY,
    };
    const toolbox = createToolbox(store, () => index, hours, calendar, rules);
    const call = { name: 'check_suitability', args: { code: 'QY0021' } } as const;
    expect((await toolbox.run(call, bound)).gate?.judged[0]?.verdict.row).toBe(2);
  });
});

describe('request_human', () => {
  it('offers the next three times to be called', async () => {
    const { slots } = await run('request_human', { reason: 'asked' }, customerId('C1003'));
    expect(slots.map(({ id }) => id)).toEqual([
      '2026-11-26T09:00',
      '2026-11-27T09:00',
      '2026-11-30T09:00',
    ]);
  });

  it('offers a visitor none, since nobody has their number', async () => {
    expect((await run('request_human', { reason: 'asked' })).slots).toEqual([]);
  });
});

describe('every tool', () => {
  it.each<[ToolCall['name'], ToolCall['args']]>([
    ['search_knowledge', {}],
    ['search_knowledge', { query: '' }],
    ['search_knowledge', { query: '长'.repeat(8_001) }],
    ['get_product', { code: ['QY0021'] }],
    ['get_product', { code: 'QY0021', customer: 'C1001' }],
    ['compare_products', { codes: ['QY0021'] }],
    ['compare_products', { codes: ['A', 'B', 'C', 'D'] }],
    ['list_products', { query: { $gt: '' } }],
    ['request_human', { reason: 'because' }],
  ])('does nothing with bad arguments: %s %j', async (name, args) => {
    expect(await run(name, args)).toMatchObject({
      failure: `bad arguments for ${name}`,
      products: [],
      passages: [],
    });
  });

  it('is one of those that exist', async () => {
    const found = await run('place_order' as ToolCall['name'], {});
    expect(found.failure).toContain('place_order');
  });

  it('only reads, so that a crash may run it again', () => {
    const { effectOf } = createToolbox(store, () => index, hours, calendar);
    expect(effectOf('get_product')).toBe('read');
    expect(effectOf('request_human')).toBe('read');
  });
});

describe('reckon_dates', () => {
  const order = { deal: 'sell', code: 'QY0021', type: null, day: '2026-11-27', part: 'after' };

  it('gives every day as a fact, and the calendar as the source', async () => {
    const { facts, passages, products, reckoning } = await run('reckon_dates', order);
    expect(reckoning?.schedules).toEqual([
      { accepted: '2026-11-30', confirmed: '2026-12-01', arrival: '2026-12-04' },
    ]);
    expect(facts).toContainEqual({ value: '2026-12-04', unit: 'date', label: '最晚到账日' });
    expect(products.map(({ code }) => code)).toEqual(['QY0021']);
    expect(passages).toMatchObject([{ title: '2026 年交易日历', effective: '2026-01-01' }]);
  });

  it('finds nothing for a product off the shelf, or a day that is none', async () => {
    expect((await run('reckon_dates', { ...order, code: 'QY9999' })).failure).not.toBeNull();
    expect((await run('reckon_dates', { ...order, day: '2026-02-30' })).failure).not.toBeNull();
  });
});
