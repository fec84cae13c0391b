import { describe, expect, it } from '@jest/globals';
import { figuresIn } from '../../src/compliance/amounts.js';
import { groundsOf, ungroundedFigures } from '../../src/compliance/figures.js';
import { parseHanNumber } from '../../src/language/numerals.js';
import { normalize } from '../../src/language/fold.js';
import type { Fact } from '../../src/terms/fact.js';

const first = (text: string) => figuresIn(normalize(text).text)[0]?.readings[0];

describe('figuresIn', () => {
  const cases: readonly (readonly [string, string, number | string])[] = [
    ['管理费 1.5%', '%', 1.5],
    ['管理费１．５％', '%', 1.5],
    ['百分之五', '%', 5],
    ['百分之一点二', '%', 1.2],
    ['千分之三', '%', 0.3],
    ['万分之五', '%', 0.05],
    ['一成', '%', 10],
    ['费率打一折', '%', 10],
    ['三个点', '%', 3],
    ['15 个基点', '%', 0.15],
    ['三分之一', '%', 33.33],
    ['起购 10,000 元', 'yuan', 10_000],
    ['五十万元', 'yuan', 500_000],
    ['50 万元', 'yuan', 500_000],
    ['1.2 亿元', 'yuan', 120_000_000],
    ['¥300', 'yuan', 300],
    ['三个工作日', 'day', 3],
    ['T+3 到账', 'day', 3],
    ['两周', 'day', 14],
    ['6 个月', 'month', 6],
    ['半年', 'month', 6],
    ['一年半', 'month', 18],
    ['三年期', 'year', 3],
    ['2026-01-01', 'date', '2026-01-01'],
    ['2026年1月1日', 'date', '2026-01-01'],
    ['二〇二六年一月一日', 'date', '2026-01-01'],
    ['2026 年 11 月', 'date', '2026-11'],
    ['11 月 25 日', 'date', '--11-25'],
    ['15:00', 'time', '15:00'],
    ['下午 3 点', 'time', '15:00'],
    ['第二十四条', 'article', 24],
    ['净值 1.0260', 'plain', 1.026],
    ['50 万', 'plain', 500_000],
    ['−8.5%', '%', -8.5],
    ['24 小时', 'hour', 24],
  ];
  for (const [text, unit, value] of cases) {
    it(`reads ${text}`, () => {
      expect(first(text)).toEqual({ unit, value });
    });
  }

  it('gives the first end of a range the unit of the second', () => {
    const [low] = figuresIn('3-5 个工作日');
    expect(low!.readings).toContainEqual({ unit: 'day', value: 3 });
  });

  it('reads long Chinese numbers', () => {
    expect(parseHanNumber('一百二十')).toBe(120);
    expect(parseHanNumber('一万二')).toBe(12_000);
    expect(parseHanNumber('一千零五')).toBe(1005);
    expect(parseHanNumber('一亿二千万')).toBe(120_000_000);
    expect(parseHanNumber('二十四')).toBe(24);
  });
});

const facts: readonly Fact[] = [
  { value: 1.5, unit: '%', label: '管理费（每年）' },
  { value: 10_000, unit: 'yuan', label: '起购金额' },
  { value: 3, unit: 'day', label: '赎回到账' },
  { value: '2026-11-24', unit: 'date', label: '数据日期' },
  { value: -8.25, unit: '%', label: '近一年最大回撤' },
  { value: 7, unit: 'count', label: '产品数' },
];
const passages = [
  {
    id: 'p1',
    title: '示例办法',
    article: '第二十四条',
    text: '应当在十五个工作日内答复，罚款五十万元以下。咨询电话 400-800-1234。',
    effective: '2026-02-01',
  },
];

const strange = (text: string, said: readonly string[] = []): readonly string[] =>
  ungroundedFigures(normalize(text).text, groundsOf(facts, passages, said)).map((f) => f.text);

describe('ungroundedFigures', () => {
  const honest = [
    '管理费每年 1.5%。',
    '管理费是百分之一点五。',
    '起购金额 1 万元，也就是 10,000 元。',
    '赎回后三个工作日到账，也写作 T+3。',
    '截至 2026-11-24，也就是 11 月 24 日。',
    '近一年最大回撤 −8.25%。',
    '近一年最多跌过 8.25%。',
    '您有两件事要做：第一，看风险；第二，看期限。',
    '说明三点：\n1. 费用\n2. 期限\n3、风险',
    '可以找一位顾问，比较这两款产品[1]。',
    '依据第二十四条，15 个工作日内答复[1]。',
    '这只 R2 产品适合 C2 及以上，代码 QY1001。',
    '它跟踪沪深 300 指数。',
    '怀疑被骗请拨打 110 或 96110。',
    '自 2026 年 2 月起施行。',
    '罚款 50 万元以下。',
    '一共 7 款产品。',
    '咨询电话 400-800-1234。',
    '万一亏损，一定要想清楚，千万别借钱投资。',
    '没有 100% 安全的投资。',
    '七日年化收益率每天变化。',
    '同一天内只确认一次。',
  ];
  for (const text of honest) {
    it(`lets pass: ${text.replaceAll('\n', ' ')}`, () => {
      expect(strange(text)).toEqual([]);
    });
  }

  const invented: readonly (readonly [string, readonly string[]])[] = [
    ['管理费 1.2%', ['1.2%']],
    ['管理费 1.5 元', ['1.5 元']],
    ['管理费 15%', ['15%']],
    ['管理费 2%', ['2%']],
    ['年化百分之六', ['百分之六']],
    ['起购五千元', ['五千元']],
    ['最快两个工作日到账', ['两个工作日']],
    ['T+1 到账', ['t+1']],
    ['截至 2026-11-25', ['2026-11-25']],
    ['12 月 24 日', ['12 月 24 日']],
    ['依据第二十五条', ['第二十五条']],
    ['近一年涨了 8.25%', ['8.25%']],
    ['一成仓位', ['一成']],
    ['锁定一年', []],
    ['锁定两年', ['两年']],
    ['涨了三倍', ['三倍']],
    ['八成客户选择它', ['八成']],
    ['3-5 个工作日', ['5 个工作日']],
    ['净值 1.034', ['1.034']],
    ['收益x20%', ['20%']],
    ['占了一半', ['一半']],
    ['下午 3 点前', ['下午 3 点']],
    ['第七天到账', ['七天']],
    ['规模 20 亿', ['20 亿']],
    ['持有人 30 万户', ['30 万户']],
  ];
  for (const [text, expected] of invented) {
    it(`stops: ${text}`, () => {
      expect(strange(text)).toEqual(expected);
    });
  }

  it('lets the customer’s own figures be repeated', () => {
    expect(strange('您说的 20 万元', ['我有20万'])).toEqual([]);
    expect(strange('您说的 30 万元', ['我有20万'])).toEqual(['30 万元']);
  });

  it('rounds only figures that keep two decimals', () => {
    const grounds = groundsOf([{ value: 4.4782, unit: '%', label: '' }], []);
    const stray = (text: string) => ungroundedFigures(text, grounds).length;
    expect([stray('4.48%'), stray('4.478%'), stray('4.5%'), stray('4%')]).toEqual([0, 0, 1, 1]);
  });
});
