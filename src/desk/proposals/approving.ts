import type { z } from 'zod';
import type { Caller } from '../../access/api/endpoint.js';
import type { Relation } from '../../access/permissions.js';
import { may } from '../../access/permissions.js';
import { Problem } from '../../access/problem.js';
import type { AdjustingDeps } from '../../agent/tools/adjusted.js';
import { adjusted, resolved } from '../../agent/tools/adjusted.js';
import type { Proposal } from '../../conversation/proposal/record.js';
import { readProposal } from '../../conversation/proposal/record.js';
import type { Signature, SigningDeps } from '../../conversation/proposal/signing.js';
import { sign } from '../../conversation/proposal/signing.js';
import { proposalRows } from '../../conversation/queries/proposal.js';
import { findCustomer } from '../../profiles/kyc.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { relationToCustomer } from '../customers/whose.js';
import { employeeOf, relationTo as relationToTalk } from '../seat.js';
import { faultWords, hindranceOf } from './hindrances.js';
import { approvalBy, judgedOn } from './judging.js';
import { planShown } from './plan-shown.js';
import { proposalShown } from './proposal-shown.js';
import type { ProposalLine, Seen } from './seen.js';
import { lineOf } from './seen.js';
import type { DecisionBody, SecondBody, Shares, TrialBody, Tried } from './shapes.js';
import type { SinceDeps } from './since.js';
import { changesSince } from './since.js';

export type ProposalDeskDeps = SigningDeps & AdjustingDeps & SinceDeps;

const MOST_LISTED = 200;

/** What waits for this person first, the sooner over the earlier; then the latest. */
export async function listFor(
  deps: ProposalDeskDeps,
  caller: Caller,
  stage: string | null,
): Promise<ProposalLine[]> {
  const rows = await proposalRows(deps.store, { stage, customer: null }, MOST_LISTED);
  const all = await Promise.all(rows.map(({ id }) => seenAs(deps, caller, id)));
  const theirs = all
    .filter((seen) => seen !== null)
    .filter((seen) => may(caller.holder, 'proposal.list', seen.relation))
    .map(lineOf);
  const waiting = theirs
    .filter(({ todo }) => todo !== null)
    .sort((a, b) => (a.expires < b.expires ? -1 : 1));
  return [...waiting, ...theirs.filter(({ todo }) => todo === null)];
}

/** Null: there is no such proposal. */
export async function relationTo(
  deps: ProposalDeskDeps,
  caller: Caller,
  id: string,
): Promise<Relation | null> {
  const seen = await seenAs(deps, caller, id);
  return seen && seen.relation;
}

export async function showTo(deps: ProposalDeskDeps, caller: Caller, id: string) {
  return proposalShown(deps, await found(deps, caller, id));
}

export async function changesOf(deps: ProposalDeskDeps, id: string) {
  const proposal = await readProposal(deps.store, id);
  if (!proposal) throw notFound();
  return changesSince(deps, proposal.state);
}

/** What the advisor's own products, or the draft's, would come to under their signature. */
export async function tryOut(
  deps: ProposalDeskDeps,
  caller: Caller,
  id: string,
  { products, settled, reason }: z.output<typeof TrialBody>,
): Promise<z.input<typeof Tried>> {
  const began = performance.now();
  const { proposal } = await found(deps, caller, id);
  const by = signerOf(caller);
  const took = () => ({ tookMs: Math.round(performance.now() - began) });
  if (products === null && settled === null) {
    const judged = await judgedOn(deps, proposal, approvalBy(by));
    return { plan: planShown(proposal.state.plan), faults: [], judged, ...took() };
  }
  const made = await adjustedBy(deps, proposal, settled ?? products ?? [], settled !== null);
  if (made.kind === 'faulty') {
    return { plan: null, faults: made.faults.map(faultWords), judged: null, ...took() };
  }
  const signature = { do: 'adjust', by, plan: made.plan, reason: reason ?? '' } as const;
  const judged = await judgedOn(deps, proposal, signature);
  return { plan: planShown(made.plan), faults: [], judged, ...took() };
}

/** Throws a 409 Problem that says why nothing is on record. */
export async function decideOn(
  deps: ProposalDeskDeps,
  caller: Caller,
  id: string,
  body: z.output<typeof DecisionBody> | z.output<typeof SecondBody>,
) {
  const { proposal } = await found(deps, caller, id);
  const signing = await sign(deps, id, await signatureOf(deps, caller, proposal, body));
  if (signing.kind === 'signed') return showTo(deps, caller, id);
  const { why, words } = hindranceOf(signing);
  throw new Problem(409, words, {}, { why });
}

async function signatureOf(
  deps: ProposalDeskDeps,
  caller: Caller,
  proposal: Proposal,
  body: z.output<typeof DecisionBody> | z.output<typeof SecondBody>,
): Promise<Signature> {
  const by = signerOf(caller);
  if (body.do !== 'adjust') return { ...body, by };
  const made = await adjustedBy(deps, proposal, body.products);
  if (made.kind === 'adjusted') return { do: 'adjust', by, plan: made.plan, reason: body.reason };
  const faults = made.faults.map(faultWords);
  throw new Problem(409, faults.map(({ words }) => words).join('；'), {}, { why: 'faulty' });
}

async function adjustedBy(
  deps: ProposalDeskDeps,
  { state: { customer, plan: before } }: Proposal,
  shares: z.output<typeof Shares>,
  isSolved = false,
) {
  const about = { customer, before, today: toLocalDate(deps.now()) };
  const amounts = new Map(shares.map(({ code, amount }) => [code, amount]));
  const made = await (isSolved ? resolved : adjusted)(deps, about, amounts);
  if (!made) throw notFound();
  return made;
}

async function seenAs(
  { store, now }: ProposalDeskDeps,
  caller: Caller,
  id: string,
): Promise<Seen | null> {
  const proposal = await readProposal(store, id);
  if (!proposal) return null;
  const { customer: who, conversation } = proposal.state;
  const employee = employeeOf(caller);
  const customer = await findCustomer(store, who);
  const at = now();
  const isTheirs =
    (employee !== null && customer?.advisor === employee) ||
    (await relationToTalk(store, conversation, employee)) === 'assigned';
  const relation = isTheirs ? 'assigned' : await openTo(store, caller, who, at);
  return { proposal, customer, caller, relation, now: at };
}

/** Of what is others', a supervisor sees more without it being opened for them. */
async function openTo(store: Store, caller: Caller, customer: string, at: Instant) {
  if (caller.holder !== 'advisor') return 'others';
  const relation = await relationToCustomer(store, employeeOf(caller), customer, at);
  return relation === 'unsealed' ? 'unsealed' : 'others';
}

async function found(deps: ProposalDeskDeps, caller: Caller, id: string): Promise<Seen> {
  const seen = await seenAs(deps, caller, id);
  if (!seen) throw notFound();
  return seen;
}

const notFound = (): Problem => new Problem(404, '没有找到');

/** Whose licences the signature is under. Throws a 403 Problem for an account without an employee. */
function signerOf(caller: Caller): string {
  const employee = employeeOf(caller);
  if (employee !== null) return employee;
  throw new Problem(403, '这个账号没有对应的员工，不能签署');
}
