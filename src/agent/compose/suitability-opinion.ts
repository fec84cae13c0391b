import type { Verdict } from '../../advice/suitability/verdict.js';
import type { InsuranceFinding } from '../../advice/suitability/occasion.js';
import type { Gate } from '../../conversation/gate.js';
import type { Fact } from '../../terms/fact.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import type { Suggestion } from '../../terms/statement.js';
import type { LocalDate } from '../../terms/time.js';
import { feeLines } from '../../wording/fee-table.js';
import { spaced } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { lawOf } from './law.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { masterPassage } from './product-source.js';
import { CALL_A_PERSON } from './social.js';
import { declarationNeeded } from './suitability-declaration.js';
import { needMismatch } from './suitability-need.js';

/** 适当性结论 in words: what the gate found for the customer, why, by which article, and what is owed with it. */

/** What an opinion is made from. */
export interface Opinion {
  readonly wordings: Wordings;
  readonly product: Product;
  readonly gate: Gate;
  readonly verdict: Verdict;
  readonly today: LocalDate;
}

export function opinionParagraph(opinion: Opinion): Paragraph {
  const { wordings, product, gate, verdict, today } = opinion;
  return worded(wordings, wordingFor(opinion), valuesOf(opinion), 0, {
    passages: [masterPassage(product, today), ...gate.sources],
    facts: factsOf(opinion),
    suggestions: REASSESSED.includes(verdict.row) ? [ASSESS] : [CALL_A_PERSON],
  });
}

const ASSESS: Suggestion = { label: '做风险测评', say: '我要做风险测评' };
/** Rows that a new assessment answers. */
const REASSESSED = [7, 10];

/** By the row that answered. */
const WORDING_OF: Readonly<Record<number, string>> = {
  2: 'suitability_elsewhere',
  3: 'suitability_identity',
  4: 'suitability_capacity',
  5: 'suitability_not_on_shelf',
  10: 'suitability_invalid',
  11: 'suitability_data_refused',
  14: 'suitability_lowest',
  17: 'suitability_affordability',
  18: 'suitability_elder',
  19: 'suitability_recorded',
  21: 'suitability_declaration',
  27: 'suitability_borrowed',
};

/** A row that chat has no words of its own for goes to a person. */
function wordingFor({ gate: { occasion }, verdict: { row, duties } }: Opinion): string {
  const insisting = occasion.customerInsists ? '_insisting' : '';
  switch (row) {
    case 7:
      return unassessedWording(occasion.customer);
    case 12:
      return occasion.customer.investorClass === 'ordinary'
        ? 'suitability_over'
        : 'suitability_over_professional';
    case 15:
      return `suitability_over_fund${insisting}`;
    case 16:
      return `suitability_need${insisting}`;
    case 20:
      return `suitability_policy${insisting}`;
    case 32:
      return duties.includes('match_opinion') ? 'suitability_matched' : 'suitability_professional';
    default:
      return WORDING_OF[row] ?? 'suitability_person';
  }
}

function unassessedWording({
  tolerance,
  assessedOn,
  materialChange,
}: Gate['occasion']['customer']): string {
  if (!tolerance || !assessedOn) return 'suitability_unassessed';
  return materialChange ? 'suitability_changed' : 'suitability_expired';
}

/** Ages of the rules, which are not the customer's own. */
const AGE_OF: Readonly<Record<number, number>> = { 18: 65, 19: 60 };

function valuesOf(opinion: Opinion): Readonly<Record<string, string>> {
  const { product, gate, verdict } = opinion;
  const { tolerance, assessedOn } = gate.occasion.customer;
  const level = effectiveRiskLevel(product);
  return {
    name: spaced(product.name),
    named: level === null ? spaced(product.name) : `${product.name}（${riskLabel(level)}）`,
    grade: level === null ? '' : riskLabel(level),
    tolerance: `C${tolerance}`,
    assessed: assessedOn ?? '',
    age: `${AGE_OF[verdict.row]} 岁`,
    finding: FINDINGS[gate.occasion.insuranceFinding ?? 'none'],
    lines: found(opinion)?.text ?? dutyLines(opinion),
    loss: product.mainLoss,
    // The first passage is the master's.
    law: lawOf(gate.sources, 1),
  };
}

/** What speaks against it, in figures; null: the row says it all. */
function found({ product, gate, verdict, today }: Opinion) {
  if (verdict.row === 16) return needMismatch(product, gate);
  return verdict.row === 21 ? declarationNeeded(gate, today) : null;
}

const FINDINGS: Readonly<Record<InsuranceFinding, string>> = {
  none: '',
  need_mismatch: '它保的和您想要的对不上',
  cannot_keep_paying:
    '保费要交很多年，您说后面不一定交得上；中途断了，保障可能停，退回来的钱可能少很多',
  duplicate_cover: '您说已经有同类的保障了，重复投保，多交了保费，赔的不见得更多',
};

const KEEP_SOME = '- 手头要留的钱：这笔占您能用的钱不少，请先把几个月的生活费留出来';

/** What is owed beside any opinion (Order 7 art. 31 [T2]): how money is lost, what it costs, as of when. */
function dutyLines({ product, today, verdict }: Opinion): string {
  const fees = feeLines(product, today).map(({ label, value }) => `${label} ${value}`);
  return [
    `- 主要会怎么亏：${product.mainLoss}`,
    ...(verdict.duties.includes('affordability_warning') ? [KEEP_SOME] : []),
    `- 费用：${fees.join('；') || '没有单列的费用，以合同为准'}`,
    `- 资料日期：${product.asOf} [1]`,
  ].join('\n');
}

function factsOf(opinion: Opinion): readonly Fact[] {
  const { product, gate, verdict } = opinion;
  const { assessedOn } = gate.occasion.customer;
  const age = AGE_OF[verdict.row];
  return [
    { value: product.asOf, unit: 'date', label: '资料日期' },
    ...(assessedOn ? [{ value: assessedOn, unit: 'date' as const, label: '测评日期' }] : []),
    ...(age ? [{ value: age, unit: 'year' as const, label: '规则里的年龄' }] : []),
    ...(found(opinion)?.facts ?? []),
  ];
}
