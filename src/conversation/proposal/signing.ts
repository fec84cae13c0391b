import type { HouseThresholds } from '../../advice/suitability/house-thresholds.js';
import { judge } from '../../advice/suitability/judge.js';
import { ruleVersionOf } from '../../advice/suitability/judge.js';
import type { ChannelOperator } from '../../advice/suitability/occasion.js';
import { judgeSigner } from '../../advice/suitability/proposal-signer.js';
import { withheldFrom } from '../../advice/matching/standing.js';
import { daysOf } from '../../advice/matching/task.js';
import { gatedProductOf, investorOf } from '../../profiles/gated.js';
import { findCustomer } from '../../profiles/kyc.js';
import { publicProducts } from '../../profiles/kyp.js';
import { findSignatory } from '../../profiles/signatory.js';
import type { Store } from '../../store/store.js';
import type { Finding } from '../../terms/finding.js';
import type { Plan } from '../../terms/plan.js';
import { isOnSale } from '../../terms/product.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import type { Grounds, ProposalCommand, Refusal, Standing } from './decide.js';
import { decide } from './decide.js';
import { evolve } from './evolve.js';
import type { NoticeDeps } from './notice.js';
import { noticeOf } from './notice.js';
import type { Proposal } from './record.js';
import { furtherWrites, readProposal } from './record.js';

/** 顾问签署: an advisor decides about a draft, judged once more on the customer and the shelf of today. */

export interface SigningDeps extends NoticeDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
  readonly operator: ChannelOperator;
  readonly house: HouseThresholds;
}

/** `plan` of an adjustment: as the limits of a draft let it be (`advice/matching/adjust-plan.ts`). */
export type Signature = { readonly by: string } & (
  | { readonly do: 'approve' }
  | { readonly do: 'adjust'; readonly plan: Plan; readonly reason: string }
  | { readonly do: 'decline'; readonly reason: string }
);

export type Signing =
  | { readonly kind: 'signed'; readonly proposal: Proposal }
  | { readonly kind: 'unknown'; readonly what: 'proposal' | 'employee' | 'customer' }
  /** What the customer would be told does not pass the guard. */
  | { readonly kind: 'unsayable'; readonly findings: readonly Finding[] }
  | ({ readonly kind: 'refused' } & Refusal);

const MAX_RACES = 5;

/** Puts an advisor's decision on record; the customer is told by `telling.ts`. */
export async function sign(deps: SigningDeps, id: string, signature: Signature): Promise<Signing> {
  const { store, origin } = deps;
  for (let race = 0; race < MAX_RACES; race += 1) {
    const proposal = await readProposal(store, id);
    if (!proposal) return { kind: 'unknown', what: 'proposal' };
    const at = deps.now();
    const grounds = await groundsOf(deps, proposal, signature, at);
    if (typeof grounds === 'string') return { kind: 'unknown', what: grounds };
    const decision = decide(proposal.state, commandOf(signature, grounds), at);
    if (decision.kind === 'refused') return decision;
    const state = evolve(proposal.state, decision.event);
    const notice = noticeOf(deps, { id, state, signedAt: at });
    if (notice.verdict !== 'pass') return { kind: 'unsayable', findings: notice.findings };
    const by = { actor: 'advisor', at } as const;
    const commit = await store.commit(furtherWrites(store, origin, proposal, [decision.event], by));
    if (commit.kind === 'committed') {
      return { kind: 'signed', proposal: (await readProposal(store, id)) ?? proposal };
    }
  }
  throw new Error(`proposal ${id} keeps moving`);
}

function commandOf(signature: Signature, grounds: Grounds): ProposalCommand {
  switch (signature.do) {
    case 'approve':
      return { do: 'approve', grounds };
    case 'adjust':
      return { do: 'adjust', grounds, plan: signature.plan, reason: signature.reason };
    case 'decline':
      return { do: 'decline', grounds, reason: signature.reason };
  }
}

/** What the signature stands on; the name of what there is none of. */
async function groundsOf(
  { store, operator, house }: SigningDeps,
  { state }: Proposal,
  signature: Signature,
  at: Instant,
): Promise<Grounds | 'employee' | 'customer'> {
  const plan = signature.do === 'adjust' ? signature.plan : state.plan;
  const [signer, profile, shelf] = await Promise.all([
    findSignatory(store, signature.by),
    findCustomer(store, state.customer),
    publicProducts(store),
  ]);
  if (!signer) return 'employee';
  if (!profile) return 'customer';
  const today = toLocalDate(at);
  const customer = investorOf(profile, today);
  const known = plan.products.map((planned) => ({
    planned,
    product: shelf.find(({ code }) => code === planned.code) ?? null,
  }));
  const occasion = {
    today,
    customer,
    channel: { operator },
    initiative: 'advisor' as const,
    need: { horizonDays: daysOf(plan.need.months) },
  };
  return {
    signer,
    opinion: judgeSigner(
      signer,
      known.flatMap(({ product }) => product ?? []),
    ),
    products: known.map(({ planned: { code, name, amount }, product }) => ({
      code,
      name,
      verdict:
        product && isOnSale(product, today)
          ? judge({ ...occasion, product: gatedProductOf(product), order: { amount } }, house)
          : null,
    })),
    standing: standingOf(plan, customer, today),
    ruleVersion: ruleVersionOf(house),
  };
}

/** What held of the customer when the plan was drafted may not hold any more. */
const standingOf = (
  plan: Plan,
  customer: ReturnType<typeof investorOf>,
  today: ReturnType<typeof toLocalDate>,
): Standing | null =>
  withheldFrom(customer, plan.need, today) ??
  ((customer.tolerance ?? 0) < plan.riskClass ? 'class_lower' : null);
