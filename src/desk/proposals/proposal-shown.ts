import type { z } from 'zod';
import type { Caller } from '../../access/api/endpoint.js';
import type { ProposalEvent } from '../../conversation/proposal/events.js';
import { reasonIn } from '../../conversation/proposal/events.js';
import type { Proposal } from '../../conversation/proposal/record.js';
import { proposalEvents } from '../../conversation/proposal/record.js';
import type { Signature, SigningDeps } from '../../conversation/proposal/signing.js';
import { readStream } from '../../conversation/stream.js';
import type { Store } from '../../store/store.js';
import type { Plan } from '../../terms/plan.js';
import { toIso } from '../../terms/time.js';
import { approvalBy, judgedOn } from './judging.js';
import { planShown } from './plan-shown.js';
import type { Seen } from './seen.js';
import { lineOf, todoOf } from './seen.js';
import type { Shown } from './shapes.js';

/** So many of the customer's own words before the draft are shown. */
const SAID = 6;

/** A proposal with everything its signature is to rest on. */
export async function proposalShown(deps: SigningDeps, seen: Seen): Promise<z.input<typeof Shown>> {
  const { proposal, caller } = seen;
  const happened = await proposalEvents(deps.store, proposal.id);
  const draft = happened.flatMap(({ event }) =>
    event.kind === 'ProposalDrafted' ? [event.plan] : [],
  )[0] as Plan;
  const { state } = proposal;
  const changed = state.first?.adjusted?.plan ?? (state.plan === draft ? null : state.plan);
  const isChanged = changed !== null && JSON.stringify(changed) !== JSON.stringify(draft);
  const signature = signatureFor(seen, caller);
  return {
    ...lineOf(seen),
    draft: planShown(draft),
    changed: isChanged ? planShown(changed) : null,
    reason: state.first?.adjusted?.reason ?? state.signed?.reason ?? null,
    judged: signature && (await judgedOn(deps, proposal, signature)),
    said: await saidBefore(deps.store, proposal),
    history: happened.map(({ at, event }) => ({
      at: toIso(at),
      kind: event.kind,
      who: whoIn(event),
      reason: reasonIn(event),
    })),
  };
}

/** The signature that is wanted of this person; null: none is. */
function signatureFor(seen: Seen, { staff }: Caller): Signature | null {
  const todo = todoOf(seen);
  const by = staff?.employee ?? null;
  if (todo === null || by === null) return null;
  return todo === 'sign' ? approvalBy(by) : { do: 'countersign', by };
}

function whoIn(event: ProposalEvent): string | null {
  if ('second' in event && event.second) return `${event.by.name}、${event.second.name}`;
  return 'by' in event ? event.by.name : null;
}

async function saidBefore(store: Store, { row, state }: Proposal) {
  const events = await readStream(store, state.conversation);
  return events
    .flatMap(({ at, event }) =>
      event.kind === 'MessageReceived' && at <= row.drafted_at && event.text !== ''
        ? [{ at: toIso(at), text: event.text }]
        : [],
    )
    .slice(-SAID);
}
