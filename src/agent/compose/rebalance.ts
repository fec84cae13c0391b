import type { RebalancePlan, Trade } from '../../advice/allocation/rebalance/rebalance.js';
import type { Drift } from '../../advice/allocation/rebalance/drift.js';
import type { Proposed } from '../../advice/matching/proposed.js';
import type { BroadClass } from '../../advice/matching/exposure.js';
import { tenths } from '../../advice/matching/plan-facts.js';
import type { ToolResult, TurnContext } from '../../conversation/agent.js';
import type { Fact } from '../../terms/fact.js';
import type { Passage } from '../../terms/passage.js';
import type { Product } from '../../terms/product.js';
import type { Suggestion } from '../../terms/statement.js';
import { exactYuan, percent, spaced } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { lawOf } from './law.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import type { Say } from './proposal.js';
import { BROAD_WORDS, withheldParagraph } from './proposal.js';
import { CALL_A_PERSON } from './social.js';

/** 持仓和等级的比例: how far what is held has moved, and what an advisor would look at; never an order. */

type Withheld = Extract<Proposed, { kind: 'withheld' }>;

const CALL_BACK: Suggestion = { label: '预约回电', say: '请顾问给我回电' };

export function rebalanceParagraph(
  wordings: Wordings,
  { seed, customer }: TurnContext,
  { rebalance, proposal, products, facts, passages, tooMuchInOne = [] }: ToolResult,
): Paragraph {
  const say: Say = (id, values = {}, part = {}) => worded(wordings, id, values, seed, part);
  if (customer === null) return say('own_account', {}, { suggestions: [CALL_A_PERSON] });
  if (proposal?.kind === 'withheld') return uncompared(say, proposal, passages);
  if (!rebalance) return say('own_none', {}, { suggestions: [CALL_A_PERSON] });
  const told = join([
    say('rebalance_drifts', { lines: rebalance.drifts.filter(isThere).map(driftLine).join('\n') }),
    ...verdict(say, rebalance, products),
    ...tooMuchInOne
      .slice(0, 1)
      .map(({ name, share }) =>
        say('own_concentrated', { name: spaced(name), share: percent(share) }),
      ),
    say('rebalance_next', {}, { suggestions: [CALL_BACK] }),
  ]);
  return { ...told, facts: [...told.facts, ...facts] };
}

const TAKE: Suggestion = { label: '做风险测评', say: '我要做风险测评' };
const FOR_A_TEST = ['never_assessed', 'assessment_expired', 'assessment_invalid'];

function uncompared(say: Say, proposal: Withheld, passages: readonly Passage[]): Paragraph {
  const { because } = proposal;
  const values = { law: lawOf(passages) };
  if (FOR_A_TEST.includes(because)) {
    return say('rebalance_assess', values, { passages, suggestions: [TAKE] });
  }
  return because === 'opted_out'
    ? say('proposal_opted_out_why', values, { passages })
    : withheldParagraph(say, proposal, passages);
}

/** A class that is neither held nor aimed at is not spoken of. */
const isThere = ({ weight, target }: Drift): boolean => weight > 0 || target > 0;

function driftLine({ bucket, weight, target, isOutside }: Drift): string {
  const name = BROAD_WORDS[bucket as BroadClass];
  const side = weight > target ? '偏多' : '偏少';
  const found = isOutside ? side : '差得不远';
  return `- ${name}：现在约 ${tenths(weight)}%，等级对应约 ${tenths(target)}%，${found}`;
}

function verdict(
  say: Say,
  { isNeeded, trades, cost, stillOutside }: RebalancePlan,
  products: readonly Product[],
): readonly Paragraph[] {
  if (!isNeeded) return [say('rebalance_within')];
  if (trades.length === 0) return [say('rebalance_stuck')];
  const lines = trades.map((trade) => tradeLine(trade, products)).join('\n');
  const facts = trades.map(({ amount }): Fact => ({
    value: hundreds(amount),
    unit: 'yuan',
    label: '可能的调整金额，约数',
  }));
  return [
    say('rebalance_trades', { lines, cost: exactYuan(Math.round(cost * 100) / 100) }, { facts }),
    ...(stillOutside.length > 0 ? [say('rebalance_partly')] : []),
  ];
}

/** What an advisor may still change is not told to the cent. */
const hundreds = (yuan: number): number => Math.round(yuan / 100) * 100;

function tradeLine({ code, side, amount, fee }: Trade, products: readonly Product[]): string {
  const name = spaced(products.find((one) => one.code === code)?.name ?? code).trim();
  const move = side === 'sell' ? '减少' : '增加';
  const cost = fee > 0 ? `费用约 ${exactYuan(fee)}` : '不收费用';
  return `- ${name}：${move}约 ${exactYuan(hundreds(amount))}，${cost}`;
}
