import type { FlowName, SlotValues } from '../../terms/command.js';
import type { Fact } from '../../terms/fact.js';
import type { Json, JsonObject } from '../../terms/json.js';
import { yuan } from '../../wording/figures.js';
import { isAtAnyTime } from './need.js';

/** What customers told us for the slots of a flow, said back to them in plain words. */

const LABELS: Readonly<Record<string, string>> = {
  goal: '用途',
  amount: '金额',
  saving: '定期存入',
  target: '想攒到',
  horizon: '多久要用',
  liquidity: '中间要不要用',
  withdrawal: '中间要取',
  loss_limit: '能接受的亏损',
  priority: '更看重',
  matter: '什么事',
  wish: '希望怎么解决',
  right: '请求',
  time: '时间',
};

export const slotLabel = (_flow: FlowName, slot: string): string => LABELS[slot] ?? slot;

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  goal: {
    emergency_fund: '备用和应急',
    short_spending: '近期要花的钱',
    home: '买房',
    education: '教育',
    retirement: '养老',
    preserve: '保值，跟上物价',
    growth: '增值',
    income: '定期拿一笔现金',
    protection: '保障',
    inheritance: '传承给家人',
    business: '企业和税务安排',
  },
  liquidity: { anytime: '随时可能要用', dated: '到时候才用', none: '不急用' },
  priority: { growth: '能接受波动', safety: '少亏一点' },
  right: {
    access: '查看我们存了您哪些资料',
    correct: '改正资料',
    delete: '删除个人信息',
    stop_marketing: '停止营销电话和短信',
    resume_marketing: '恢复营销电话和短信',
    opt_out: '关闭个性化推荐',
    opt_in: '打开个性化推荐',
    withdraw_consent: '撤回之前给的同意',
    explain: '了解某个结果是怎么来的',
    tags: '查看或删除我们为您记下的标签',
  },
};

/** A line that was taken off is said to be empty. */
const NOTHING: Readonly<Record<string, string>> = { saving: '没有', withdrawal: '不取' };

const ONE_SUM = ['amount', 'target'];
const REGULAR_SUMS = ['saving', 'withdrawal'];

/** A value in words; null, what the customer could not say, is 还没想好. */
export function slotText(_flow: FlowName, slot: string, value: Json): string {
  if (value === null) return NOTHING[slot] ?? '还没想好';
  if (typeof value === 'string') return WORDS[slot]?.[value] ?? value;
  if (Array.isArray(value)) {
    return value.map((one) => slotText(_flow, slot, one as Json)).join('、');
  }
  if (typeof value !== 'object') return String(value);
  const parts = value as JsonObject;
  if (ONE_SUM.includes(slot)) return moneyText(parts);
  if (REGULAR_SUMS.includes(slot)) {
    return `每${parts['every'] === 'month' ? '月' : '年'} ${moneyText(parts)}`;
  }
  if (slot === 'horizon') return horizonText(parts);
  if (slot === 'loss_limit') return lossText(parts);
  return String(parts['label'] ?? '');
}

/** 「大概三十万」 is heard as 30 万元左右, not as the range it is kept as. */
function moneyText({ from, to }: JsonObject): string {
  const [low, high] = [Number(from), Number(to)];
  if (low === high) return yuan(low);
  const middle = (low + high) / 2;
  const isAround = high - low <= AROUND * middle && middle % 1_000 === 0;
  return isAround ? `${yuan(middle)}左右` : `${yuan(low)}到 ${yuan(high)}`;
}

/** The widest range, as a share of its middle, that is still one sum said loosely. */
const AROUND = 0.25;

const YEAR = 12;

function horizonText(parts: JsonObject): string {
  const { from, to } = parts;
  const [low, high] = [Number(from), Number(to)];
  if (isAtAnyTime(parts)) return '随时';
  if (spanText(low) === spanText(high)) return spanText(low);
  const middle = (low + high) / 2;
  if (high - low <= AROUND * middle && isRound(middle)) return `${spanText(middle)}左右`;
  return `${spanText(low)}到 ${spanText(high)}`;
}

const isRound = (months: number): boolean =>
  months < 1 ? isInWeeks(months) : months % (months < YEAR ? 1 : YEAR) === 0;

function spanText(months: number): string {
  if (months >= YEAR && Number.isInteger((months / YEAR) * 2)) return `${months / YEAR} 年`;
  if (months >= 1) return `${Math.round(months * 2) / 2} 个月`;
  const days = daysIn(months);
  return days % 7 === 0 ? `${days / 7} 周` : `${days} 天`;
}

/** 「三周」 is kept as three quarters of a month. */
const isInWeeks = (months: number): boolean => Math.abs(months * 4 - Math.round(months * 4)) < 0.1;

const daysIn = (months: number): number =>
  isInWeeks(months) ? Math.round(months * 4) * 7 : Math.round(months * 30);

function lossText({ percent: share, yuan: sum }: JsonObject): string {
  if (share === 0 || sum === 0) return '不能接受亏损';
  return typeof share === 'number' ? `最多亏 ${share}%` : `最多亏 ${yuan(Number(sum))}`;
}

/** The figures in them: the customer's own, which a reply may repeat. */
export const factsOfSlots = (values: SlotValues): readonly Fact[] =>
  Object.entries(values).flatMap(([slot, value]) =>
    typeof value === 'object' && value !== null ? factsOf(slot, value as JsonObject) : [],
  );

function factsOf(slot: string, parts: JsonObject): readonly Fact[] {
  const label = LABELS[slot] ?? slot;
  const ends = [Number(parts['from']), Number(parts['to'])];
  if ([...ONE_SUM, ...REGULAR_SUMS].includes(slot)) {
    return withMiddle(ends).map((value) => ({ value, unit: 'yuan', label }));
  }
  if (slot === 'horizon') return withMiddle(ends).flatMap((months) => monthFacts(months, label));
  if (slot === 'loss_limit') return lossFacts(parts, label);
  if (slot === 'time') return [{ value: String(parts['id']).slice(0, 10), unit: 'date', label }];
  return [];
}

/** What is said loosely is heard as its middle. */
const withMiddle = ([low = 0, high = 0]: readonly number[]): readonly number[] => [
  ...new Set([low, high, (low + high) / 2]),
];

const monthFacts = (months: number, label: string): readonly Fact[] => [
  { value: Math.round(months), unit: 'month', label },
  { value: Math.round(months * 2) / 2, unit: 'month', label },
  { value: months / YEAR, unit: 'year', label },
  ...(months < 1 ? [{ value: daysIn(months), unit: 'day', label } as const] : []),
];

function lossFacts({ percent: share, yuan: sum }: JsonObject, label: string): readonly Fact[] {
  if (typeof share === 'number') return [{ value: share, unit: '%', label }];
  return typeof sum === 'number' ? [{ value: sum, unit: 'yuan', label }] : [];
}
