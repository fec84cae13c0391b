import { ruleVersionOf } from '../../advice/suitability/judge.js';
import { fourEyesFor } from '../../advice/suitability/four-eyes.js';
import { judgeSigner } from '../../advice/suitability/proposal-signer.js';
import { findSignatory } from '../../profiles/signatory.js';
import type { Finding } from '../../terms/finding.js';
import type { Plan } from '../../terms/plan.js';
import type { Instant } from '../../terms/time.js';
import type { Grounds, ProposalCommand, Refusal } from './decide.js';
import { decide, onceAgreed } from './decide.js';
import type { ProposalEvent } from './events.js';
import type { ProposalState } from './evolve.js';
import { evolve } from './evolve.js';
import type { NoticeDeps } from './notice.js';
import { noticeOf } from './notice.js';
import type { Proposal } from './record.js';
import { furtherWrites, readProposal } from './record.js';
import type { SuitsDeps } from './suits.js';
import { judgePlan } from './suits.js';

/** 顾问签署: an advisor decides about a draft, judged once more on the customer and the shelf of today. */

export interface SigningDeps extends NoticeDeps, SuitsDeps {
  readonly origin: string;
  readonly now: () => Instant;
}

/** `plan` of an adjustment: as the limits of a draft let it be (`advice/matching/adjust-plan.ts`). */
export type Signature = { readonly by: string } & (
  | { readonly do: 'approve'; readonly reason: string }
  | { readonly do: 'countersign' }
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
    const judged = await judgeSignature(deps, proposal, signature, at);
    if (judged.kind !== 'signable') return judged;
    const by = { actor: 'advisor', at } as const;
    const commit = await store.commit(furtherWrites(store, origin, proposal, [judged.event], by));
    if (commit.kind === 'committed') {
      return { kind: 'signed', proposal: (await readProposal(store, id)) ?? proposal };
    }
  }
  throw new Error(`proposal ${id} keeps moving`);
}

type Judged =
  | Exclude<Signing, { readonly kind: 'signed' }>
  | { readonly kind: 'signable'; readonly event: ProposalEvent; readonly grounds: Grounds };

/** What would come of a signature now; nothing is recorded. */
export async function judgeSignature(
  deps: SigningDeps,
  proposal: Proposal,
  signature: Signature,
  at: Instant,
): Promise<Judged> {
  const grounds = await groundsOf(deps, proposal, signature, at);
  if (typeof grounds === 'string') return { kind: 'unknown', what: grounds };
  const decision = decide(proposal.state, commandOf(signature, grounds), at);
  if (decision.kind === 'refused') return decision;
  const state = evolve(proposal.state, onceAgreed(decision.event));
  const notice = noticeOf(deps, { id: proposal.id, state, signedAt: at });
  if (notice.verdict !== 'pass') return { kind: 'unsayable', findings: notice.findings };
  return { kind: 'signable', event: decision.event, grounds };
}

function commandOf(signature: Signature, grounds: Grounds): ProposalCommand {
  switch (signature.do) {
    case 'approve':
      return { do: 'approve', grounds, reason: signature.reason };
    case 'countersign':
      return { do: 'countersign', grounds };
    case 'adjust':
      return { do: 'adjust', grounds, plan: signature.plan, reason: signature.reason };
    case 'decline':
      return { do: 'decline', grounds, reason: signature.reason };
  }
}

/** The plan a signature is about. */
const planOf = ({ plan, first }: ProposalState, signature: Signature): Plan =>
  signature.do === 'adjust' ? signature.plan : (first?.adjusted?.plan ?? plan);

/** What the signature stands on; the name of what there is none of. */
export async function groundsOf(
  deps: SigningDeps,
  { state }: Proposal,
  signature: Signature,
  at: Instant,
): Promise<Grounds | 'employee' | 'customer'> {
  const [signer, judged] = await Promise.all([
    findSignatory(deps.store, signature.by),
    judgePlan(deps, state, planOf(state, signature), at),
  ]);
  if (!signer) return 'employee';
  if (!judged) return 'customer';
  const { age, onShelf, products, standing } = judged;
  return {
    signer,
    opinion: judgeSigner(signer, onShelf),
    fourEyes: fourEyesFor(age, onShelf),
    products,
    standing,
    ruleVersion: ruleVersionOf(deps.house),
  };
}
