import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OWN_CHANNEL } from '../../../src/agent/tools/gate.js';
import { createToolbox } from '../../../src/agent/tools/toolbox.js';
import { openPlanning } from '../../../src/app/planning.js';
import { loadTradingCalendar } from '../../../src/app/trading-calendar.js';
import type { ToolCall, ToolResult } from '../../../src/conversation/agent.js';
import { seedDemo } from '../../../src/demo/seed.js';
import { buildIndex } from '../../../src/retrieval/knowledge-index.js';
import type { Store } from '../../../src/store/store.js';
import { conversationId, customerId } from '../../../src/terms/ids.js';
import type { JsonObject } from '../../../src/terms/json.js';
import { PRODUCTS_FILE, TODAY } from '../../demo/demo-shelf.js';
import { corpusOf } from '../../retrieval/corpus.js';
import { databases } from '../../store/databases.js';

const law = (title: string, article: string) => ({
  id: `${title}${article}`,
  text: `${title}${article}说的。`,
  article: `${article} 标题`,
  document: { kind: 'regulation', title } as const,
});
const index = buildIndex(
  corpusOf([
    law('金融机构产品适当性管理办法', '第二十九条'),
    law('证券期货投资者适当性管理办法', '第十八条'),
    law('个人信息保护法', '第二十四条'),
  ]),
);

const planning = openPlanning();
let store: Store;
let remove: () => Promise<void>;
let run: (name: ToolCall['name'], args: JsonObject, customer: string | null) => Promise<ToolResult>;

beforeAll(async () => {
  ({ store, remove } = await databases[0]!.open());
  await seedDemo(store, PRODUCTS_FILE, TODAY);
  const hours = { weekdays: [1], spans: [{ from: '09:00', to: '18:00' }] };
  const calendar = loadTradingCalendar();
  const toolbox = createToolbox(store, () => index, hours, calendar, OWN_CHANNEL, planning);
  run = (name, args, customer) =>
    toolbox.run(
      { name, args },
      {
        conversation: conversationId('c'),
        customer: customer === null ? null : customerId(customer),
        now: Date.parse(`${TODAY}T02:00:00Z`),
        today: TODAY,
      },
    );
});

afterAll(async () => {
  await planning.close();
  await store.close();
  await remove();
});

const need: JsonObject = {
  goal: 'education',
  amount: { from: 300_000, to: 300_000 },
  horizon: { from: 60, to: 60 },
  liquidity: 'dated',
  loss_limit: { percent: 10 },
  currency: 'CNY',
};
const withTarget = { ...need, target: { from: 400_000, to: 400_000 } };

describe('propose_allocation', () => {
  it('drafts a plan for the customer of the turn, every figure a fact', async () => {
    const { proposal, facts, products, failure } = await run(
      'propose_allocation',
      { need },
      'C1003',
    );
    expect(failure).toBeNull();
    if (proposal?.kind !== 'drafted') throw new Error('nothing was drafted');
    const { plan } = proposal;
    expect(plan).toMatchObject({
      riskClass: 3,
      need: { amount: 300_000, months: 60, maxLoss: 0.1 },
    });
    expect(products.map(({ code }) => code)).toEqual(plan.products.map(({ code }) => code));
    for (const { name, amount } of plan.products) {
      expect(facts).toContainEqual({ value: amount, unit: 'yuan', label: `${name}的金额` });
    }
    expect(plan.risk.statedLoss).toBeLessThanOrEqual(0.1);
  });

  it('takes no customer as an argument', async () => {
    const args = { need, customer: 'C1005' };
    expect((await run('propose_allocation', args, 'C1003')).failure).toContain('bad arguments');
  });

  it.each([
    [null, 'nobody is signed in'],
    ['C1006', 'assessment_expired'],
    ['C1009', 'never_assessed'],
    ['C1011', 'opted_out'],
  ])('drafts nothing for %s: %s', async (customer, because) => {
    const { failure, proposal } = await run('propose_allocation', { need }, customer);
    expect(failure).toBe(because);
    expect(proposal?.kind ?? 'withheld').toBe('withheld');
  });

  it.each([
    ['C1009', ['第二十九条', '第十八条']],
    ['C1011', ['第二十四条']],
  ])('names to %s the articles by which nothing is drafted', async (customer, articles) => {
    const { passages } = await run('propose_allocation', { need }, customer);
    expect(passages.map(({ article }) => article?.split(' ')[0])).toEqual(articles);
    expect((await run('propose_allocation', { need }, 'C1003')).passages).toEqual([]);
  });

  it('drafts nothing without a need, or for one without a sum', async () => {
    const none = await run('propose_allocation', { need: null }, 'C1003');
    expect(none.failure).toBe('no_confirmed_need');
    const { amount: _amount, ...rest } = need;
    const noSum = await run('propose_allocation', { need: rest }, 'C1003');
    expect(noSum.failure).toBe('no_confirmed_need');
  });

  it('names to who has opted out what anybody would be told, by category', async () => {
    const { proposal } = await run('propose_allocation', { need }, 'C1011');
    if (proposal?.kind !== 'withheld') throw new Error('a plan was drafted');
    expect(proposal.listed.map(({ category }) => category)).toEqual(['cash', 'bond', 'equity']);
  });
});

describe('match_products and project_goal', () => {
  it('tell the same products, and the same probability, as the plan', async () => {
    const { proposal } = await run('propose_allocation', { need: withTarget }, 'C1003');
    const matched = await run('match_products', { need: withTarget }, 'C1003');
    const { projection } = await run('project_goal', { need: withTarget }, 'C1003');
    if (proposal?.kind !== 'drafted') throw new Error('nothing was drafted');
    const codes = proposal.plan.products.map(({ code }) => code);
    expect(matched.products.map(({ code }) => code)).toEqual(codes);
    expect(projection?.outlook).toEqual(proposal.plan.outlook);
    expect(projection?.levers?.monthlySaving).toBeGreaterThan(0);
  });

  it('reckons nothing where no sum is to be reached', async () => {
    const { failure } = await run('project_goal', { need }, 'C1003');
    expect(failure).toBe('the need names no sum to reach, or no day');
  });
});

describe('check_rebalance', () => {
  it('says how far the holdings are from the mix of the class, and buys nothing above it', async () => {
    const { rebalance, facts } = await run('check_rebalance', {}, 'C1004');
    expect(rebalance?.isNeeded).toBe(true);
    expect(rebalance?.drifts.map(({ bucket }) => bucket)).toEqual([
      'cash',
      'bond',
      'equity',
      'gold',
    ]);
    expect(facts.some(({ label }) => label === '现在的比例（equity）')).toBe(true);
    expect(rebalance?.trades.some(({ side }) => side === 'sell')).toBe(true);
  });

  it('names what is too large a part of the whole, and adds nothing to it', async () => {
    const { rebalance, tooMuchInOne = [], facts } = await run('check_rebalance', {}, 'C1004');
    const [much] = tooMuchInOne;
    expect(much?.share).toBeGreaterThan(0.3);
    const shareOf = facts.find(({ label }) => label === `${much?.name}占比`)?.value;
    expect(shareOf).toBeCloseTo((much?.share ?? 0) * 100, 1);
    const added = rebalance?.trades.filter(({ side }) => side === 'buy') ?? [];
    expect(added.map(({ code }) => code)).not.toContain('QY0071');
  });

  it('has nothing to say of who is not assessed, or is not signed in', async () => {
    expect((await run('check_rebalance', {}, 'C1009')).failure).toBe('never_assessed');
    expect((await run('check_rebalance', {}, null)).failure).toBe('nobody is signed in');
  });
});
