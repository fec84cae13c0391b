import { describe, expect, it } from '@jest/globals';
import { MAX_REPLY, guard, inspect, verdictOf } from '../../src/compliance/guard.js';
import type { GuardContext } from '../../src/compliance/guard.js';
import { passageId, productCode } from '../../src/terms/ids.js';
import type { Citation } from '../../src/terms/passage.js';
import type { Product } from '../../src/terms/product.js';
import type { Draft, Statement } from '../../src/terms/statement.js';

const bot: GuardContext = { speaker: 'bot', allowedHosts: ['qingyu.example'] };
const verdict = (text: string, context: GuardContext = bot) =>
  verdictOf(inspect(text, context), context.speaker);
const rulesOf = (text: string, context: GuardContext = bot) =>
  inspect(text, context).map(({ rule }) => rule);

const citation: Citation = {
  passage: passageId('faq-fees#1'),
  kind: 'faq',
  title: '申购费怎么收',
  article: null,
  issuer: '青屿财富',
  source: null,
  effective: '2026-01-01',
  expires: null,
  text: '申购费 1.5%，起购金额 1,000 元。',
};
const product: Product = {
  code: productCode('QY1001'),
  name: '青屿稳健 90 天',
  aliases: [],
  type: 'fixed_income',
  regime: 'NFRA_INVEST',
  issuer: '青屿理财',
  manager: null,
  riskLevel: 2,
  issuerRiskLevel: 2,
  status: 'on_sale',
  gradeValidUntil: null,
  private: false,
  lockDays: 90,
  insuranceKind: null,
  termYears: null,
  agency: false,
  minAmount: 1000,
  step: null,
  fees: [],
  benchmark: null,
  settlementDays: 3,
  interestRate: null,
  performance: null,
  mainLoss: '债券价格下跌时，净值会下跌，可能亏损本金。',
  description: '主要投资债券，90 天后可以赎回。',
  asOf: '2026-11-25',
};
const draft: Draft = {
  text: '申购费是 1.5%，1,000 元起购[1]。',
  citations: [citation],
  facts: [],
  cards: [],
  suggestions: [{ label: '怎么赎回', say: '怎么赎回' }],
  wording: [],
  model: 'embedded',
};
const LABEL = 'AI 生成，仅供参考';

describe('the pairs of the lexicon', () => {
  const pairs: readonly (readonly [string, string, string])[] = [
    ['1', '这款保本的您放心', '这款不保本，请注意'],
    ['2', '几乎不会亏', '历史上也亏过'],
    ['3', '年化4.5%稳稳的', '近一年4.5%，过往业绩不代表未来'],
    ['4', '跟存定期没区别', '和定期的区别有三点'],
    ['5', '国家不会让它倒', '存款保险限额50万'],
    ['6', '最大收益', '最大回撤8%'],
    ['7', '买它准没错', '需结合您的情况'],
  ];
  for (const [number, broken, ok] of pairs) {
    it(`${number}: stops 「${broken}」 and lets 「${ok}」 pass`, () => {
      expect(verdict(broken)).not.toBe('pass');
      expect(verdict(ok)).toBe('pass');
    });
  }

  const fine = ['保本基金（历史产品）已转型', '保障范围', '保证金', '保本点位/盈亏平衡点'];
  for (const text of fine) {
    it(`14, 18-20: lets 「${text}」 pass`, () => expect(verdict(text)).toBe('pass'));
  }

  it('15 and 16: hears the promise in a double negative', () => {
    expect(verdict('没有不保本的')).toBe('block');
    expect(verdict('不是不保本，是稳健')).toBe('block');
  });

  it('17: stops 本金100%安全 of 理财', () => {
    const wealth = {
      ...bot,
      product: { regime: 'NFRA_INVEST', type: 'fixed_income', riskLevel: 2 },
    } as const;
    expect(verdict('本金100%安全', wealth)).toBe('block');
  });

  it('12: takes what a customer says for a signal', () => {
    expect(rulesOf('你们说保本', { ...bot, speaker: 'customer' })).toEqual(['L1']);
    expect(verdict('你们说保本', { ...bot, speaker: 'customer' })).toBe('pass');
  });

  it('13: lets an advisor quote banned words to report them', () => {
    const advisor: GuardContext = { ...bot, speaker: 'advisor' };
    expect(verdict('合规同事，群里有人发“保本稳赚”，请登记', advisor)).toBe('pass');
  });
});

describe('inspect', () => {
  it('calls a hint soft and a promise hard', () => {
    expect(verdict('几乎不会亏')).toBe('rewrite');
    expect(verdict('不会亏本的')).toBe('block');
  });

  it('judges the same words by the product', () => {
    const words = '到期连本带息付给您';
    const about = (regime: 'DEPOSIT' | 'NFRA_INVEST') =>
      verdict(words, { ...bot, product: { regime, type: 'time_deposit', riskLevel: null } });
    expect([about('DEPOSIT'), about('NFRA_INVEST')]).toEqual(['pass', 'block']);
  });

  it('lets an advisor say who she is, never the digital employee', () => {
    expect(verdict('我是王经理', { ...bot, speaker: 'advisor' })).toBe('pass');
    expect(verdict('我是王经理')).toBe('block');
  });

  it('gives the same verdict for twelve disguises of one promise', () => {
    const disguises = [
      '这款\u202e保\u202c本',
      '这款保\u{e0062}本',
      '这款保\ufe0f本',
      '这款保\u200b本',
      '这款保夲',
      `这款保${'\u0336'.repeat(1000)}本`,
      '\ufdfa这款保本',
      '这款保\udc00本',
      '这款保 · 本',
      '这款【保】【本】',
      '这款ｂａｏ本',
      '这款保👍本',
    ];
    expect(disguises.map((text) => verdict(text))).toEqual(disguises.map(() => 'block'));
  });

  it('checks figures only when facts or passages are given, empty lists included', () => {
    expect(rulesOf('管理费 0.5%')).toEqual([]);
    expect(rulesOf('管理费 0.5%', { ...bot, facts: [] })).toEqual(['FIGURE']);
    const facts = [{ value: 0.5, unit: '%', label: '管理费' }] as const;
    expect(rulesOf('管理费 0.5%', { ...bot, facts })).toEqual([]);
  });

  it('stops a citation that points nowhere', () => {
    const passages = [{ id: 'a', text: '甲' }];
    expect(rulesOf('见[1]', { ...bot, passages })).toEqual([]);
    expect(rulesOf('见[2]', { ...bot, passages })).toEqual(['CITE']);
    expect(rulesOf('见【1,2】', { ...bot, passages })).toEqual(['CITE']);
    expect(rulesOf('见[0]', { ...bot, passages: [] })).toEqual(['CITE']);
  });

  const links: readonly (readonly [string, boolean])[] = [
    ['请看 https://qingyu.example/help', true],
    ['请看 https://evil.example.com/x', false],
    ['请看 https://qingyu.example@evil.com/', false],
    ['请看 https://qingyu.example.evil.com', false],
    ['请看 www.evil.com', false],
    ['请看 evil。com', false],
    ['[点这里](javascript:alert(1))', false],
    ['![图](data:image/png;base64,AAAA)', false],
    ['[点这里](/desk)', false],
    ['请看 ｅｖｉｌ．ｃｏｍ', false],
    ['请看 http://[::1]/', false],
    ['请看 169.254.169.254', false],
    ['请看第 1.2 节', true],
  ];
  for (const [text, allowed] of links) {
    it(`${allowed ? 'lets pass' : 'stops'} the link in 「${text}」`, () => {
      expect(rulesOf(text)).toEqual(allowed ? [] : ['LINK']);
    });
  }

  it('stops a whole phone number and a resident id', () => {
    expect(rulesOf('您的手机 13812345678 已登记')).toEqual(['PII']);
    expect(rulesOf('尾号 5678 的手机已登记')).toEqual([]);
  });

  it('finds findings in order and with true offsets', () => {
    const text = '稳\u200b赚的，而且保 本。';
    const findings = inspect(text, bot);
    expect(findings.map(({ rule, text: said }) => [rule, said])).toEqual([
      ['L2', '稳\u200b赚'],
      ['L1', '保 本'],
    ]);
    for (const { start, end, text: said } of findings) expect(text.slice(start, end)).toBe(said);
  });

  it('stops a reply that is too long', () => {
    expect(rulesOf('好'.repeat(MAX_REPLY + 1))).toEqual(['LENGTH']);
  });

  it('never takes long, whatever the text', () => {
    const seeds = [
      '保',
      '不',
      '没有',
      '1',
      '一',
      '年化',
      '收益',
      '[',
      '“',
      'a.',
      '1,',
      '存款',
      'return ',
      ' ',
      '@',
      '3-',
      '我是',
      '\n',
      '，',
      '最',
    ];
    for (const seed of seeds) {
      const text = seed.repeat(Math.ceil(4000 / seed.length));
      const before = process.cpuUsage();
      inspect(text, { ...bot, facts: [], passages: [] });
      // Of its own work, not of whoever shares the machine: a pattern that backtracks takes minutes.
      expect([seed, process.cpuUsage(before).user < 1_000_000]).toEqual([seed, true]);
    }
  });
});

describe('guard', () => {
  it('makes a statement of a draft whose figures are in its citations', () => {
    const outcome = guard(draft, bot, LABEL);
    expect(outcome.verdict).toBe('pass');
    const { statement } = outcome as { statement: Statement };
    expect(statement).toEqual({ ...draft, aiLabel: LABEL });
  });

  it('stops a figure that no citation, fact or word of the customer holds', () => {
    const invented = { ...draft, text: '申购费是 1.2%[1]。' };
    expect(guard(invented, bot, LABEL).findings.map(({ rule }) => rule)).toEqual(['FIGURE']);
    expect(guard(invented, { ...bot, said: ['申购费是 1.2% 吗'] }, LABEL).verdict).toBe('pass');
  });

  it('stops [2] when there is one citation, passages of the context notwithstanding', () => {
    const context = {
      ...bot,
      passages: [
        { id: 'a', text: '' },
        { id: 'b', text: '' },
      ],
    };
    expect(guard({ ...draft, text: '见[2]' }, context, LABEL).verdict).toBe('block');
  });

  it('reads suggestions and the sentences of product cards', () => {
    const pushy = { ...draft, suggestions: [{ label: '稳赚不赔，点我', say: '买' }] };
    expect(guard(pushy, bot, LABEL).verdict).toBe('block');
    const carded: Draft = { ...draft, cards: [{ kind: 'product_facts', product }] };
    expect(guard(carded, bot, LABEL).verdict).toBe('pass');
    const lying = { ...product, description: '保本，零风险。' };
    expect(
      guard({ ...draft, cards: [{ kind: 'product_facts', product: lying }] }, bot, LABEL).verdict,
    ).toBe('block');
  });

  it('adds the grade of a product it names without its card', () => {
    const named = { ...draft, text: '青屿稳健 90 天可以赎回。', citations: [] };
    const context = { ...bot, products: [product], said: ['90 天'] };
    const outcome = guard(named, context, LABEL);
    const { text } = (outcome as { statement: Statement }).statement;
    expect(text).toContain('青屿稳健 90 天（R2）可以赎回。');
    const cards = [{ kind: 'product_facts', product }] as const;
    const carded = guard({ ...named, cards }, context, LABEL) as { statement: Statement };
    expect(carded.statement.text).toBe(named.text);
  });

  it('lets the text name the number of products on a card', () => {
    const cards = [{ kind: 'comparison', products: [product, product] }] as const;
    expect(
      guard({ ...draft, text: '这 2 款都是 90 天后可以赎回。', cards }, bot, LABEL).verdict,
    ).toBe('pass');
  });

  it('stops everything that is not labelled as AI, but not an advisor', () => {
    expect(guard(draft, bot, '').findings.map(({ rule }) => rule)).toEqual(['AI_LABEL']);
    expect(guard(draft, bot, '小屿').verdict).toBe('block');
    expect(guard(draft, { ...bot, speaker: 'advisor' }, '').verdict).toBe('pass');
  });
});

describe('a product the suitability gate did not let pass', () => {
  it.each(['INFO_ONLY', 'BLOCK', 'HUMAN'] as const)('is recommended to nobody: %s', (found) => {
    const context = { ...bot, suitability: { verdict: found } };
    expect(rulesOf('这款很适合您', context)).toContain('SUITABILITY');
    expect(rulesOf('它不适合您', context)).not.toContain('SUITABILITY');
  });

  it.each(['ALLOW', 'ALLOW_WITH'] as const)('is another matter with %s', (found) => {
    const context = { ...bot, suitability: { verdict: found } };
    expect(rulesOf('这款很适合您', context)).not.toContain('SUITABILITY');
  });

  it('is judged by the gate, whatever grade is named beside it', () => {
    const context: GuardContext = {
      ...bot,
      suitability: { verdict: 'HUMAN' },
      product: { regime: 'CSRC_FUND', type: 'equity', riskLevel: 4 },
      customer: { tolerance: 5 },
    };
    expect(rulesOf('这款很适合您', context)).toContain('SUITABILITY');
  });
});
