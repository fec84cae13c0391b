import { describe, expect, it } from '@jest/globals';
import { movementOver } from '../../../src/advice/lifecycle/movement.js';
import { reviewPortfolio } from '../../../src/advice/lifecycle/review.js';
import { portfolioParagraph } from '../../../src/agent/compose/portfolio.js';
import { portfolioFacts } from '../../../src/agent/tools/portfolio-facts.js';
import { guard } from '../../../src/compliance/guard.js';
import type { AccountSide } from '../../../src/terms/command.js';
import { productCode } from '../../../src/terms/ids.js';
import type { PortfolioAnswer } from '../../../src/terms/portfolio.js';
import type { RiskTolerance } from '../../../src/terms/risk.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { portfolio } from '../../advice/lifecycle/portfolios.js';
import { draft, nothing } from '../../conversation/harness.js';
import { demoProduct, TODAY } from '../../demo/demo-shelf.js';

const wordings = loadWordings('prompts');
const record = portfolio(
  [
    ['QY0021', 10_000, 10_500],
    ['QY0060', 30_000, 36_000],
    ['CK0012', 20_000, 20_000],
  ],
  {
    QY0021: { '2025-11-25': 1.02, '2026-10-27': 1.09, '2026-11-24': 1.1 },
    QY0060: { '2025-11-25': 1.3, '2026-10-27': 0.9, '2026-11-24': 0.8 },
  },
);

const answerTo = (
  more: Partial<PortfolioAnswer> = {},
  tolerance: RiskTolerance | null = 4,
): PortfolioAnswer => ({
  review: reviewPortfolio(record, tolerance, TODAY),
  focus: [],
  notHeld: null,
  window: null,
  ...more,
});

function say(
  query: string,
  about: AccountSide,
  answer = answerTo(),
  before: readonly string[] = [],
) {
  const facts = portfolioFacts(answer);
  const result = { ...nothing, portfolio: answer, facts };
  return portfolioParagraph(wordings, { about, query }, result, before);
}

const window = (label: string, from: string): PortfolioAnswer['window'] => ({
  label,
  movement: movementOver(record, [], { from, to: TODAY }),
});

describe('what a customer is told of their own holdings', () => {
  it('is each grade held against the class, what is above it first', () => {
    const { text } = say('我手里的东西风险高不高，跟我等级配不配', 'holdings', answerTo({}, 3));
    expect(text).toContain('您的测评等级是 C3');
    const lines = text.split('\n').filter((line) => line.startsWith('- '));
    expect(lines[0]).toMatch(/（R4）：高于 C3$/);
    expect(lines.slice(1).join('\n')).toMatch(/（R2）：在 C3 的范围内/);
    expect(lines.join('\n')).toContain('没有风险评级');
    expect(say('跟我等级配不配', 'holdings', answerTo({}, null)).text).toContain('市值');
  });

  it('is value, gain and each product with its grade, with the day it is as of', () => {
    const { text, cards } = say('我的持仓', 'holdings');
    expect(text).toContain('截至 2026 年 11 月 24 日');
    expect(text).toContain('**3 只**产品，市值一共 **55,000.00 元**');
    expect(text).toContain('账面亏损 **11,500.00 元**（只算有净值的 2 只，−24.73%）');
    expect(text).toContain(
      '青屿优质治理股票 A（R4）：市值 24,000.00 元，亏损 12,000.00 元（−33.33%）',
    );
    expect(text).toContain('整存整取定期存款 1 年：按本金 20,000.00 元');
    expect(text).toContain('没有净值的，先按您投入的本金列');
    expect(cards.map(({ kind }) => kind)).toEqual(['holdings']);
  });

  it('says which products a loss came from, the greatest first, and forecasts nothing', () => {
    const { text } = say('为什么亏', 'profit');
    expect(text.indexOf('优质治理')).toBeLessThan(text.indexOf('安鑫纯债'));
    expect(text).toContain('我不做预测');
  });

  it('says of which holdings a sum and its percentage are', () => {
    const both = ['QY0021', 'QY0060'].map(productCode);
    expect(say('我赚了多少', 'profit').text).toContain(
      '您名下 3 只合起来账面亏损 **11,500.00 元**（只算有净值的 2 只，−24.73%）',
    );
    expect(say('基金赚了多少', 'profit', answerTo({ focus: both })).text).toContain(
      '您问的这 2 只合起来账面亏损 **11,500.00 元**（−24.73%）',
    );
    const [bond] = both;
    expect(say('纯债赚了多少', 'profit', answerTo({ focus: [bond!] })).text).toContain(
      '截至 2026 年 11 月 24 日，账面盈利 **500.00 元**（+4.76%）',
    );
  });

  it('shows a short window as a movement of the account, a long one with its rate', () => {
    const short = say(
      '这个月',
      'profit',
      answerTo({ window: window('这个月', '2026-10-27') }),
    ).text;
    expect(short).toContain('这个月（2026 年 10 月 27 日至 2026 年 11 月 24 日）');
    expect(short).toContain('不能当业绩看');
    expect(short).not.toContain('收益率');
    const long = say('一年', 'profit', answerTo({ window: window('近一年', '2025-11-25') })).text;
    expect(long).toContain('期间收益率 −');
  });

  it('says where the days asked about cannot be told apart', () => {
    const text = say('我昨天赚了多少', 'profit').text;
    expect(text).toContain('单独算不出来');
  });

  it('names what is above the class and what is much, once in a conversation', () => {
    const answer = answerTo({}, 3);
    const { text } = say('我的持仓', 'holdings', answer);
    expect(text).toContain('青屿优质治理股票 A（R4）现在的风险等级高于您的测评等级 C3');
    expect(text).toContain('占了您持仓的 **43.64%**');
    const again = say('我赚了吗', 'profit', answer, [text]).text;
    expect(again).not.toContain('请留意');
  });

  it('calls no deposit concentrated', () => {
    const much = portfolio(
      [
        ['CK0012', 20_000, 20_000],
        ['QY0021', 1_000, 1_000],
      ],
      { QY0021: { '2026-11-24': 1 } },
    );
    const review = reviewPortfolio(much, 3, TODAY);
    expect(say('我的持仓', 'holdings', answerTo({ review })).text).not.toContain('比较集中');
  });

  it('tells units and cost to who asks for them', () => {
    const focus = [productCode('QY0021')];
    const { text } = say('我的安鑫纯债有多少份', 'holdings', answerTo({ focus }));
    expect(text).toContain('10,000 份，成本 10,500.00 元（每份 1.0500 元）');
    expect(text).not.toContain('优质治理股票 A（R4）：');
  });

  it('says so of what is not held, and of one who holds nothing', () => {
    expect(say('我的国债', 'holdings', answerTo({ notHeld: '储蓄国债' })).text).toContain(
      '您名下没有持有储蓄国债。',
    );
    const review = reviewPortfolio(portfolio([], {}), 3, TODAY);
    expect(say('我的持仓', 'holdings', answerTo({ review })).text).toContain(
      '没有查到您名下的持仓',
    );
  });

  it.each([
    ['我的持仓风险高不高', 'holdings', answerTo({}, 3)],
    ['我的持仓风险高不高', 'holdings', answerTo()],
    ['我的持仓风险高不高', 'holdings', answerTo({}, null)],
    ['我亏了多少', 'profit', answerTo()],
    ['我的成本', 'profit', answerTo()],
    ['亏在哪', 'profit', answerTo()],
    ['今年', 'profit', answerTo({ window: window('今年', '2025-11-25') })],
    ['这个月', 'profit', answerTo({ window: window('这个月', '2026-10-27') })],
    ['要是再跌10%我还剩多少', 'if_moved', answerTo()],
    ['得涨多少才回本', 'break_even', answerTo()],
    ['我的国债', 'holdings', answerTo({ notHeld: '储蓄国债' })],
  ] as const)('passes the guard on its own facts: %s', (query, about, answer) => {
    const { text, facts } = say(query, about, answer);
    const context = {
      speaker: 'bot' as const,
      facts,
      passages: [],
      said: [query],
      allowedHosts: [],
    };
    const { findings } = guard({ ...draft(text), facts }, context, '小屿 · AI 生成');
    expect([text, findings]).toEqual([text, []]);
  });
});

describe('what is only supposed of the account', () => {
  it('is reckoned on what has a price, and forecasts nothing', () => {
    const { text } = say('要是再跌10%我还剩多少', 'if_moved');
    expect(text).toContain('里有净值的 2 只合起来要是再跌 10.00%');
    expect(text).toContain('**31,500.00 元**，比现在少 3,500.00 元');
    expect(text).toContain('账面亏损 **15,000.00 元**');
    expect(text).toContain('我无法预测');
  });

  it('says how far it is back to what was paid, and no day', () => {
    const { text } = say('得涨多少才回本', 'break_even');
    expect(text).toMatch(/差 11,500.00 元，相当于现在市值 35,000.00 元的 \*\*32.86%/);
  });

  it('says that it is there already', () => {
    const { text } = say('纯债还要涨多少才回本', 'break_even', {
      ...answerTo(),
      focus: [productCode('QY0021')],
    });
    expect(text).toContain('已经不低于您投入的钱');
  });

  it('names what is graded highest, and what else is', () => {
    const { text } = say('哪只等级最高', 'holdings', {
      ...answerTo(),
      most: { product: productCode('QY0060'), by: 'risk' },
    });
    expect(text).toContain('风险等级最高的是青屿优质治理股票 A（R4）');
    expect(text).not.toContain('同一级');
  });

  it('says of one of them what it loses by, and foretells nothing', () => {
    const answer = { ...answerTo(), focus: [productCode('QY0060')] };
    const product = demoProduct('QY0060');
    const result = { ...nothing, portfolio: answer, facts: [], products: [product] };
    const asked = { about: 'profit', query: '优质治理，为什么涨跌' } as const;
    const { text } = portfolioParagraph(wordings, asked, result, []);
    const facts = portfolioFacts(answer);
    const context = {
      speaker: 'bot' as const,
      facts,
      passages: [],
      said: [asked.query],
      allowedHosts: [],
    };
    expect(guard({ ...draft(text), facts }, context, '小屿 · AI 生成').findings).toEqual([]);
    expect(text).toContain(product.mainLoss);
    expect(text).toContain('我无法预测');
  });
});
