import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { guard } from '../../src/compliance/guard.js';
import { loadIntents } from '../../src/agent/understand/intents.js';
import { passageId } from '../../src/terms/ids.js';
import { loadWordings } from '../../src/wording/prompts.js';
import { draft } from '../conversation/harness.js';

const REPLIES = 'prompts/replies';
const wordings = loadWordings('prompts');
const paths = readdirSync(REPLIES, { recursive: true, encoding: 'utf8' });
const files = paths
  .filter((path) => path.endsWith('.md'))
  .map((path) => {
    const file = basename(path);
    const [, front = '', body = ''] = readFileSync(join(REPLIES, path), 'utf8').split(/^---\n/m);
    const { id, variables = [] } = parse(front) as { id: string; variables?: string[] };
    return { file, id, variables, body };
  });

/** What each variable may plausibly hold; a new one must be added here. */
const VALUES: Readonly<Record<string, string>> = {
  when: '今年',
  between: '，区间 80.1% 至 83.6%',
  finding: '它保的和您想要的对不上',
  what: '买入「安禾」',
  out: '，没有赎回',
  counts: '买入 **4 笔**、8,000.00 元',
  leave: '能赎，不收赎回费，确认后 3 个工作日内到账',
  id: 'T1a2b3c4d5e6f',
  hail: '林女士，您好',
  window: '（2008 年 1 月至 2026 年 7 月）',
  middle: '378,000 元',
  poor: '341,000 元',
  risky: '约 60%（150,000 元）：屿享·安禾 30 天持有（R2）',
  whole: '6.2%',
  term: '5 年',
  volatility: '8.4%',
  rest: '其余的主要不投股票，受的影响小些。',
  counted: '您名下现在能赎回的有 **3 只**',
  lead: '两个数都对：',
  still: '账面上还比买入时多 1,182.89 元',
  a: '青屿安鑫纯债债券 A（R2）',
  c: '青屿安鑫纯债债券 C（R2）',
  wider: '混合基金',
  why: '海外科技股跌得多。',
  where: '保险合同',
  matter: '投诉',
  words: '销售时没有说清楚封闭期，多收的费用原路退回。',
  due: '12 月 25 日（周五）',
  outcome: '投诉成立',
  told: '68 岁、已经退休',
  reasons: '净值会起伏的类别最多放 40%；五年后要用的钱要留在波动小的地方',
  accepted: '11 月 27 日（周五）',
  advisor: '周谨言',
  amount: '5,000 元',
  over: '已经超过您测评的等级，我们不会再介绍它。',
  left: '9 天',
  fall: '6.1%',
  before: 'R2',
  after: 'R3',
  day: '11 月 26 日（周四）',
  goal: '教育',
  reason: '离用钱还有五年，定期存款到期后要再找地方放，先少放一些。',
  age: '65 岁',
  assessed: '2026-03-01',
  arrival: '12 月 3 日（周四）',
  needed: '12 月 9 日（周三）',
  article: '第二十四条',
  basis: '按 11 月 27 日（周五）受理',
  complex: '2026-12-25',
  confirmed: '11 月 30 日（周一）',
  cut_off: '15:00',
  decision: '2026-12-10',
  expired: '2026 年 9 月 22 日',
  first: '大概有多少钱？',
  from: 'C2',
  help: '按周岁算就行。',
  holiday: '国庆节',
  known: '按 12 月 31 日（周四）受理。',
  law: '\n\n规则见《个人信息保护法》第二十四条 [1]。',
  last: '12 月 4 日（周五）',
  heard: '30 万元，3 年',
  changes: '金额改成「30 万元」，多久要用改成「3 年」',
  now: '现金类约 40%，债券类约 60%',
  bound: '按我们的规则，R2 的产品单只最多放到 40%，这份没有超过。',
  right: '删除个人信息',
  second: '这笔钱多久之后要用？',
  time: '11 月 26 日（周四）09:00–11:30',
  times: '11 月 26 日（周四）09:00–11:30，11 月 27 日（周五）09:00–11:30',
  as_of: '2026 年 11 月 25 日',
  assistant: '小屿',
  average: '2.43',
  availability: '人工服务时间是工作日 9:00–11:30，13:00–18:00。',
  cautions: '这笔钱随时可能要用，所以排得比您的风险等级更稳',
  class: 'C3',
  code: 'QY0021',
  cost: '420,000.00 元',
  count: '14',
  description: '主要投资国债和高等级信用债的纯债基金，不买股票。',
  difference: '风险等级不同，安鑫纯债 R2，优质治理 R4；赎回到账都是 3 个工作日。',
  files: '图片',
  filter: 'R2 的理财产品',
  whose: '您名下 4 只合起来',
  gain: '账面亏损 **2,564.31 元**（−5.13%）',
  grade: 'R2',
  institution: '青屿财富',
  levels: 'R1 到 R3',
  left_today: '1',
  left_year: '7',
  kind: '股票类',
  limit: '10%',
  limits: '您的 C3 等级和您说的最多亏 10%',
  lower: '2',
  mix: '现金类约 13%，债券类约 66%，股票类约 21%',
  of: '100',
  plans: '“买房”那笔钱（50 万元）',
  bold: '25%',
  calm: '75%',
  place: '您排在第 2 位，大约等 3 分钟。',
  often: '4',
  saving: '1,400 元',
  sum: '30 万元',
  insured: '50 万元',
  target: '40 万元',
  total: '271 元',
  tried: '每月存 1,000 元、放 7 年',
  yuan: '26,600 元',
  line: '屿享·权益进取理财 2 号（R5）：市值 74,899.76 元，亏损 25,100.24 元（−25.10%）',
  lines: '- 管理费：每年 0.30%',
  meaning: '您能承受一定的波动和亏损。',
  months: '12 个月',
  most: '2',
  way: '跌',
  change: '少 3,500.00 元',
  rise: '32.86%',
  gap: '11,500.00 元',
  also: '；同一级的还有临溪沪深 300 指数 A（R4）',
  name: '青屿安鑫纯债债券 A ',
  measure: '夏普比率',
  groups: '风险等级高过您能承受的 7 只，例如临溪沪深 300 指数 A',
  has: 'A',
  other: 'C',
  loss: '利率上行时净值会下跌，不保本。',
  named: '青屿安鑫纯债债券 A（R2）',
  names: '安鑫纯债和优质治理',
  hhi: '0.452',
  next: '2026 年 11 月 27 日',
  number: '3',
  on: '2025 年 9 月 22 日',
  options: '安鑫纯债 A，还是安鑫纯债 C',
  period: '今年（2025 年 12 月 31 日至 2026 年 11 月 25 日）',
  rate: '−3.20%',
  question: '这些收入稳定吗？',
  questions: '第 6 题和第 7 题',
  rule: '受理后 1 个交易日确认',
  salutation: '陈女士',
  share: '35.78%',
  high: '36.1%',
  low: '35.4%',
  slot: '11 月 26 日（周四）09:00–11:30',
  state: '暂停申购',
  step: '拨打 110 报警。',
  steps: '1. 挂断，不回复，一分钱也不再转。',
  terms: '；确认后 3 个工作日内到账',
  text: '持有不满 7 日收 1.50%，以产品的费率表为准。',
  value: '376,369.24 元',
  verdict: '按您说的时间，C 类费用少：C 类约 0.05%，A 类约 0.30%。',
  title: '个人信息保护法',
  tolerance: 'C3',
  to: 'C4',
  they: '她',
  until: '2027 年 11 月 25 日',
  who: '您母亲',
  year: '2027 年',
};

const source = {
  kind: 'faq' as const,
  source: null,
  passage: passageId('p#1'),
  title: '个人信息保护法',
  accepted: '11 月 27 日（周五）',
  arrival: '12 月 3 日（周四）',
  article: '第二十四条',
  basis: '按 11 月 27 日（周五）受理',
  issuer: '青屿财富',
  effective: null,
  expires: null,
  text: Object.values(VALUES).join('\n'),
};

/** What is drafted for an advisor is held to what an advisor may say. */
function findingsOf(text: string, id: string) {
  const said = { ...draft(text), citations: text.includes('[1]') ? [source] : [] };
  const context = {
    speaker: id.endsWith('.advisor') ? ('advisor' as const) : ('bot' as const),
    facts: [],
    passages: [],
    said: Object.values(VALUES),
    allowedHosts: [],
  };
  return guard(said, context, '小屿 · AI 生成').findings;
}

describe('the reply templates', () => {
  it.each(files.map(({ file, id }) => [file, id]))(
    '%s passes the guard in every variant',
    (_, id) => {
      const wording = wordings.get(id);
      for (let variant = 0; variant < wording.variants; variant += 1) {
        const text = wording.render(VALUES, variant);
        expect([text, findingsOf(text, id)]).toEqual([text, []]);
      }
    },
  );

  it('are named after their file and use what they declare', () => {
    for (const { file, id, variables, body } of files) {
      expect(file).toBe(`${id}.md`);
      expect([id, variables.filter((name) => !body.includes(`{{${name}}}`))]).toEqual([id, []]);
    }
  });

  it('keep the house’s voice: 您 and 我, no exclamation, no chatter', () => {
    for (const { id, body } of files) {
      expect([id, /[！!]|亲|哦|呢|你(?!们)|\p{Extended_Pictographic}/u.exec(body)?.[0]]).toEqual([
        id,
        undefined,
      ]);
    }
  });

  it('exist for every refusal, emergency and social act an intent can lead to', () => {
    for (const { command, ...intent } of loadIntents('knowledge/intents').intents.values()) {
      if (!['refuse', 'emergency', 'social'].includes(command)) continue;
      const { subject } = intent as unknown as { subject: string };
      expect(() => wordings.get(`${command}_${subject}`)).not.toThrow();
    }
  });

  it('point to help that exists in an emergency', () => {
    expect(wordings.get('emergency_fraud').render()).toMatch(/110/);
    expect(wordings.get('emergency_self_harm').render()).toMatch(/12356.*110.*120/s);
  });
});
