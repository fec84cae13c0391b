import type { Emergency, FlowName, SlotValues } from '../terms/command.js';
import type { FraudState, Victim } from '../terms/fraud.js';
import { isNews, withTold } from '../terms/fraud.js';
import { documentOf } from '../terms/ids.js';
import type { ComplaintDeadlines } from '../compliance/complaint-deadlines.js';
import type { CallbackSlot, Draft, Suggestion } from '../terms/statement.js';
import type {
  ConversationEvent,
  FlowAdvanced,
  Listing,
  ReplyDecided,
  ReplyOutcome,
} from './events.js';
import { complaintNumber } from './cases/number.js';
import type { FlowState } from './flows/flow.js';
import type { PlanOnTable } from './plan-on-table.js';
import { planAfter } from './plan-on-table.js';
import type { ToldOfSelf } from './told-of-self.js';
import { nothingTold, withToldOfSelf } from './told-of-self.js';

/** What a conversation amounts to so far: a fold of its events, nothing else. */
export interface ConversationState {
  readonly customer: string | null;
  readonly greeted: boolean;
  /** Products last spoken of, most recent first, at most six; 「它」「刚才那只」 is the first. */
  readonly products: readonly string[];
  /** Products of the last reply alone; empty: it was of none in particular. */
  readonly justShown: readonly string[];
  /** The product the talk began with; null before the first. */
  readonly firstProduct: string | null;
  /** Products of the last list or comparison, in the order shown: 「第二个」 counts these. */
  readonly listed: readonly string[];
  /** The shelf list last shown and how far it went; null before the first. */
  readonly listing: Listing | null;
  /** Handbook entries lately told, latest first: 「要带什么」 goes on about the first. */
  readonly entries: readonly ToldEntry[];
  /** The next steps last offered to be tapped: their labels may as well be typed. */
  readonly offered: readonly Suggestion[];
  /** What the customer holds, as it was told in this conversation, by value; empty: it was not. */
  readonly held: readonly string[];
  /** Replies in a row that could not help. */
  readonly unsureStreak: number;
  /** How often the customer had to say that something else was meant. */
  readonly repairs: number;
  readonly handoff: 'none' | 'requested' | 'booked';
  readonly callbackSlots: readonly CallbackSlot[];
  /** The times there were when a call was booked: it may be moved to another of them. */
  readonly otherTimes: readonly CallbackSlot[];
  readonly replies: number;
  /** An emergency or distress was seen in this conversation. */
  readonly distressed: boolean;
  /** The customer was upset once; the next time a person is called. */
  readonly comforted: boolean;
  /** The emergency last answered; null: there was none. */
  readonly emergency: Emergency | null;
  /** Whose life was last said to be in danger. */
  readonly endangered: Victim;
  /** Replies since a life was last said to be in danger; null: it never was. */
  readonly sinceCrisis: number | null;
  /** What is known of a fraud; null: nobody spoke of one. */
  readonly fraud: FraudState | null;
  /** The matter under way; null between matters. */
  readonly flow: FlowState | null;
  /** Matters that ended on record, oldest first. */
  readonly settled: readonly FlowName[];
  /** The last of them, and how many replies ago; null before the first. */
  readonly lastSettled: { readonly flow: FlowName; readonly ago: number } | null;
  /** When answers to the complaint on record are due; null: none was filed. */
  readonly complaintDue: ComplaintDeadlines | null;
  /** The number by which that complaint is found; null: none was filed. */
  readonly complaintNumber: string | null;
  /** The time at which somebody calls back; null: none is booked. */
  readonly callback: CallbackSlot | null;
  /** The need last confirmed in this conversation, slots as in `flows/need.ts`; null: none. */
  readonly need: SlotValues | null;
  /** Replies since a plan that an advisor has signed was shown here; null: none was. */
  readonly sincePlan: number | null;
  /** The plan that is talked of; null: none was shown. */
  readonly plan: PlanOnTable | null;
  /** The plan shown here last, a draft or a signed one, and replies since; null: none was. */
  readonly shownPlan: { readonly goal: string; readonly ago: number } | null;
  /** What the customer has told about themselves. */
  readonly self: ToldOfSelf;
}

export interface ToldEntry {
  /** The entry's document. */
  readonly document: string;
  /** Replies since. */
  readonly ago: number;
}

export const emptyState: ConversationState = {
  customer: null,
  greeted: false,
  products: [],
  justShown: [],
  firstProduct: null,
  listed: [],
  listing: null,
  entries: [],
  offered: [],
  held: [],
  unsureStreak: 0,
  repairs: 0,
  handoff: 'none',
  callbackSlots: [],
  otherTimes: [],
  replies: 0,
  distressed: false,
  comforted: false,
  emergency: null,
  endangered: 'self',
  sinceCrisis: null,
  fraud: null,
  flow: null,
  settled: [],
  lastSettled: null,
  complaintDue: null,
  complaintNumber: null,
  callback: null,
  need: null,
  sincePlan: null,
  plan: null,
  shownPlan: null,
  self: nothingTold,
};

const REMEMBERED_PRODUCTS = 6;

const EMERGENCY_OF: Readonly<Partial<Record<ReplyOutcome['kind'], Emergency>>> = {
  fraud_alert: 'fraud',
  crisis: 'self_harm',
};

/** One event further. Pure: time is in the event. */
export function evolve(state: ConversationState, event: ConversationEvent): ConversationState {
  switch (event.kind) {
    case 'ConversationOpened':
      return { ...state, customer: event.customer };
    case 'MessageReceived':
      return { ...state, self: withToldOfSelf(state.self, event.text) };
    case 'ReplyDecided':
      return {
        ...afterReply(state, event.outcome),
        entries: entriesAfter(state.entries, event.statement, event.outcome),
        offered: offeredAfter(state.offered, event),
        held: heldIn(event.statement) ?? state.held,
        sincePlan: showsSignedPlan(event) ? 0 : later(state.sincePlan),
        plan: planAfter(state.plan, { ...event, draft: event.statement }),
        ...productsBesidePlan(state, event),
        shownPlan: shownPlanAfter(state.shownPlan, event),
      };
    case 'DraftOffered':
      // Whatever the person says to it: this is what the talk is about now.
      return {
        ...state,
        ...subjectAfter(state, event.outcome),
        plan: planAfter(state.plan, event),
        flow: event.need
          ? flowAfter(state.flow, event.need)
          : event.need === null
            ? null
            : state.flow,
        ...(event.draft && {
          entries: entriesAfter(state.entries, event.draft, event.outcome),
          held: heldIn(event.draft) ?? state.held,
        }),
      };
    case 'HandoffRequested':
      return {
        ...state,
        handoff: 'requested',
        callbackSlots: event.slots,
        distressed: state.distressed || event.reason === 'distress',
      };
    case 'CallbackBooked':
      return {
        ...state,
        handoff: 'booked',
        callbackSlots: [],
        otherTimes: state.callbackSlots.length > 0 ? state.callbackSlots : state.otherTimes,
        callback: event.slot,
        lastSettled: { flow: 'callback', ago: 0 },
      };
    case 'HandoffCancelled':
      return { ...state, handoff: 'none', callbackSlots: [], callback: null };
    case 'HandoffFailed':
      return { ...state, handoff: 'requested', callbackSlots: event.slots };
    case 'PenTaken':
      // What was under way is the person's now.
      return { ...state, callbackSlots: [], flow: null, unsureStreak: 0 };
    case 'PenReturned':
    case 'HandoffResolved':
      return {
        ...state,
        handoff: 'none',
        callbackSlots: [],
        flow: null,
        unsureStreak: 0,
        repairs: 0,
      };
    case 'ComplaintFiled':
      return {
        ...state,
        complaintDue: event.deadlines,
        complaintNumber: complaintNumber(event.turn),
      };
    case 'NeedStated':
      return { ...state, need: event.need };
    case 'FraudReported':
      return {
        ...state,
        fraud: { ...withTold(state.fraud, { news: [event.sent ? 'sent' : 'unsent'] }), ago: 0 },
      };
    case 'FlowAdvanced':
      return { ...state, flow: flowAfter(state.flow, event) };
    case 'FlowClosed':
      return {
        ...state,
        flow: null,
        settled: event.how === 'recorded' ? [...state.settled, event.flow] : state.settled,
        lastSettled: event.how === 'recorded' ? { flow: event.flow, ago: 0 } : state.lastSettled,
      };
    default:
      return state;
  }
}

/** So many replies after it was told, an entry is no longer what 「要带什么」 is asked of. */
const ENTRY_STANDS = 8;

/** What was just told is first; a notice tells nothing that was asked, and a product turns the talk. */
function entriesAfter(
  before: readonly ToldEntry[],
  { citations }: Pick<Draft, 'citations'>,
  outcome: ReplyOutcome,
): readonly ToldEntry[] {
  if (outcome.kind === 'notice') return before;
  if (outcome.products.length > 0) return [];
  const told = citations
    .filter(({ kind }) => kind === 'faq')
    .map(({ passage }) => ({ document: documentOf(passage), ago: 0 }));
  const older = before
    .filter(({ document }) => !told.some((one) => one.document === document))
    .map(({ document, ago }) => ({ document, ago: ago + 1 }));
  return [...told, ...older].filter(({ ago }) => ago < ENTRY_STANDS);
}

/** A reply that offers nothing leaves what was offered, unless it turns to a product. */
const offeredAfter = (
  before: readonly Suggestion[],
  { statement: { suggestions }, outcome }: ReplyDecided,
): readonly Suggestion[] =>
  suggestions.length > 0 ? suggestions : outcome.products.length > 0 ? [] : before;

/** What a reply shows of the customer's own holdings; null: nothing. */
function heldIn({ cards }: Pick<Draft, 'cards'>): readonly string[] | null {
  const [card] = cards.flatMap((one) => (one.kind === 'holdings' ? [one] : []));
  return card ? card.review.positions.map(({ product }) => product) : null;
}

/** What a plan is made of is shown together: none of it is what is spoken of alone. */
function productsBesidePlan(
  { plan, products, firstProduct }: ConversationState,
  { statement: draft, outcome, trace }: ReplyDecided,
): Partial<Subject> {
  const isOfPlan =
    outcome.kind !== 'notice' && planAfter(plan, { draft, outcome, trace })?.ago === 0;
  return isOfPlan ? { products, justShown: [], firstProduct } : {};
}

/** One reply more since something; null: it has not been. */
const later = (ago: number | null): number | null => (ago === null ? null : ago + 1);

function shownPlanAfter(
  before: ConversationState['shownPlan'],
  { statement }: ReplyDecided,
): ConversationState['shownPlan'] {
  const shown = statement.cards.findLast((card) => card.kind === 'plan');
  if (shown) return { goal: shown.plan.need.goal, ago: 0 };
  return before && { ...before, ago: before.ago + 1 };
}

const showsSignedPlan = ({ statement }: ReplyDecided): boolean =>
  statement.cards.some((card) => card.kind === 'plan' && card.review !== null);

function afterReply(state: ConversationState, outcome: ReplyOutcome): ConversationState {
  // Nothing was answered by it, and nothing under way is older for it.
  if (outcome.kind === 'notice') return state;
  return {
    ...state,
    greeted: true,
    replies: state.replies + 1,
    ...subjectAfter(state, outcome),
    comforted: state.comforted || outcome.kind === 'comforted',
    ...dangersAfter(state, outcome),
    flow: state.flow && { ...state.flow, quiet: (state.flow.quiet ?? 0) + 1 },
    lastSettled: state.lastSettled && { ...state.lastSettled, ago: state.lastSettled.ago + 1 },
    unsureStreak: outcome.kind === 'unsure' ? state.unsureStreak + 1 : 0,
    repairs: state.repairs + (outcome.repairs ? 1 : 0),
  };
}

type Subject = Pick<
  ConversationState,
  'products' | 'justShown' | 'firstProduct' | 'listed' | 'listing'
>;

const subjectAfter = (state: ConversationState, outcome: ReplyOutcome): Subject => ({
  products: remember(state.products, outcome.products),
  justShown: outcome.products,
  firstProduct: state.firstProduct ?? outcome.products[0] ?? null,
  listed: outcome.listed ?? (outcome.products.length > 1 ? outcome.products : state.listed),
  listing: outcome.listing ?? state.listing,
});

type Dangers = Pick<ConversationState, 'emergency' | 'endangered' | 'sinceCrisis' | 'fraud'>;

function dangersAfter(state: ConversationState, outcome: ReplyOutcome): Dangers {
  const isCrisis = outcome.kind === 'crisis';
  return {
    emergency: EMERGENCY_OF[outcome.kind] ?? state.emergency,
    endangered: isCrisis ? (outcome.help?.victim ?? 'self') : state.endangered,
    sinceCrisis: isCrisis ? 0 : later(state.sinceCrisis),
    fraud: fraudAfter(state.fraud, outcome),
  };
}

function fraudAfter(before: FraudState | null, outcome: ReplyOutcome): FraudState | null {
  const { kind, news = [], help = {} } = outcome;
  const isAlarm = kind === 'fraud_alert';
  if (!isAlarm && news.length === 0) return before && { ...before, ago: before.ago + 1 };
  const { steps = [], ...told } = help;
  const fraud = withTold(before, { ...told, news });
  return {
    ...fraud,
    steps: [...new Set([...fraud.steps, ...steps])],
    isAlarm: fraud.isAlarm || isAlarm,
    ago: isNews(news) ? 0 : fraud.ago + 1,
  };
}

function flowAfter(before: FlowState | null, event: FlowAdvanced): FlowState {
  const { flow: name, values, asked, stage, missed, aside = false } = event;
  const misses = missed && before?.name === name ? before.misses + 1 : 0;
  return { name, values, asked, stage, misses, reminded: aside };
}

export const fold = (events: readonly ConversationEvent[]): ConversationState =>
  events.reduce(evolve, emptyState);

function remember(known: readonly string[], named: readonly string[]): readonly string[] {
  if (named.length === 0) return known;
  const older = known.filter((code) => !named.includes(code));
  return [...named, ...older].slice(0, REMEMBERED_PRODUCTS);
}

/** So many replies after the last word about it, the conversation has turned to other things. */
const STILL_OPEN = 4;

/** A fraud, or an offer that looks like one, was spoken of lately. */
export const speaksOfFraud = ({ fraud }: ConversationState): boolean =>
  fraud !== null && fraud.ago < STILL_OPEN;

/** Fraud or a life in danger was spoken of lately: this is no time for other news. */
export const isInDanger = (state: ConversationState): boolean =>
  isBeingCheated(state) || (state.sinceCrisis !== null && state.sinceCrisis < STILL_OPEN);

/** It was an alarm: it has the word before everything else. */
export const isBeingCheated = (state: ConversationState): boolean =>
  speaksOfFraud(state) && state.fraud?.isAlarm === true;
