import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findCustomer } from '../../../src/profiles/kyc.js';
import { findProduct } from '../../../src/profiles/kyp.js';
import { importFiles, kindOfFile } from '../../../src/profiles/import/import.js';
import type { Store } from '../../../src/store/store.js';
import { databases } from '../../store/databases.js';

const CUSTOMERS = `id,name,tolerance,assessedOn,identityVerified,lowestCategory,phone,advisor
C1,林一,3,2026-05-01,true,false,13800000000,A1
C2,周二,,,1,,,
`;
const PRODUCTS = [
  'code,name,aliases,type,regime,issuer,riskLevel,status,minAmount,fees,asOf',
  'P1,远山稳健混合 A,远山稳健|远山,mixed,CSRC_FUND,远山基金,3,on_sale,10,' +
    '"[{""kind"":""purchase"",""rate"":0.005,""effective"":""2026-01-01""}]",2026-11-24',
  '',
].join('\n');
const EMPLOYEES =
  '{"id":"A1","name":"郑三","role":"advisor","licences":["fund"],"productGrade":4}\n';
const HOLDINGS = 'customer,product,units,cost,asOf\nC1,P1,1000.5,1100,2026-11-24\n';
const TRANSACTIONS = 'id,customer,product,kind,amount,at\nT1,C1,P1,purchase,1100,2026-03-02\n';
const PRICES = '{"product":"P1","date":"2026-11-24","nav":1.2}\n';
const EVENTS = [
  'id,customer,kind,at,body',
  'E1,C1,salary-received,2026-11-24T09:30:00+08:00,"{""amount"":8000}"',
  'E2,C2,card-lost,2026-11-24 10:00:00,',
  '',
].join('\n');

const ALL = [
  { path: 'customers.csv', text: CUSTOMERS },
  { path: 'products.csv', text: PRODUCTS },
  { path: 'employees.jsonl', text: EMPLOYEES },
  { path: 'holdings.csv', text: HOLDINGS },
  { path: 'transactions.csv', text: TRANSACTIONS },
  { path: 'prices.jsonl', text: PRICES },
  { path: 'events.csv', text: EVENTS },
];
const NOTHING = { added: 0, updated: 0, unchanged: 0 };

describe('the name of a file', () => {
  it.each([
    ['/data/customers.csv', 'customers'],
    ['Prices.JSONL', 'prices'],
    ['customers.xlsx', null],
    ['clients.csv', null],
    ['customers', null],
  ])('%s holds %s', (path, kind) => {
    expect(kindOfFile(path)).toBe(kind);
  });
});

describe.each(databases)('an import on $name', (database) => {
  let store: Store;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ store, remove } = await database.open());
  });

  afterEach(async () => {
    await store.close();
    await remove();
  });

  const load = (files: readonly { path: string; text: string }[], dryRun = false) =>
    importFiles(store, files, { kind: null, dryRun, now: 0 });
  const tables = [
    ...(['customer', 'product', 'employee', 'holding', 'transaction_record'] as const),
    ...(['price', 'customer_event'] as const),
  ];
  const counts = () =>
    Promise.all(
      tables.map(async (table) => (await store.db.selectFrom(table).selectAll().execute()).length),
    );
  const refusals = async (files: readonly { path: string; text: string }[]) => {
    const { refused } = await load([...ALL.slice(0, 3), ...files]);
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0, 0]);
    return refused.map(({ file, line, reason }) => `${file}:${line} ${reason}`);
  };

  it('loads every kind in one call, in whatever order the files are given', async () => {
    const report = await load([...ALL].reverse());
    expect(report).toEqual({
      kinds: {
        employees: { ...NOTHING, added: 1 },
        customers: { ...NOTHING, added: 2 },
        products: { ...NOTHING, added: 1 },
        holdings: { ...NOTHING, added: 1 },
        transactions: { ...NOTHING, added: 1 },
        prices: { ...NOTHING, added: 1 },
        events: { ...NOTHING, added: 2 },
      },
      events: { 'salary-received': 1, 'card-lost': 1 },
      refused: [],
      faults: 0,
    });
    expect(await counts()).toEqual([2, 1, 1, 1, 1, 1, 2]);
  });

  it('gives what was left out the value that absent means', async () => {
    await load(ALL);
    expect(await findCustomer(store, 'C2')).toEqual({
      id: 'C2',
      name: '周二',
      address: '周二',
      born: null,
      capacity: null,
      identityVerified: true,
      cddBlocked: false,
      investorClass: 'ordinary',
      tolerance: null,
      assessedOn: null,
      lowestCategory: false,
      qualifiedInvestor: false,
      liquidAssets: null,
      monthlySpending: null,
      householdIncome: null,
      personalization: true,
      advisor: null,
    });
    expect(await findProduct(store, 'P1')).toMatchObject({
      aliases: ['远山稳健', '远山'],
      riskLevel: 3,
      issuerRiskLevel: null,
      lockDays: 0,
      private: false,
      settlementDays: null,
      fees: [{ kind: 'purchase', rate: 0.005, effective: '2026-01-01' }],
      mainLoss: expect.stringContaining('亏'),
    });
  });

  it('keeps phone and identity number from everybody but staff', async () => {
    await load(ALL);
    expect(JSON.stringify(await findCustomer(store, 'C1'))).not.toContain('13800000000');
    const row = await store.db.selectFrom('customer').selectAll().where('id', '=', 'C1').execute();
    expect(row[0]?.body).toContain('13800000000');
  });

  it('changes nothing when the same is loaded again', async () => {
    await load(ALL);
    const { kinds } = await load(ALL);
    expect(Object.values(kinds).map(({ added, updated }) => added + updated)).toEqual(
      Array.from({ length: 7 }, () => 0),
    );
    expect(kinds.customers).toEqual({ ...NOTHING, unchanged: 2 });
  });

  it('updates by key: a column left out keeps its value, an empty one goes back', async () => {
    await load(ALL);
    const { kinds } = await load([
      { path: 'customers.csv', text: 'id,name,assessedOn,tolerance\nC1,林一,2026-11-01,\n' },
      { path: 'prices.jsonl', text: '{"product":"P1","date":"2026-11-24","nav":1.3}\n' },
    ]);
    expect(kinds).toEqual({
      customers: { ...NOTHING, updated: 1 },
      prices: { ...NOTHING, updated: 1 },
    });
    expect(await findCustomer(store, 'C1')).toMatchObject({
      assessedOn: '2026-11-01',
      tolerance: null,
      identityVerified: true,
      advisor: 'A1',
    });
    const prices = await store.db.selectFrom('price').select('nav').execute();
    expect(prices).toEqual([{ nav: 1.3 }]);
  });

  it('tells in a dry run what it would do, and does nothing', async () => {
    expect((await load(ALL, true)).kinds.holdings).toEqual({ ...NOTHING, added: 1 });
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('names every bad row by its line and loads nothing', async () => {
    const text = [
      'customer,product,units,cost,asOf',
      'C1,P1,abc,1100,2026-11-24',
      'C1,P1,10,-1,2026-02-30',
      'C1,P1,,5,2026-11-24',
      'C1,P1,5,5',
      'C2,P1,1,1,2026-11-24',
      'C2,P1,2,1,2026-11-24',
    ].join('\r\n');
    expect(await refusals([{ path: 'holdings.csv', text }])).toEqual([
      'holdings.csv:2 units must be a number',
      'holdings.csv:3 cost must not be negative',
      'holdings.csv:3 asOf must be a date, YYYY-MM-DD',
      'holdings.csv:4 units is missing',
      'holdings.csv:5 has 4 fields, the header 5',
      'holdings.csv:7 C2 P1 stands already in holdings.csv line 6',
    ]);
  });

  it('names a column nobody knows, twice over, and one that is missing', async () => {
    expect(
      await refusals([
        { path: 'prices.csv', text: 'product,date,date,price\nP1,2026-11-24,2026-11-24,1\n' },
        {
          path: 'events.jsonl',
          text: '{"id":"E","customer":"C1","kind":"x","at":"2026-11-24","who":1}',
        },
      ]),
    ).toEqual([
      'events.jsonl:1 unknown column who',
      'prices.csv:1 unknown column price',
      'prices.csv:1 column date stands twice',
      'prices.csv:1 column nav is missing',
    ]);
  });

  it('names what a row refers to and nobody has', async () => {
    expect(
      await refusals([
        { path: 'holdings.csv', text: `${HOLDINGS}C9,P1,1,1,2026-11-24\nC1,P9,1,1,2026-11-24\n` },
        { path: 'prices.jsonl', text: `${PRICES}\n{"product":"P8","date":"2026-11-24","nav":1}` },
        { path: 'events.csv', text: 'id,customer,kind,at\nE1,C7,birthday,2026-11-24\n' },
        { path: 'more/customers.csv', text: 'id,name,advisor\nC3,吴三,A9\n' },
      ]),
    ).toEqual([
      'events.csv:2 unknown customer C7',
      'holdings.csv:3 unknown customer C9',
      'holdings.csv:4 unknown product P9',
      'more/customers.csv:2 unknown employee A9',
      'prices.jsonl:3 unknown product P8',
    ]);
  });

  it.each([
    [
      'products.jsonl',
      {
        code: 'X',
        name: 'x',
        type: 'bond',
        regime: 'DEPOSIT',
        issuer: 'x',
        status: 'on_sale',
        asOf: '2026-11-24',
      },
      'type must be, for DEPOSIT, one of demand_deposit, time_deposit',
    ],
    [
      'products.jsonl',
      {
        code: 'X',
        name: 'x',
        type: 'bond',
        regime: 'CSRC_FUND',
        issuer: 'x',
        status: 'sold',
        asOf: '2026-11-24',
      },
      'status must be one of draft, on_sale, suspended, closed',
    ],
    [
      'products.jsonl',
      {
        code: 'X',
        name: 'x',
        type: 'bond',
        regime: 'CSRC_FUND',
        issuer: 'x',
        status: 'on_sale',
        fees: [{ kind: 'purchase', effective: '2026-01-01' }],
        asOf: '2026-11-24',
      },
      'fees.0 must have either rate or amount',
    ],
    [
      'customers.jsonl',
      { id: 'C3', name: '吴三', tolerance: 6 },
      'tolerance must be 1, 2, 3, 4 or 5',
    ],
    [
      'customers.jsonl',
      { id: 'C3', name: '吴三', identityVerified: 'yes' },
      'identityVerified must be true or false',
    ],
    [
      'events.jsonl',
      { id: 'E', customer: 'C1', kind: 'Salary Received', at: '2026-11-24' },
      'kind must be kebab-case',
    ],
    [
      'events.jsonl',
      { id: 'E', customer: 'C1', kind: 'salary', at: 'yesterday' },
      'at must be a date or ISO 8601 time',
    ],
    ['prices.jsonl', { product: 'P1', date: '2026-11-24', nav: 0 }, 'nav must be above 0'],
  ])('refuses in %s %j', async (path, row, reason) => {
    expect(await refusals([{ path, text: `\n${JSON.stringify(row)}\n` }])).toEqual([
      `${path}:2 ${reason}`,
    ]);
  });

  it.each([
    ['clients.csv', 'id,name\n', /is none of customers, .* use --kind/],
    ['prices.jsonl', '[1]\n', /is no JSON object/],
    ['prices.csv', '', /is empty/],
    ['prices.csv', 'product,date,nav\nP1,"2026-11-24,1\n', /is not CSV from here on/],
  ])('refuses the file %s with %j', async (path, text, reason) => {
    expect(await refusals([{ path, text }])).toEqual([expect.stringMatching(reason)]);
  });

  it('takes a file of any name under the kind that is said', async () => {
    const files = [{ path: 'export-2026.csv', text: EVENTS.replaceAll(/C\d/g, 'C1') }];
    await load(ALL.slice(0, 3));
    const report = await importFiles(store, files, { kind: 'events', dryRun: false, now: 0 });
    expect(report.kinds).toEqual({ events: { ...NOTHING, added: 2 } });
  });

  it('loads more rows than one statement holds', async () => {
    await load(ALL.slice(0, 3));
    const lines = Array.from({ length: 1_001 }, (_, at) => {
      const day = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
      return `P1,${day},${(1 + at / 1_000).toFixed(3)}`;
    });
    const text = `product,date,nav\n${lines.join('\n')}\n`;
    expect((await load([{ path: 'prices.csv', text }])).kinds.prices?.added).toBe(1_001);
    expect((await counts())[5]).toBe(1_001);
    expect((await load([{ path: 'prices.csv', text }])).kinds.prices?.unchanged).toBe(1_001);
  });
});
