import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { exceeds } from '../../../src/advice/suitability/affordability.js';
import { DECISION_TABLE } from '../../../src/advice/suitability/decision-table.js';
import { thresholdsOf } from '../../../src/advice/suitability/house-thresholds.js';
import { judge } from '../../../src/advice/suitability/judge.js';
import type { Occasion } from '../../../src/advice/suitability/occasion.js';
import { sourcesOf } from '../../../src/advice/suitability/sources.js';

type Part = Partial<{
  [Key in keyof Occasion]: Occasion[Key] extends object | null | undefined
    ? Partial<NonNullable<Occasion[Key]>>
    : Occasion[Key];
}>;

/** A C3 of forty, assessed in March, who asks about an R2 fund on our own page. */
const asked = ({ product, customer, channel, ...rest }: Part = {}): Occasion =>
  ({
    today: '2026-11-22',
    initiative: 'customer',
    ...rest,
    product: { regime: 'CSRC_FUND', status: 'on_sale', riskLevel: 2, ...product },
    customer: {
      tolerance: 3,
      assessedOn: '2026-03-01',
      age: 40,
      identityVerified: true,
      ...customer,
    },
    channel: { operator: 'licensed_self_operated', ...channel },
  }) as Occasion;

const wealth = { regime: 'NFRA_INVEST' } as const;
const insurance = { regime: 'NFRA_INSURANCE', riskLevel: null } as const;
const deposit = { regime: 'DEPOSIT', riskLevel: null } as const;
const protection = { ...insurance, insuranceKind: 'protection' } as const;
const participating = { ...insurance, insuranceKind: 'participating' } as const;

/** Row, what the customer says, the occasion, verdict and duties. */
const CASES: readonly (readonly [number, string, Part, string])[] = [
  [1, '有人让我把钱转到安全账户，还能买吗', { emergency: true }, 'HUMAN emergency_route'],
  [
    2,
    '我在公众号里问，这存款怎么样',
    {
      product: deposit,
      channel: { operator: 'licensed_official_account_on_third_party' },
    },
    'INFO_ONLY link_to_own_platform',
  ],
  [
    3,
    '我还没实名，先给我看看能买啥',
    { customer: { identityVerified: false } },
    'INFO_ONLY neutral_wording',
  ],
  [
    3,
    '为什么我的业务办不了',
    { customer: { cddBlocked: true } },
    'INFO_ONLY neutral_wording,silent_flag',
  ],
  [4, '我七岁，用压岁钱买', { customer: { age: 7 } }, 'BLOCK capacity_notice'],
  [
    4,
    '我十五岁，妈妈同意我买这只 R2',
    {
      customer: { age: 15, guardianConsent: true },
    },
    'BLOCK capacity_notice',
  ],
  [5, '那只停售的还能买吗', { product: { status: 'suspended' } }, 'BLOCK not_on_shelf'],
  [
    5,
    '评级过期的还能买吗',
    {
      product: { gradeValidUntil: '2026-11-21' },
    },
    'BLOCK not_on_shelf',
  ],
  [5, '这只还没评级', { product: { riskLevel: null } }, 'BLOCK not_on_shelf'],
  [
    6,
    '给我看看你们的私募业绩',
    { product: { riskLevel: 5, private: true }, customer: { tolerance: 5 } },
    'INFO_ONLY hide_name_and_performance,offer_human',
  ],
  [
    11,
    '收入我不想填，直接卖给我就行',
    { customer: { refusedRequiredData: true } },
    'BLOCK warn_consequence',
  ],
  [
    7,
    '我没做过测评，能买吗',
    { customer: { tolerance: null, assessedOn: null } },
    'BLOCK education_allowed,offer_reassessment',
  ],
  [
    7,
    '我去年这天测的，还算数吗',
    { customer: { assessedOn: '2025-11-22' } },
    'BLOCK education_allowed,offer_reassessment',
  ],
  [
    7,
    '我刚失业了，原来的等级还能用吗',
    { customer: { materialChange: true } },
    'BLOCK education_allowed,offer_reassessment',
  ],
  [
    10,
    '测评是经理替我点的',
    { customer: { assessmentInvalid: true } },
    'BLOCK flag_compliance,redo_assessment',
  ],
  [27, '我刷信用卡凑二十万来买', { order: { borrowed: true } }, 'BLOCK warn_borrowed_money'],
  [
    14,
    '我一分都不能亏，R2 签字能买吗',
    { customer: { tolerance: 1, lowestCategory: true }, customerInsists: true },
    'BLOCK never_above_tolerance',
  ],
  [
    12,
    '理财 R4，我愿意签字，就要买',
    { product: { ...wealth, riskLevel: 4 }, customerInsists: true },
    'BLOCK do_not_suggest_retest,no_override',
  ],
  [
    12,
    '我是专业投资者，理财也能放开吧',
    { product: { ...wealth, riskLevel: 4 }, customer: { investorClass: 'professional_B' } },
    'BLOCK do_not_suggest_retest,no_override',
  ],
  [13, '有什么好的推荐给我', { product: { riskLevel: 4 }, initiative: 'bot' }, 'BLOCK do_not_show'],
  [
    15,
    '我就看上这只 R4 的基金了，说说看',
    { product: { riskLevel: 4 } },
    'INFO_ONLY mismatch_warning',
  ],
  [
    15,
    '超了我也要买这只基金，后果我自己担',
    { product: { riskLevel: 4 }, customerInsists: true },
    'HUMAN explicit_acknowledgement,record,special_written_warning',
  ],
  [
    20,
    '我已经有一份一样的医疗险了，再买一份行吗',
    { product: protection, insuranceFinding: 'duplicate_cover' },
    'BLOCK advise_to_stop',
  ],
  [
    20,
    '我知道重复了，还是要买',
    { product: protection, insuranceFinding: 'duplicate_cover', customerInsists: true },
    'HUMAN explain,written_confirmation',
  ],
  [
    16,
    '这钱半年后要交房租，能买锁一年的吗',
    { product: { lockDays: 365 }, need: { horizonDays: 180 } },
    'INFO_ONLY explain_mismatch,no_promotion',
  ],
  [
    16,
    '最多亏百分之四，就要这只',
    { need: { maxLossPct: 4 }, customerInsists: true },
    'HUMAN explain_mismatch',
  ],
  [
    17,
    '我手上十万，拿九万买',
    { customer: { liquidAssets: 100_000 }, order: { amount: 90_000 } },
    'HUMAN affordability_review',
  ],
  [
    17,
    '每个月花一万，手上十万，存八万定期',
    {
      product: deposit,
      customer: { liquidAssets: 100_000, monthlySpending: 10_000 },
      order: { amount: 80_000 },
    },
    'HUMAN affordability_review',
  ],
  [
    18,
    '我六十五了，测出来 C5，买股票基金',
    { product: { riskLevel: 4 }, customer: { age: 65, tolerance: 5 } },
    'HUMAN elder_care',
  ],
  [
    19,
    '我六十岁，想买份十年的保险',
    { product: { ...protection, termYears: 10 }, customer: { age: 60 } },
    'HUMAN recording_required',
  ],
  [
    21,
    '家里一年十万，一次交五十万买分红险',
    {
      product: { ...participating, singlePremium: 500_000 },
      customer: { householdIncome: 100_000 },
    },
    'HUMAN signed_declaration',
  ],
  [
    21,
    '六十岁交十五年',
    {
      product: { ...participating, premiumYears: 15 },
      customer: { age: 60, householdIncome: 100_000 },
    },
    'HUMAN signed_declaration',
  ],
  [
    30,
    '我把个性化推荐关了',
    { customer: { personalization: false }, initiative: 'bot' },
    'INFO_ONLY non_profiled_list_only',
  ],
  [32, '存一年定期', { product: deposit }, 'ALLOW '],
  [
    32,
    '手上十万，存六万定期',
    { product: deposit, customer: { liquidAssets: 100_000 }, order: { amount: 60_000 } },
    'ALLOW_WITH affordability_warning',
  ],
  [
    32,
    '安鑫纯债我能买吗',
    {},
    'ALLOW_WITH ai_label,data_date,fees,main_loss,match_opinion,risk_grade',
  ],
  [
    32,
    '我是专业投资者，买只 R5 的基金',
    { product: { riskLevel: 5 }, customer: { investorClass: 'professional_B', tolerance: null } },
    'ALLOW_WITH ai_label,data_date,fees,main_loss,risk_grade',
  ],
  [
    32,
    '买份重疾险，没填年龄',
    { product: protection, customer: { age: null } },
    'ALLOW_WITH ai_label,ask_age,data_date,fees,main_loss,match_opinion',
  ],
];

describe('the suitability gate', () => {
  it.each(CASES)('row %d: %s', (row, _words, part, expected) => {
    const { verdict, row: answered, duties } = judge(asked(part));
    expect(`${answered} ${verdict} ${duties.join(',')}`).toBe(`${row} ${expected}`);
  });

  it('has a named case for every row of its table', () => {
    const named = new Set(CASES.map(([row]) => row));
    expect(DECISION_TABLE.filter(({ row }) => !named.has(row))).toEqual([]);
  });

  it('takes the higher of two grades', () => {
    const product = { riskLevel: 2, issuerRiskLevel: 4 } as const;
    expect(judge(asked({ product })).row).toBe(15);
  });

  it('counts twelve calendar months, from 29 February to the 28th', () => {
    const on = (today: string, assessedOn: string) =>
      judge(asked({ today, customer: { assessedOn } })).row;
    expect(on('2026-11-21', '2025-11-22')).toBe(32);
    expect(on('2026-11-22', '2025-11-22')).toBe(7);
    expect(on('2025-02-27', '2024-02-29')).toBe(32);
    expect(on('2025-02-28', '2024-02-29')).toBe(7);
    expect(on('2026-11-22', '2026-11-23')).toBe(7);
  });

  it('compares sums to the fen and takes no rounding for a difference', () => {
    // 0.8 × 100.1 is 80.08000000000001 in double precision, 5 × 0.06 more than 0.3.
    const share = (amount: number, liquidAssets: number) =>
      judge(asked({ customer: { liquidAssets }, order: { amount } })).row;
    expect(share(80.08, 100.1)).toBe(32);
    expect(share(80.09, 100.1)).toBe(17);
    expect(exceeds(0.1 + 0.2, 0.3)).toBe(false);
    expect(exceeds(1_000_000_000.01, 1_000_000_000)).toBe(true);
  });

  it('judges by the thresholds of the house, and says so in the version', () => {
    const order = { amount: 60_000 };
    const customer = { liquidAssets: 100_000 };
    const strict = thresholdsOf({ version: '2027.1', reviewShare: 0.5 });
    const verdict = judge(asked({ order, customer }), strict);
    expect(verdict).toMatchObject({ row: 17, ruleVersion: expect.stringMatching(/\+2027\.1$/) });
    expect(judge(asked({ order, customer })).row).toBe(32);
  });
});

describe('the sources of a verdict', () => {
  const folder = new URL('../../../knowledge/regulations/', import.meta.url);
  const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const documents = new Map(texts.map((text) => [/^title: (.+)$/m.exec(text)![1]!, text]));

  it('stand for every line on every path it is tried on', () => {
    for (const { row, paths } of DECISION_TABLE) {
      for (const path of paths) expect([row, path, sourcesOf(row, path).length]).not.toContain(0);
    }
  });

  it('are articles of the handbook, under the tag they have there', () => {
    const cited = DECISION_TABLE.flatMap(({ row, paths }) =>
      paths.flatMap((path) => sourcesOf(row, path)),
    ).filter(({ instrument }) => !['数智员工守则', '民法典'].includes(instrument));
    for (const { instrument, article, tag } of cited) {
      const text = documents.get(instrument) ?? '';
      expect(text).toMatch(new RegExp(`^evidence: ${tag}$`, 'm'));
      expect(text).toMatch(new RegExp(`^## ${article}( |$)`, 'm'));
    }
  });
});
