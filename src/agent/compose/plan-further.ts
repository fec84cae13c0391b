import { BROAD_CLASSES } from '../../advice/matching/exposure.js';
import type { BroadClass } from '../../advice/matching/exposure.js';
import { tenths } from '../../advice/matching/plan-facts.js';
import { spokenShare } from '../../language/spoken-share.js';
import type { Fact } from '../../terms/fact.js';
import type { Plan, PlannedProduct } from '../../terms/plan.js';
import { exactYuan, fullDay, percent, monthInChat, spaced } from '../../wording/figures.js';
import type { Paragraph } from './paragraph.js';
import { join } from './paragraph.js';
import { mayLoseOf } from './plan-principal.js';
import type { Say } from './proposal.js';
import { BROAD_WORDS, lossParagraph, shareOf } from './proposal.js';

/** 方案经得起什么、各管什么: what falls did and would do to it, and what its parts are there for. */

/** 「股票跌三成会怎样」: the named fall by the plan's own share, what the past held, and the loss by grade. */
export function stressParagraph(say: Say, plan: Plan, words: string): Paragraph {
  return join([
    ...supposedFall(say, plan, words),
    ...pastFall(say, plan),
    lossParagraph(say, plan),
  ]);
}

const HALVED = 0.5;
const FALLS = /股|大盘|权益|指数|市场|行情/;

function supposedFall(say: Say, plan: Plan, words: string): readonly Paragraph[] {
  const equity = shareOf(plan, 'equity');
  if (!FALLS.test(words)) return [];
  if (equity === 0) return [say('plan_stress_none')];
  const fall = /腰斩|对折/.test(words) ? HALVED : spokenShare(words);
  if (fall === null || fall > 0.9) return [];
  const whole = (equity / 100) * fall;
  const sum = Math.round(whole * plan.need.amount);
  const facts: readonly Fact[] = [
    share(equity, '方案里的股票类'),
    share(tenths(fall), '假设股票类跌去的'),
    share(tenths(whole), '假设下整体少去的'),
    { value: sum, unit: 'yuan', label: '假设下整体少去的' },
  ];
  const values = {
    share: `${equity}%`,
    fall: `${tenths(fall)}%`,
    whole: `${tenths(whole)}%`,
    sum: exactYuan(sum),
  };
  return [say('plan_stress', values, { facts })];
}

const share = (value: number, label: string): Fact => ({ value, unit: '%', label });

export function pastFall(say: Say, { past }: Plan): readonly Paragraph[] {
  if (!past) return [];
  const { from, to, own } = past;
  const values = { from: monthInChat(from), to: monthInChat(to), loss: percent(own.maxDrawdown) };
  const loss = Math.round(own.maxDrawdown * 1e4) / 100;
  return [say('plan_past_fall', values, { facts: [share(loss, '过去同样的比例最多跌过')] })];
}

/** 「波动率多少」 「最大回撤呢」. */
export function volatileParagraph(say: Say, plan: Plan): Paragraph {
  const value = tenths(plan.risk.volatility);
  const facts = [share(value, '每年大致的波动幅度（本机构估算）')];
  return join([
    say('plan_volatile', { volatility: `${value}%` }, { facts }),
    ...pastFall(say, plan),
  ]);
}

/** 「每块干什么用」: what each class of assets is there for, and which products stand for it. */
export function purposeParagraph(say: Say, plan: Plan): Paragraph {
  const lines = BROAD_CLASSES.filter((broad) => shareOf(plan, broad) > 0).map((broad) => {
    const names = plan.products.filter((one) => broadOf(one) === broad).map(nameOf);
    const held = names.length > 0 ? `，主要是${names.join('、')}` : '，在混合的产品里';
    return `- ${BROAD_WORDS[broad]}（约 ${shareOf(plan, broad)}%${held}）：${PURPOSES[broad]}`;
  });
  const facts = BROAD_CLASSES.map((broad) => share(shareOf(plan, broad), '方案里的比例'));
  return say('plan_purpose', { lines: lines.join('\n') }, { facts });
}

const broadOf = ({ assetClass }: PlannedProduct): string => assetClass;
const nameOf = ({ name }: PlannedProduct): string => spaced(name).trim();

const PURPOSES: Readonly<Record<BroadClass, string>> = {
  cash: '应急和到期要用的钱，涨跌小，收益也低',
  bond: '靠利息慢慢攒，平时起伏不大，碰上利率上升或违约也会跌',
  equity: '时间长了指望它多涨一些，跌起来也最深',
  gold: '跟股票、债券不一起涨跌，用来分散',
};

/** 「会亏的占多少」: deposits and savings bonds on one side, all else on the other. */
export function principalSplit(say: Say, plan: Plan): Paragraph {
  const risky = mayLoseOf(plan);
  const calm = plan.products.filter((one) => !risky.includes(one));
  const part = (products: readonly PlannedProduct[], label: string) => {
    const ratio = tenths(products.reduce((sum, { weight }) => sum + weight, 0));
    const sum = products.reduce((whole, { amount }) => whole + amount, 0);
    return {
      words: `约 ${ratio}%（${exactYuan(sum)}）：${products.map(nameOf).join('、')}`,
      facts: [share(ratio, label), { value: sum, unit: 'yuan', label } satisfies Fact],
    };
  };
  const [a, b] = [part(risky, '不保本的部分'), part(calm, '存款和储蓄国债')];
  if (risky.length === 0 || calm.length === 0) {
    return risky.length === 0 ? lossParagraph(say, plan) : say('plan_all_may_lose');
  }
  const facts = [...a.facts, ...b.facts];
  return say('plan_may_lose_part', { risky: a.words, calm: b.words }, { facts });
}

/** 「这些数怎么来的」. */
export function basisParagraph(say: Say, { dataAsOf, past }: Plan): Paragraph {
  const day = dataAsOf ? `（数据到 ${fullDay(dataAsOf)}）` : '';
  const window = past ? `（${monthInChat(past.from)}至 ${monthInChat(past.to)}）` : '';
  const facts: readonly Fact[] = [
    ...(dataAsOf ? [{ value: dataAsOf, unit: 'date', label: '假设的数据到' } as const] : []),
    ...(past ? [share(Math.round(past.own.maxDrawdown * 1e4) / 100, `${window}最多跌过`)] : []),
  ];
  return say('plan_basis', { day, window }, { facts });
}

/** 「会不会爆雷」: what may go wrong, and how much of it is in one product. */
export function defaultsParagraph(say: Say, plan: Plan): Paragraph {
  const risky = mayLoseOf(plan);
  if (risky.length === 0) return lossParagraph(say, plan);
  const largest = risky.reduce((one, other) => (other.weight > one.weight ? other : one));
  const value = tenths(largest.weight);
  const facts = [share(value, '最大的一只的比例')];
  return say('plan_defaults', { name: nameOf(largest), share: `${value}%` }, { facts });
}

/** 「几年」: how long it was made for. */
export function termParagraph(say: Say, { need: { months } }: Plan): Paragraph {
  if (months === null) return say('plan_term_open');
  const years = months / 12;
  const facts: readonly Fact[] = [
    { value: years, unit: 'year', label: '多久要用' },
    { value: months, unit: 'month', label: '多久要用' },
  ];
  const term = Number.isInteger(years) ? `${years} 年` : `${Math.round(months)} 个月`;
  return say('plan_term', { term }, { facts });
}
