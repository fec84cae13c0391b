import type { Store } from '../../store/store.js';
import type { Statement } from '../../terms/statement.js';
import type { Instant } from '../../terms/time.js';
import { TERMINAL } from '../ask.js';
import { fold as foldConversation, isInDanger } from '../evolve.js';
import { sayNotice } from '../notice.js';
import { findConversation, latestConversation, latestOn } from '../queries/conversation.js';
import { overdueProposals, untoldProposals } from '../queries/proposal.js';
import { readStream } from '../stream.js';
import type { TurnDeps } from '../turn.js';
import type { Watch } from '../watch.js';
import type { ProposalCommand } from './decide.js';
import { decide } from './decide.js';
import type { NoticeDeps } from './notice.js';
import { noticeOf } from './notice.js';
import type { Proposal } from './record.js';
import { furtherWrites, readProposal } from './record.js';

/** 主动告知: what an advisor decided, or time has ended, is told to the customer in the open chat. */

export interface TellingDeps extends NoticeDeps {
  readonly store: Store;
  readonly origin: string;
  readonly now: () => Instant;
  readonly watch: Watch;
  readonly planUnfit: TurnDeps['planUnfit'];
  /** Channels whose statements must be sent. */
  readonly sentChannels: readonly string[];
}

const BATCH = 50;

/**
 * A job: tells whatever is untold, each once, however often it runs or is cut short: the notice and
 * that it was given are one unit of work. How many were told; throws the first failure after all had their turn.
 */
export async function tellDecided(deps: TellingDeps): Promise<number> {
  const failures: unknown[] = [];
  let told = 0;
  for (const { id } of await untoldProposals(deps.store, BATCH)) {
    const proposal = await readProposal(deps.store, id);
    if (!proposal) continue;
    try {
      if (await tell(deps, proposal)) told += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return told;
}

async function tell(deps: TellingDeps, found: Proposal): Promise<boolean> {
  const { store, origin } = deps;
  const proposal = await fitToTell(deps, found);
  if (!proposal) return false;
  const conversation = await placeToTell(store, proposal);
  const at = deps.now();
  if (conversation === null || decide(proposal.state, tellingOf(proposal), at).kind === 'refused') {
    return false;
  }
  const statement = sayable(deps, proposal);
  return sayNotice(deps, conversation, statement, at, ({ id }, statementId) => {
    const decision = decide(proposal.state, tellingOf(proposal, id, statementId), at);
    if (decision.kind === 'refused') throw new Error(`${proposal.id} cannot be told now`);
    return furtherWrites(store, origin, proposal, [decision.event], { actor: 'service', at });
  });
}

/** What does not suit any more is not shown: it goes back first; null: it has moved on meanwhile. */
async function fitToTell(deps: TellingDeps, proposal: Proposal): Promise<Proposal | null> {
  const { store, origin, now, planUnfit } = deps;
  if (tellingOf(proposal).do !== 'present') return proposal;
  const at = now();
  const because = await planUnfit(proposal.state, at);
  if (!because) return proposal;
  const decision = decide(proposal.state, { do: 'return', because, told: false }, at);
  if (decision.kind === 'refused') return null;
  const by = { actor: 'service', at } as const;
  const commit = await store.commit(furtherWrites(store, origin, proposal, [decision.event], by));
  return commit.kind === 'committed' ? readProposal(store, proposal.id) : null;
}

const tellingOf = (
  { state }: Proposal,
  conversation = '',
  statement = '',
): Extract<ProposalCommand, { do: 'present' | 'tell_end' }> => ({
  do: state.stage === 'approved' || state.stage === 'adjusted' ? 'present' : 'tell_end',
  conversation,
  statement,
});

/** Rules may have become stricter since the signature: then without the advisor's own words. */
function sayable(deps: TellingDeps, proposal: Proposal): Statement {
  for (const withReason of [true, false]) {
    const notice = noticeOf(deps, proposal, withReason);
    if (notice.verdict === 'pass') return notice.statement;
  }
  throw new Error(`the notice of proposal ${proposal.id} does not pass the guard`);
}

/**
 * Where the customer is now: the conversation they opened last, at the terminal if they spoke from
 * there. Null: the moment is wrong, because somebody is in danger there; it is tried again later.
 */
async function placeToTell(store: Store, { state }: Proposal): Promise<string | null> {
  const drafted = await findConversation(store, state.conversation);
  const latest =
    drafted?.channel === TERMINAL
      ? await latestOn(store, state.customer, TERMINAL)
      : await latestConversation(store, state.customer, [TERMINAL]);
  const place = latest ?? drafted;
  if (!place) return null;
  const events = await readStream(store, place.id);
  return isInDanger(foldConversation(events.map(({ event }) => event))) ? null : place.id;
}

/** 过期: the stages in which a proposal can run out. */
const OPEN = ['drafted', 'approved', 'adjusted', 'presented'];

/** A job: ends what has run out. How many; whoever has to hear of it is told by `tellDecided`. */
export async function expireProposals({
  store,
  origin,
  now,
}: Pick<TellingDeps, 'store' | 'origin' | 'now'>): Promise<number> {
  const at = now();
  let ended = 0;
  for (const { id } of await overdueProposals(store, OPEN, at, BATCH)) {
    const proposal = await readProposal(store, id);
    const decision = proposal && decide(proposal.state, { do: 'expire' }, at);
    if (decision?.kind !== 'decided') continue;
    const by = { actor: 'service', at } as const;
    const commit = await store.commit(
      furtherWrites(store, origin, proposal!, [decision.event], by),
    );
    // A conflict: it was signed or answered meanwhile.
    if (commit.kind === 'committed') ended += 1;
  }
  return ended;
}
