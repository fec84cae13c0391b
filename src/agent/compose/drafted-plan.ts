import type { ToolResult, TurnContext } from '../../conversation/agent.js';
import { earlierThan } from '../../conversation/proposal/live.js';
import type { Proposal } from '../../conversation/proposal/record.js';
import type { Fact } from '../../terms/fact.js';
import type { Plan } from '../../terms/plan.js';
import { yuan } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { outlookParagraphs } from './goal.js';
import { leftOut } from './left-out.js';
import type { Paragraph } from './paragraph.js';
import { join, worded } from './paragraph.js';
import type { Say } from './proposal.js';
import {
  CALL_BACK,
  cautionsParagraph,
  lossParagraph,
  mixWords,
  productsParagraph,
  withheldParagraph,
} from './proposal.js';
import { planStatus } from './plan-status.js';
import { dayOf } from './reviewed-plan.js';

/** 方案草稿 in words, or what stands in its way; never a product's purchase, which nobody has approved. */
export function proposalParagraph(
  wordings: Wordings,
  context: TurnContext,
  { proposal, passages }: ToolResult,
): Paragraph {
  const { seed, assessing, live = [] } = context;
  const say: Say = (id, values = {}, part = {}) => worded(wordings, id, values, seed, part);
  if (!proposal) return say('proposal_visitor');
  if (proposal.kind === 'withheld') return withheldParagraph(say, proposal, passages);
  const { standing, outdated } = earlierThan(live, proposal.plan);
  // What was signed already is shown as it was signed.
  if (standing && standing.state.stage !== 'drafted') return planStatus(wordings, context);
  const plan = standing?.state.plan ?? proposal.plan;
  return drafted(say, plan, { forElder: isElder(assessing), waiting: standing, outdated });
}

/** From this age on a plan is gone through slowly (art. 18 of Order 7's rows; domain table, row 18). */
const ELDER = 65;
const ELDER_AGE: Fact = { value: ELDER, unit: 'year', label: '规则里的年龄' };
const isElder = (assessing: TurnContext['assessing']): boolean => (assessing?.age ?? 0) >= ELDER;

function drafted(say: Say, plan: Plan, { forElder, waiting, outdated }: Circumstances): Paragraph {
  const whole = join([
    ...supersedes(say, outdated),
    headOf(say, plan, waiting),
    ...(plan.products.length > 0 ? placedParagraphs(say, plan) : []),
    ...leftOut(say, plan.excluded),
    ...cautionsParagraph(say, plan),
    ...(forElder ? [say('proposal_elder', {}, { facts: [ELDER_AGE] })] : []),
    say('proposal_next', {}, { suggestions: [CALL_BACK] }),
  ]);
  // The card of a draft is what puts it on record as a proposal, with the reply that shows it.
  return {
    ...whole,
    facts: [...whole.facts, ...plan.facts],
    cards: [{ kind: 'plan', plan, review: null }],
  };
}

function placedParagraphs(say: Say, plan: Plan): readonly Paragraph[] {
  const { outlook, levers = null } = plan;
  return [
    lossParagraph(say, plan),
    ...(outlook ? outlookParagraphs(say, outlook, levers, plan.facts) : []),
    ...(asksTarget(plan) ? [say('proposal_ask_target')] : []),
    productsParagraph(say, plan),
  ];
}

interface Circumstances {
  readonly forElder: boolean;
  /** On record already, and shown again. */
  readonly waiting: Proposal | null;
  readonly outdated: readonly Proposal[];
}

function headOf(say: Say, plan: Plan, waiting: Proposal | null): Paragraph {
  const { need, riskClass } = plan;
  const values = { sum: yuan(need.amount), class: `C${riskClass}`, mix: mixWords(plan) };
  const { sum, class: own } = values;
  if (!waiting && plan.products.length === 0)
    return say('proposal_draft_empty', { sum, class: own });
  if (!waiting) return say('proposal_draft', values);
  const day = dayOf(waiting.row.drafted_at, '起草的日子');
  const until = dayOf(waiting.state.expires, '草稿有效期');
  const facts = [day.fact, until.fact];
  return say('proposal_draft_waits', { ...values, day: day.text, until: until.text }, { facts });
}

/** Each that ends is named, by its day and sum. */
function supersedes(say: Say, outdated: readonly Proposal[]): readonly Paragraph[] {
  if (outdated.length === 0) return [];
  const days = outdated.map(({ row }) => dayOf(row.drafted_at, '起草的日子'));
  const sums = outdated.map(({ state }) => state.plan.need.amount);
  const plans = days.map(({ text }, at) => `${text}起草的那份（${yuan(sums[at]!)}）`);
  const facts = [
    ...days.map(({ fact }) => fact),
    ...sums.map((value): Fact => ({ value, unit: 'yuan', label: '方案的金额' })),
  ];
  return [say('proposal_supersedes', { plans: plans.join('和') }, { facts })];
}

const asksTarget = ({ need }: Plan): boolean => need.months !== null && need.target === null;
