import { z } from 'zod';
import type { AdjustingDeps } from '../agent/tools/adjusted.js';
import { adjusted } from '../agent/tools/adjusted.js';
import { reasonIn } from '../conversation/proposal/events.js';
import { STAGES } from '../conversation/proposal/evolve.js';
import type { Proposal } from '../conversation/proposal/record.js';
import { proposalEvents, readProposal } from '../conversation/proposal/record.js';
import type { Signature, SigningDeps } from '../conversation/proposal/signing.js';
import { sign } from '../conversation/proposal/signing.js';
import { proposalRows } from '../conversation/queries/proposal.js';
import type { ProposalRow } from '../store/schema.js';
import type { Plan } from '../terms/plan.js';
import { toIso, toLocalDate } from '../terms/time.js';
import { faultLine, signingLine, unknownLine } from './proposal-refusals.js';

/** 方案审核: what an advisor does with proposals until the desk exists, by the command line. */

export type ProposalDeps = SigningDeps & AdjustingDeps;

const Id = z.string().min(1).max(40);

export const ListQuery = z.strictObject({
  stage: z.enum(STAGES).optional(),
  customer: Id.optional(),
});

const Share = z.union([
  z.strictObject({ code: Id, amount: z.number().positive() }),
  z.strictObject({ code: Id, percent: z.number().positive().max(100) }),
]);
export const Shares = z
  .array(Share)
  .min(1)
  .max(50)
  .refine((shares) => new Set(shares.map(({ code }) => code)).size === shares.length, {
    message: 'a product is named twice',
  });

export const DecisionBody = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('approve'), as: Id, reason: z.string() }),
  z.strictObject({ do: z.literal('countersign'), as: Id }),
  z.strictObject({ do: z.literal('adjust'), as: Id, reason: z.string(), products: Shares }),
  z.strictObject({ do: z.literal('decline'), as: Id, reason: z.string() }),
]);

export type ListQuery = z.infer<typeof ListQuery>;
export type DecisionBody = z.infer<typeof DecisionBody>;

const MOST_LISTED = 200;

/** Latest first. */
export async function listProposals(
  { store }: Pick<ProposalDeps, 'store'>,
  { stage = null, customer = null }: { readonly [K in keyof ListQuery]?: ListQuery[K] | null },
) {
  return (await proposalRows(store, { stage, customer }, MOST_LISTED)).map(headOf);
}

/** As told outside: instants in ISO. */
const headOf = (row: ProposalRow) => ({
  id: row.id,
  stage: row.stage,
  customer: row.customer_id,
  conversation: row.conversation_id,
  drafted: toIso(row.drafted_at),
  expires: toIso(row.expires_at),
  signedBy: row.signed_by,
  told: row.untold === 0,
});

export type ProposalHead = ReturnType<typeof headOf>;

const wholeOf = ({ row, state }: Proposal) => ({
  ...headOf(row),
  /** Signed once, and waiting for a second person. */
  first: state.first,
  signed: state.signed,
  /** Why it came back after a signature. */
  returned: state.returned,
  plan: state.plan,
});

export type Refused = { readonly refused: string };

/** One proposal with all that happened to it. */
export async function showProposal({ store }: Pick<ProposalDeps, 'store'>, id: string) {
  const proposal = await readProposal(store, id);
  if (!proposal) return { refused: unknownLine('proposal', id) };
  const happened = (await proposalEvents(store, id)).map(({ at, actor, event }) => ({
    at: toIso(at),
    actor,
    kind: event.kind,
    reason: reasonIn(event),
  }));
  return { ...wholeOf(proposal), events: happened };
}

export type ProposalShown = Exclude<Awaited<ReturnType<typeof showProposal>>, Refused>;

/** Approves, adjusts or declines as an advisor; `refused` says in one line why nothing is recorded. */
export async function decideOn(deps: ProposalDeps, id: string, body: DecisionBody) {
  const signature = await signatureOf(deps, id, body);
  if ('refused' in signature) return signature;
  const signing = await sign(deps, id, signature);
  return signing.kind === 'signed'
    ? wholeOf(signing.proposal)
    : { refused: signingLine(signing, id, body.as) };
}

async function signatureOf(
  deps: ProposalDeps,
  id: string,
  body: DecisionBody,
): Promise<Signature | Refused> {
  if (body.do === 'countersign') return { do: 'countersign', by: body.as };
  const { as: by, reason } = body;
  if (body.do !== 'adjust') return { do: body.do, by, reason };
  const proposal = await readProposal(deps.store, id);
  if (!proposal) return { refused: unknownLine('proposal', id) };
  const { customer, plan: before } = proposal.state;
  const about = { customer, before, today: toLocalDate(deps.now()) };
  const made = await adjusted(deps, about, amountsOf(before, body.products));
  if (!made) return { refused: unknownLine('customer', customer) };
  return made.kind === 'adjusted'
    ? { do: 'adjust', by, reason, plan: made.plan }
    : { refused: made.faults.map(faultLine).join('; ') };
}

const amountsOf = ({ need }: Plan, shares: z.infer<typeof Shares>): ReadonlyMap<string, number> =>
  new Map(
    shares.map((share) => [
      share.code,
      'amount' in share ? share.amount : Math.round(need.amount * share.percent) / 100,
    ]),
  );
