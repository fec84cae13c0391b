import { describe, expect, it } from '@jest/globals';
import { createAgent } from '../../../src/agent/agent.js';
import type { Settled, Step, ToolResult, Understanding } from '../../../src/conversation/agent.js';
import { fraudHelp } from '../../../src/conversation/emergency-steps.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { Spoken } from '../../../src/conversation/speak.js';
import { safeStatement, speak } from '../../../src/conversation/speak.js';
import type { HumanReason, ProductAspect } from '../../../src/terms/command.js';
import { factsOf } from '../../../src/wording/fee-table.js';
import { unknownFraud } from '../../../src/terms/fraud.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { TODAY, demoProduct, demoShelf } from '../../demo/demo-shelf.js';
import { found, passage, turnOf } from '../understand/llm-turn.js';

const hoursText = '工作日 9:00–11:30，13:00–18:00';
const agent = createAgent({
  wordings: loadWordings('prompts'),
  institution: '青屿财富',
  assistant: '小屿',
  starters: [],
  house: {
    hours: { weekdays: [1, 2, 3, 4, 5], spans: [{ from: '09:00', to: '18:00' }] },
    holidays: { closures: [] },
  },
  hoursText,
  understand: () => Promise.reject(new Error('only composing here')),
  versions: {},
});
const deps = {
  agent,
  allowedHosts: [],
  aiLabel: '小屿 · AI 生成',
  houseWords: [hoursText],
  ownNames: [],
};
const understood: Understanding = {
  commands: [],
  candidate: null,
  model: 'embedded',
  requestHash: null,
  tokens: null,
};
const slot = { id: '2026-11-26T09:00', label: '11 月 26 日（周四）09:00–11:30' };
const call = { name: 'get_product', args: { query: '基金' } } as const;
const NOON = Date.parse('2026-11-25T04:00:00Z');

const settled = (step: Step, result: Partial<ToolResult> | null = null): Settled => ({
  step,
  result: result && found(result),
});
/** What is said for these steps, through the guard. */
const say = (steps: readonly Settled[], changes = {}) =>
  speak(deps, turnOf('请问', { now: NOON, ...changes }), steps, understood);

const wordingOf = ({ statement }: Spoken) => statement.wording.map(({ id }) => id);

const aspects: readonly ProductAspect[] = [
  'overview',
  'fees',
  'redemption',
  'risk',
  'minimum',
  'performance',
  'term',
  'issuer',
];
const handoff = (reason: HumanReason) =>
  settled({ say: 'handoff', reason, call }, { slots: [slot] });

describe('every reply about the shelf passes the guard as it is composed', () => {
  it.each(aspects)('%s of every product', async (aspect) => {
    for (const product of demoShelf) {
      const facts = factsOf(product, TODAY);
      const step: Step = { say: 'product', aspects: [aspect], query: '', call };
      const spoken = await say([settled(step, { products: [product], facts })]);
      expect([product.code, spoken.findings]).toEqual([product.code, []]);
      expect(spoken.statement.text).not.toMatch(/undefined|null|NaN|\{\{/);
    }
  });

  it('two beside each other, each with its neighbour', async () => {
    for (const [index, one] of demoShelf.entries()) {
      const products = [one, demoShelf[(index + 1) % demoShelf.length] ?? one];
      const facts = products.flatMap((product) => factsOf(product, TODAY));
      const step: Step = { say: 'comparison', aspects: [], call };
      const { findings } = await say([settled(step, { products, facts })]);
      expect([one.code, findings]).toEqual([one.code, []]);
    }
  });

  it('lists of them', async () => {
    const step: Step = { say: 'product_list', call };
    for (let from = 0; from < demoShelf.length; from += 6) {
      const products = demoShelf.slice(from, from + 6);
      const facts = products.flatMap((product) => factsOf(product, TODAY));
      expect((await say([settled(step, { products, facts })])).findings).toEqual([]);
    }
  });
});

describe('other replies', () => {
  it('offer the times for a call and say whether somebody is there now', async () => {
    const open = await say([handoff('asked')]);
    expect(open.statement.text).toContain('现在是人工服务时间');
    expect(open.statement.cards).toEqual([{ kind: 'callback_offer', slots: [slot] }]);
    const closed = await say([handoff('asked')], { now: NOON + 12 * 3_600_000 });
    expect(closed.statement.text).toContain(`人工服务时间是${hoursText}`);
    expect(closed.findings).toEqual([]);
  });

  it('take a complaint as a complaint and distress as distress', async () => {
    expect(wordingOf(await say([handoff('complaint')]))).toEqual(['handoff_complaint']);
    expect(wordingOf(await say([handoff('distress')]))).toEqual(['handoff_distress']);
  });

  it.each([
    ['asked', 'handoff_visitor', '记下'],
    ['complaint', 'handoff_visitor_complaint', '投诉'],
    ['distress', 'handoff_visitor_distress', '着急'],
  ] as const)(
    'hear a visitor who is not known by number out (%s) and promise no call',
    async (reason, wording, words) => {
      const wish = settled({ say: 'handoff', reason, call }, {});
      const spoken = await say([wish], { customer: null });
      expect(wordingOf(spoken)).toEqual([wording]);
      expect(spoken.statement.text).toContain(words);
      expect(spoken.statement.text).toContain('没法回电');
      expect(spoken.statement.text).not.toMatch(/选一个|给您回电|结果告诉您/);
      expect(spoken.statement.cards).toEqual([]);
      expect(spoken.findings).toEqual([]);
    },
  );

  const care: Step = { say: 'emergency', kind: 'self_harm', victim: 'self' };

  it('in an emergency begin with help', async () => {
    const cheated = await say([settled(fraudHelp(emptyState, {})), handoff('distress')]);
    expect(cheated.statement.text).toMatch(/110/);
    expect(wordingOf(cheated)).toEqual(['emergency_fraud', 'handoff_safety']);
    const spoken = await say([settled(care), handoff('distress')]);
    expect(wordingOf(spoken)).toEqual(['emergency_self_harm', 'handoff_safety']);
    expect([...cheated.findings, ...spoken.findings]).toEqual([]);
  });

  it('say an alarm shorter the second time', async () => {
    const cheated = { ...emptyState, fraud: { ...unknownFraud, isAlarm: true } };
    const alarm = settled(fraudHelp(cheated, {}));
    expect(wordingOf(await say([alarm], { state: cheated }))[0]).toBe('fraud_again');
    const state = { ...emptyState, emergency: 'self_harm' };
    const spoken = await say([settled(care)], { state });
    expect(wordingOf(spoken)).toEqual(['emergency_self_harm_again']);
    expect(spoken.statement.text).toMatch(/110/);
  });

  it('promise a visitor in an emergency nobody who cannot call', async () => {
    const alarm = [settled(fraudHelp(emptyState, {})), handoff('distress')];
    const spoken = await say(alarm, { customer: null });
    expect(wordingOf(spoken)).toEqual(['emergency_fraud', 'handoff_safety_visitor']);
    expect(spoken.findings).toEqual([]);
  });

  it.each([
    ['asked', 'handoff_again'],
    ['distress', 'handoff_again_distress'],
  ] as const)('do not ask for a person (%s) as if for the first time', async (reason, wording) => {
    const state = { ...emptyState, handoff: 'requested' } as const;
    expect(wordingOf(await say([handoff(reason)], { state }))).toEqual([wording]);
  });

  it('confirm the booked time and promise that nobody asks for a password', async () => {
    const { statement, findings } = await say([settled({ say: 'callback_booked', slot })]);
    expect(findings).toEqual([]);
    expect(statement.text).toContain(slot.label);
    expect(statement.text).toContain('不会在电话里索要密码');
  });

  it('ask back with the choices as buttons', async () => {
    const options = ['甲', '乙'].map((label) => ({ label, say: `${label}的费用` }));
    const { statement } = await say([settled({ say: 'clarify', options })]);
    expect(statement.text).toContain('甲，还是乙');
    expect(statement.suggestions).toEqual(options);
  });

  it('offer a person first when nothing was found twice', async () => {
    const unsure = settled({ say: 'unsure', query: '' });
    const second = await say([unsure], { state: { ...emptyState, unsureStreak: 1 } });
    expect(wordingOf(second)).toEqual(['unsure_again']);
    expect(wordingOf(await say([unsure]))).toEqual(['unsure']);
  });

  it('put two answers into one, citations counted through', async () => {
    const step: Step = { say: 'answer', query: '问', call };
    const two = ['a', 'b'].map((id) =>
      settled(step, { passages: [passage(id, `${id} 的回答。`)], support: 1 }),
    );
    const { statement } = await say(two);
    expect(statement.text).toBe('a 的回答。 [1]\n\nb 的回答。 [2]');
    expect(statement.citations.map(({ passage: id }) => id)).toEqual(['a', 'b']);
  });
});

describe('words a model offers', () => {
  const product = demoProduct('QY0021');
  const about: Step = { say: 'product', aspects: ['fees'], query: '', call };
  const step = settled(about, { products: [product], facts: factsOf(product, TODAY) });
  const offer = (text: string) =>
    speak(deps, turnOf('费用'), [step], {
      ...understood,
      candidate: { text, passages: [], facts: factsOf(product, TODAY) },
    });

  it('are said with the card of what was looked up', async () => {
    const { statement } = await offer('安鑫纯债每年收 0.30% 的管理费。');
    expect(statement.text).toBe('安鑫纯债每年收 0.30% 的管理费。');
    expect(statement.cards).toMatchObject([{ kind: 'product_facts' }]);
  });

  it.each([
    '安鑫纯债保本，稳赚不赔。',
    '安鑫纯债每年收 0.77% 的管理费。',
    '安鑫纯债的管理费和星桥银行的一样。',
    '安鑫纯债的费用请问王经理。',
  ])('give way to the template when the guard stops them: %s', async (text) => {
    const { statement, stopped, isSafeReply } = await offer(text);
    expect(statement.text).toContain('青屿安鑫纯债债券 A');
    expect(stopped?.text).toBe(text);
    expect(isSafeReply).toBe(false);
  });
});

describe('written replies', () => {
  it('pass the guard, greet by name and say first that this is an AI', () => {
    const greeting = safeStatement(deps, 'greeting', '陈女士');
    expect(greeting.text).toMatch(/^陈女士您好，我是小屿，青屿财富的 \*\*AI/);
    expect(safeStatement(deps, 'greeting').text).toMatch(/^您好/);
    for (const kind of ['blocked', 'failed'] as const) {
      expect(safeStatement(deps, kind).suggestions.map(({ say: words }) => words)).toContain(
        '转人工',
      );
    }
  });
});

describe('a large model’s words', () => {
  const rate = passage('faq#1', '货币基金不是存款，有可能亏本金。');
  const candidate = { text: '货币基金可能亏本金 [1]。', passages: [rate], facts: [] };
  const spoken: Understanding = { ...understood, candidate, model: 'openai/scripted' };
  const step: Step = { say: 'answer', query: '货币基金会亏吗', call };
  const answer = settled(step, { passages: [rate], support: 0.9 });

  it('stand for what was looked up, and the matter under way goes on beside them', async () => {
    const ask: Step = {
      say: 'flow',
      move: {
        to: 'ask',
        flow: 'need',
        values: {},
        learned: {},
        asks: ['amount'],
        manner: 'resumed',
      },
    };
    const { statement } = await speak(deps, turnOf('会亏吗'), [answer, settled(ask)], spoken);
    expect(statement.text).toContain('货币基金可能亏本金 [1]。');
    expect(statement.text).toContain('多少钱');
  });

  it('come with the card of what was looked up, and with what one may ask next', async () => {
    const [product] = demoShelf;
    const facts = factsOf(product!, TODAY);
    const fees: Step = { say: 'product', aspects: ['fees'], query: '费用', call };
    const looked = settled(fees, { products: [product!], facts });
    const { statement } = await speak(deps, turnOf('费用'), [looked], spoken);
    expect(statement.text).toContain('货币基金可能亏本金 [1]。');
    expect(statement.cards).toMatchObject([{ kind: 'product_facts' }]);
    expect(statement.suggestions.map(({ label }) => label)).toContain('几天到账');
  });

  it('never leave out that a product is no longer sold', async () => {
    const closed = demoShelf.find(({ status }) => status === 'closed')!;
    const asks: Step = { say: 'product', aspects: ['overview'], query: '还能买吗', call };
    const looked = settled(asks, { products: [closed], facts: factsOf(closed, TODAY) });
    const { statement } = await speak(deps, turnOf('还能买吗'), [looked], spoken);
    expect(statement.text).toMatch(/已经终止[\s\S]*货币基金可能亏本金/);
    const saying = { ...candidate, text: '它已经终止，不能买了 [1]。' };
    const said = await speak(deps, turnOf('还能买吗'), [looked], { ...spoken, candidate: saying });
    expect(said.statement.text.match(/已经终止/g)).toHaveLength(1);
  });

  it('name the prompts that asked for them', async () => {
    const { statement } = await speak(deps, turnOf('会亏吗'), [answer], spoken);
    expect(statement.wording.map(({ id }) => id)).toEqual(['llm.understand', 'llm.turn']);
    for (const { hash } of statement.wording) expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('are not said where the evidence is weak', async () => {
    const weak = settled({ say: 'unsure', query: '会亏吗' }, { passages: [rate], support: 0.2 });
    const { statement } = await speak(deps, turnOf('会亏吗'), [weak], spoken);
    expect(statement.text).not.toContain('亏本金');
    expect(statement.suggestions.map(({ label }) => label)).toContain('请顾问来');
  });
});
