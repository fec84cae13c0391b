import type { Situation } from '../../advice/lifecycle/next-steps.js';
import { valuePositions } from '../../advice/lifecycle/positions.js';
import type { JudgedProduct, Wanted } from '../../advice/matching/shortlist.js';
import { withheldFrom } from '../../advice/matching/standing.js';
import { judgeSeller } from '../../advice/suitability/seller.js';
import { isAllowed } from '../../advice/suitability/verdict.js';
import type { GateRules } from '../../agent/tools/gate.js';
import { gateFor } from '../../agent/tools/gate.js';
import type { ConversationState } from '../../conversation/evolve.js';
import { fold } from '../../conversation/evolve.js';
import { gatedNeed, needFlow } from '../../conversation/flows/need.js';
import { slotLabel } from '../../conversation/flows/slot-words.js';
import type { HandoffState } from '../../conversation/handoff/evolve.js';
import { foldHandoff } from '../../conversation/handoff/evolve.js';
import { todayFor } from '../../conversation/moments/today.js';
import { findConversation } from '../../conversation/queries/conversation.js';
import { proposalRows } from '../../conversation/queries/proposal.js';
import { readStream } from '../../conversation/stream.js';
import { investorOf } from '../../profiles/gated.js';
import type { CustomerProfile } from '../../profiles/kyc.js';
import { ageOn, findCustomer } from '../../profiles/kyc.js';
import { publicProducts } from '../../profiles/kyp.js';
import { readPortfolio } from '../../profiles/portfolio.js';
import { findSignatory } from '../../profiles/signatory.js';
import type { Store } from '../../store/store.js';
import type { SlotValues } from '../../terms/command.js';
import { customerId } from '../../terms/ids.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import { commandsOf } from './heard.js';
import type { Warned } from './warnings.js';
import { askedNow } from './warnings.js';

/** What the copilot knows of a conversation: gathered once, judged by pure functions. */

export interface SituationDeps {
  readonly gate: GateRules;
  readonly store: Store;
  readonly now: () => Instant;
}

export interface Known {
  readonly warned: Warned;
  readonly situation: Situation;
  readonly judged: readonly JudgedProduct[];
  readonly wanted: Wanted;
  readonly optedOut: boolean;
  /** Next steps put aside. */
  readonly dismissed: readonly string[];
}

/** Null: there is no such conversation. */
export async function knownOf(
  deps: SituationDeps,
  id: string,
  employee: string | null,
): Promise<Known | null> {
  const { store } = deps;
  const row = await findConversation(store, id);
  if (!row) return null;
  const today = toLocalDate(deps.now());
  const recorded = (await readStream(store, id)).filter(({ seq }) => seq < row.next_seq);
  const handoff = foldHandoff(recorded);
  const state = fold(recorded.map(({ event }) => event));
  const customer = row.customer_id;
  const needed = state.need ?? (state.flow?.name === 'need' ? state.flow.values : null);
  const profile = customer === null ? null : await findCustomer(store, customer);
  const account = profile ? await accountOf(deps, profile, employee, today) : noAccount;
  const judged = profile ? await judgedFor(deps, profile, employee, needed, today) : [];
  const warned = warnedOf(state, handoff, profile, judged, today);
  const tolerance = profile?.tolerance ?? null;
  return {
    warned,
    judged,
    optedOut: profile?.personalization === false,
    dismissed: handoff.dismissed,
    situation: {
      ...account,
      tolerance,
      asked: askedNow(warned),
      withheld: warned.withheld,
      age: warned.age,
      need: needed && { isConfirmed: state.need !== null, missing: missingOf(needed) },
    },
    wanted: {
      today,
      tolerance,
      spokenOf: spokenOf(state, handoff),
      horizonDays: needed ? gatedNeed(needed).horizonDays : null,
      held: account.codes,
    },
  };
}

/** The latest message's first. */
const spokenOf = ({ products }: ConversationState, { draft }: HandoffState): readonly string[] => [
  ...(draft?.outcome.products ?? []),
  ...products,
];

type Account = Pick<Situation, 'plan' | 'held' | 'moments'> & { readonly codes: readonly string[] };

const noAccount: Account = { plan: null, held: [], moments: [], codes: [] };

function warnedOf(
  state: ConversationState,
  { draft }: HandoffState,
  profile: CustomerProfile | null,
  judged: readonly JudgedProduct[],
  today: LocalDate,
): Warned {
  const spokenOf = draft?.outcome.products ?? [];
  return {
    commands: draft ? commandsOf(draft) : [],
    outcome: draft?.outcome.kind ?? null,
    state,
    age: ageOn(profile?.born ?? null, today),
    withheld: profile && withheldFrom(investorOf(profile, today), ANY_NEED, today),
    barred: judged
      .filter(({ product, verdict }) => spokenOf.includes(product.code) && !isAllowed(verdict))
      .map(({ product, verdict }) => ({
        name: product.name,
        why: `适当性不通过（第 ${verdict.row} 行），可以讲资料，不能推介`,
      })),
  };
}

/** Whether there is a need is not asked here. */
const ANY_NEED = { amount: 1, months: null, maxLoss: null, liquidity: 'none' } as const;

const missingOf = (values: SlotValues): readonly string[] =>
  needFlow.slots
    .filter((slot) => !(slot in values) && needFlow.needs(slot, values))
    .map((slot) => slotLabel('need', slot));

async function accountOf(
  { store, now }: SituationDeps,
  profile: CustomerProfile,
  employee: string | null,
  today: LocalDate,
): Promise<Account> {
  const [{ record }, [plan], moments] = await Promise.all([
    readPortfolio(store, customerId(profile.id)),
    proposalRows(store, { stage: null, customer: profile.id }, 1),
    employee === null ? [] : todayFor(store, { employee, alsoUnassigned: false }, now()),
  ]);
  const positions = valuePositions(record, today);
  return {
    plan: plan ? { id: plan.id, stage: plan.stage } : null,
    codes: positions.map(({ product }) => product as string),
    held: positions.map(({ name, share, riskLevel }) => ({ name, share, riskLevel })),
    moments: moments
      .filter(({ customer, held }) => customer === profile.id && held === null)
      .map(({ id, name, action, why, score }) => ({ id, name, action, why, score })),
  };
}

/** The whole shelf through the one gate, as an advisor would bring it up. */
async function judgedFor(
  deps: SituationDeps,
  profile: CustomerProfile,
  employee: string | null,
  needed: SlotValues | null,
  today: LocalDate,
): Promise<readonly JudgedProduct[]> {
  const products = await publicProducts(deps.store);
  const bound = { customer: customerId(profile.id), today };
  const gate = await gateFor(deps.store, deps.gate, bound, products, {
    initiative: 'advisor',
    need: needed && gatedNeed(needed),
  });
  const seller = employee === null ? null : await findSignatory(deps.store, employee);
  return products.flatMap((product, at) => {
    const verdict = gate?.judged[at]?.verdict;
    if (!verdict) return [];
    return [{ product, verdict, lacks: seller ? judgeSeller(seller, product).lacks : [] }];
  });
}
