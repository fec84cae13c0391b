import { describe, expect, it } from '@jest/globals';
import { planSideParagraph } from '../../../src/agent/compose/plan-sides.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { emptyResult } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { ProposalEvent } from '../../../src/conversation/proposal/events.js';
import type { PlanSide } from '../../../src/terms/command.js';
import type { Plan } from '../../../src/terms/plan.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { riskReturn } from '../../channels/cards/pasts.js';
import { NOW, WEEK, grounds, stateAfter } from '../../conversation/proposal/signed.js';
import { samplePlan } from '../../terms/sample-plan.js';

const wordings = loadWordings('prompts');
const by = grounds('advisor1').signer;
const calmer = samplePlan({ risk: { volatility: 0.03, statedLoss: 0.05 } });
const adjusted: ProposalEvent = {
  kind: 'ProposalAdjusted',
  by,
  plan: calmer,
  reason: '先少放一些。',
  ruleVersion: 'S1',
  expires: NOW + WEEK,
};

const context = (part: Partial<TurnContext> = {}) =>
  ({
    seed: 0,
    now: NOW,
    today: '2026-11-25',
    customer: 'C1003',
    messages: [{ text: '' }],
    history: [],
    proposal: null,
    state: emptyState,
    ...part,
  }) as unknown as TurnContext;
const onRecord = (...events: readonly ProposalEvent[]) =>
  context({
    proposal: {
      id: 'P1',
      state: stateAfter(...events),
      signedAt: NOW,
      row: { drafted_at: NOW },
    } as unknown as NonNullable<TurnContext['proposal']>,
  });
const drafted = (plan: Plan) => ({
  ...emptyResult,
  proposal: { kind: 'drafted' as const, plan },
});
const say = (about: PlanSide, plan = samplePlan(), within = context()) =>
  planSideParagraph(wordings, within, about, drafted(plan));

describe('a side of a plan', () => {
  it('is a kind within a class, as the products hold it', () => {
    const mix = [{ assetClass: 'us_equity', label: '美股', weight: 0.125, low: 0, high: 1 }];
    const asked = context({ messages: [{ text: '美股占多少' }] as never });
    expect(say('share', samplePlan({ mix }), asked).text).toContain('海外股票约 12.5%');
    expect(say('share', samplePlan({ mix: [] }), asked).text).toContain('没有海外股票');
  });

  it('is whether it matches: grades beside the class, the loss beside what can be borne', () => {
    const { text } = say('fit');
    expect(text).toContain('您是 C3，方案里产品的风险等级最高是 R3');
    expect(text).toContain('没有超过您说的 10%');
    expect(text).toContain('等级对得上，不等于不会亏');
  });

  it('is which of them has the highest grade', () => {
    expect(say('riskiest').text).toContain('最高的是');
    expect(say('riskiest').text).toContain('R3');
  });

  it('is which part brings little, with what it is there for', () => {
    const spread = (
      [
        ['cash', 0.1],
        ['treasury', 0.45],
        ['corporate_bond', 0.2],
        ['a_shares', 0.2],
        ['gold', 0.05],
      ] as const
    ).map(([assetClass, weight]) => ({ assetClass, label: assetClass, weight, low: 0, high: 1 }));
    const plan = samplePlan({ mix: spread, heldBack: ['净值会起伏的类别最多放 40%'] });
    const { text } = say('drag', plan);
    expect(text).toContain('现金类和债券类约 75%');
    expect(text).toContain('股票类和黄金约 25%');
    expect(text).toContain('最多放 40%');
  });

  it('is what the same mix did, the fall beside the gain and the window with both', () => {
    const { text, facts } = say('gain', samplePlan({ past: riskReturn }));
    expect(text).toContain('2008 年 1 月末到 2026 年 7 月末，折合每年 +4.42%');
    expect(text).toContain('最多跌过 9.96%');
    expect(text).toContain('过去的收益不代表以后');
    expect(text).toContain('我不能预测');
    expect(facts.map(({ value }) => value)).toEqual(expect.arrayContaining([4.42, 9.96]));
    expect(say('gain').text).not.toContain('折合每年');
  });

  it('is what has changed of the plan whose place it took, and only that', () => {
    const [kept, gone] = samplePlan().products;
    const now = samplePlan({
      need: { ...samplePlan().need, maxLoss: 0.05 },
      risk: { volatility: 0.03, statedLoss: 0.046 },
      products: [{ ...kept!, weight: 0.6, amount: 180_000 }],
    });
    const replaced = onRecord().proposal!;
    const { text, facts } = say('earlier', now, { ...context(), replaced });
    expect(text).toContain('能接受的亏损：原来最多亏 10%，现在最多亏 5%');
    expect(text).toContain('整体大约亏：原来 9.3%（27,900 元），现在 4.6%（13,800 元）');
    expect(text).toContain(`${kept!.name}：原来 13.5 万元，现在 18 万元`);
    expect(text).toContain(`不再放的：${gone!.name}`);
    expect(text).toContain('由持证顾问和您一起定');
    expect(text).not.toMatch(/金额：|多久要用：|现金类：|按哪个等级排/);
    expect(facts.map(({ value }) => value)).toEqual(expect.arrayContaining([5, 10]));
  });

  it('is no comparison where nothing came before, and none where nothing changed', () => {
    expect(say('earlier').text).toContain('没有别的可以比');
    const replaced = onRecord().proposal!;
    expect(say('earlier', samplePlan(), { ...context(), replaced }).text).toContain('没有变');
  });

  it('is, of money that may lose nothing, what pays back and what may still lose, by name and sum', () => {
    const need = { ...samplePlan().need, maxLoss: 0 };
    const risk = { volatility: 0.004, statedLoss: 0 };
    const [one, other] = samplePlan().products;
    const deposit = { ...one!, name: '一年定期', riskLevel: null, weight: 0.6, amount: 180_000 };
    const fund = { ...other!, name: '某货币', riskLevel: 1 as const, weight: 0.4, amount: 120_000 };
    const mixed = say('loss', samplePlan({ need, risk, products: [deposit, fund] }));
    expect(mixed.text).toContain('除了存款和储蓄国债，别的产品都可能亏到本金');
    expect(mixed.text).toContain('某货币（合计 120,000 元）就在可能亏的里面');
    expect(mixed.text).toContain('以 50 万元为限');
    const safe = say('loss', samplePlan({ need, risk, products: [deposit] }));
    expect(safe.text).toContain('放进来的只有存款或储蓄国债');
    expect(safe.text).not.toContain('其余的产品');
    const none = say('loss', samplePlan({ need, risk, products: [] }));
    expect(none.text).toContain('还没有放产品');
  });

  it('is told from what an advisor made of it, not from a draft of today', () => {
    expect(say('loss', samplePlan(), onRecord(adjusted)).text).toContain('大约亏 5%');
    expect(say('loss', samplePlan()).text).toContain('大约亏 9.3%');
  });

  it('of a signed plan that is to be bought or waited for is how it stands', () => {
    const { text, cards } = say('buy', samplePlan(), onRecord(adjusted));
    expect(text).toContain('说看过了不等于下单');
    expect(cards).toHaveLength(1);
  });

  it('needs no need known here where a plan is on record, and shows none that suits no more', () => {
    expect(planSideParagraph(wordings, onRecord(adjusted), 'loss', null).text).toContain('5%');
    const unfit = { standing: 'class_lower' as const, products: [] };
    const { text } = planSideParagraph(wordings, { ...onRecord(adjusted), unfit }, 'loss', null);
    expect(text).toContain('要请顾问重新核对');
    const draft = planSideParagraph(wordings, { ...onRecord(), unfit }, 'fit', null);
    expect(draft.text).toContain('按现在的情况重新起草');
    expect(planSideParagraph(wordings, context(), 'loss', null).text).toContain('还没有方案');
  });
});

describe('a side of a plan asked further', () => {
  const spread = [
    { assetClass: 'cash', label: '现金', weight: 0.3, low: 0, high: 1 },
    { assetClass: 'treasury', label: '国债', weight: 0.5, low: 0, high: 1 },
    { assetClass: 'a_shares', label: 'A 股', weight: 0.2, low: 0, high: 1 },
  ];
  const ask = (about: PlanSide, text: string, plan = samplePlan({ mix: spread })) =>
    say(about, plan, context({ messages: [{ text }] as unknown as TurnContext['messages'] }));

  it('reckons a fall that is named by the share of stocks, and calls it supposed', () => {
    const { text, facts } = ask('stress', '股票跌三成会怎样');
    expect(text).toContain('假设股票类跌 30%');
    expect(text).toContain('整体大约少 6%（18,000 元）');
    expect(text).toContain('不是预测');
    expect(facts).toContainEqual({ value: 18_000, unit: 'yuan', label: '假设下整体少去的' });
  });

  it('says what each class is there for, with what stands for it', () => {
    const { text } = ask('purpose', '每块干什么用');
    expect(text).toContain('现金类（约 30%，在混合的产品里）');
    expect(text).toContain('债券类（约 50%，主要是青屿安鑫纯债债券 A）');
  });

  it('puts a wish for less stocks as a question of the loss, and claims no record of it', () => {
    const { text } = ask('without', '不要股票行吗');
    expect(text).toContain('现在是最多亏 10%，您想改成多少');
    expect(text).toContain('没有写进方案');
    expect(ask('without', '不要债券行吗').text).toContain('顾问来定');
  });

  it('asks for the sum where none is known, and answers the inverse first where one is', () => {
    const levers = { probability: 0.8, monthlySaving: 1_500, months: 77 };
    expect(ask('saving', '', samplePlan({ outlook: null })).text).toContain('您想攒到多少');
    expect(ask('saving', '', samplePlan({ levers })).text).toMatch(/^每月存 1,500 元/);
    expect(ask('months', '', samplePlan({ levers })).text).toMatch(/^大约要 6 年零 5 个月/);
    expect(ask('saving', '').text).toContain('照现在这样就可以');
  });

  it('tells who has just heard the loss what the past held', () => {
    const plan = samplePlan({ past: riskReturn });
    const first = say('loss', plan);
    const heard = context({ history: [{ role: 'assistant', text: first.text }] });
    expect(first.text).toContain('大约亏');
    expect(say('loss', plan, heard).text).toContain('从高点最多跌过');
  });
});
