import type { z } from 'zod';
import type { Caller } from '../../access/api/endpoint.js';
import type { Relation } from '../../access/permissions.js';
import { may } from '../../access/permissions.js';
import { fourEyesFor } from '../../advice/suitability/four-eyes.js';
import type { Proposal } from '../../conversation/proposal/record.js';
import type { CustomerProfile } from '../../profiles/kyc.js';
import { ageOn } from '../../profiles/kyc.js';
import type { Instant } from '../../terms/time.js';
import { toIso, toLocalDate } from '../../terms/time.js';
import { masked } from '../queue-lines.js';
import { employeeOf } from '../seat.js';
import type { Line } from './shapes.js';

/** A proposal with the customer it is for, as one of the staff meets it. */
export interface Seen {
  readonly proposal: Proposal;
  /** Null: not on file any more. */
  readonly customer: CustomerProfile | null;
  readonly caller: Caller;
  /** `assigned`: of the advisor who looks after the customer, or holds the conversation. */
  readonly relation: Extract<Relation, 'assigned' | 'unsealed' | 'others'>;
  readonly now: Instant;
}

export type ProposalLine = z.input<typeof Line>;

export function lineOf(seen: Seen): ProposalLine {
  const { proposal, customer, now } = seen;
  const { row, state } = proposal;
  const { need, products } = state.plan;
  const age = customer && ageOn(customer.born, toLocalDate(now));
  const graded = products.map(({ riskLevel }) => ({ riskLevel, issuerRiskLevel: null }));
  return {
    id: proposal.id,
    stage: state.stage,
    customer: customer && {
      id: customer.id,
      name: masked(customer.name),
      tolerance: customer.tolerance,
      age,
    },
    goal: need.goal,
    amount: need.amount,
    months: need.months,
    drafted: toIso(row.drafted_at),
    expires: toIso(state.expires),
    fourEyes: [...(state.first?.fourEyes ?? fourEyesFor(age, graded))],
    first: state.first?.by.name ?? null,
    signedBy: state.signed?.by.name ?? null,
    todo: todoOf(seen),
  };
}

/** What it waits for this person to do; null: nothing, or nothing of theirs. */
export function todoOf({ proposal, relation, caller, now }: Seen): 'sign' | 'countersign' | null {
  const { stage, first, expires } = proposal.state;
  if (stage !== 'drafted' || now >= expires) return null;
  if (first === null) return may(caller.holder, 'proposal.decide', relation) ? 'sign' : null;
  const isOwn = first.by.id === employeeOf(caller);
  return !isOwn && may(caller.holder, 'proposal.countersign', relation) ? 'countersign' : null;
}
