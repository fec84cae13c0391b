import type { z } from 'zod';
import { withheldFrom } from '../../advice/matching/standing.js';
import type { GateRules } from '../../agent/tools/gate.js';
import type { Asking, Planning } from '../../agent/tools/planning.js';
import { askingFor, planTaskOf } from '../../agent/tools/planning.js';
import type { ProposalState } from '../../conversation/proposal/evolve.js';
import { findCustomer } from '../../profiles/kyc.js';
import { readPortfolio } from '../../profiles/portfolio.js';
import type { Store } from '../../store/store.js';
import { customerId } from '../../terms/ids.js';
import type { Plan } from '../../terms/plan.js';
import { effectiveRiskLevel, isOnSale } from '../../terms/product.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import type { Since } from './shapes.js';

export interface SinceDeps extends GateRules {
  readonly store: Store;
  readonly planning: Pick<Planning, 'draft'>;
  readonly now: () => Instant;
}

type Changes = z.input<typeof Since>;
type Change = Changes['changes'][number];

/** 起草后有变化: customer, holdings, shelf and assumptions of today beside those of the draft. */
export async function changesSince(
  deps: SinceDeps,
  { customer: id, plan }: Pick<ProposalState, 'customer' | 'plan'>,
): Promise<Changes> {
  const { store } = deps;
  const today = toLocalDate(deps.now());
  const bound = { customer: customerId(id), today };
  const [profile, asking, { trades }] = await Promise.all([
    findCustomer(store, id),
    askingFor(store, bound, plan.need),
    readPortfolio(store, bound.customer),
  ]);
  const again = asking && (await redraft(deps, asking, plan, today));
  const traded = trades.filter(({ day }) => day > plan.asOf).length;
  return {
    checked: [
      'class',
      'assessment',
      'holdings',
      'shelf',
      ...(again ? (['assumptions', 'rules'] as const) : []),
    ],
    changes: [
      ...classChanges(plan, profile?.tolerance ?? null),
      ...(profile?.assessedOn && profile.assessedOn > plan.asOf
        ? [{ of: 'assessment', words: `客户 ${profile.assessedOn} 重新做了测评` } as const]
        : []),
      ...(traded > 0 ? [{ of: 'holdings', words: `客户有 ${traded} 笔新的交易` } as const] : []),
      ...shelfChanges(plan, asking, today),
      ...(again ? versionChanges(plan, again) : []),
    ],
    redrafted: again ? (isSame(plan, again) ? 'same' : 'other') : 'none',
  };
}

/** Null: no plan would be drafted for this customer today. */
async function redraft(
  { planning, operator, house }: SinceDeps,
  asking: Asking,
  { need }: Plan,
  today: LocalDate,
): Promise<Plan | null> {
  if (withheldFrom(asking.customer, need, today)) return null;
  const task = planTaskOf({ operator, house }, { today }, asking, need);
  return (await planning.draft(task)).plan;
}

function classChanges({ riskClass }: Plan, now: number | null): readonly Change[] {
  if (now === riskClass) return [];
  return [
    {
      of: 'class',
      words: now === null ? '客户现在没有等级' : `客户等级由 C${riskClass} 变为 C${now}`,
    },
  ];
}

const shelfChanges = (
  { products }: Plan,
  asking: Asking | null,
  today: LocalDate,
): readonly Change[] =>
  products.flatMap(({ code, name, riskLevel }): readonly Change[] => {
    const product = asking?.shelf.find((one) => one.product.code === code)?.product;
    if (!product || !isOnSale(product, today)) return [{ of: 'shelf', words: `${name}已不在售` }];
    const grade = effectiveRiskLevel(product);
    return grade === riskLevel
      ? []
      : [{ of: 'shelf', words: `${name}等级由 R${riskLevel} 变为 R${grade}` }];
  });

const ASSUMED = ['assumptions', 'policy', 'market'];
const RULES = ['suitability', 'matching'];

function versionChanges(before: Plan, after: Plan): readonly Change[] {
  const moved = (names: readonly string[]): readonly string[] =>
    names.filter((name) => before.versions[name] !== after.versions[name]);
  const worded = (of: Change['of'], names: readonly string[]): readonly Change[] =>
    names.length === 0
      ? []
      : [
          {
            of,
            words: names
              .map((name) => `${before.versions[name]} → ${after.versions[name]}`)
              .join('；'),
          },
        ];
  return [...worded('assumptions', moved(ASSUMED)), ...worded('rules', moved(RULES))];
}

const isSame = (before: Plan, after: Plan): boolean =>
  JSON.stringify(before.products.map(({ code, amount }) => [code, amount])) ===
  JSON.stringify(after.products.map(({ code, amount }) => [code, amount]));
