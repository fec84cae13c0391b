import type { Proposed } from '../advice/matching/proposed.js';
import type { RebalancePlan } from '../advice/allocation/rebalance/rebalance.js';
import type { PolicyRights } from '../advice/lifecycle/cooling-off.js';
import type { Projection } from '../advice/matching/projection.js';
import type { Chances } from '../advice/profiling/attempts.js';
import type { Portrait } from '../advice/profiling/portrait.js';
import type {
  AccountSide,
  ClarifyOption,
  Command,
  FlowName,
  HumanReason,
  PlanAnswer,
  GoalSide,
  PlanSide,
  LookingBack,
  ProductAspect,
  RefusedSubject,
  ServiceRating,
  SocialAct,
  SlotValues,
} from '../terms/command.js';
import type { Fact } from '../terms/fact.js';
import type { FraudTold, Victim } from '../terms/fraud.js';
import type { ConversationId, CustomerId } from '../terms/ids.js';
import type { JsonObject } from '../terms/json.js';
import type { Message } from '../terms/message.js';
import type { Passage } from '../terms/passage.js';
import type { PortfolioAnswer, Position } from '../terms/portfolio.js';
import type { PastReturn, Product } from '../terms/product.js';
import type { Reckoning } from '../terms/settlement.js';
import type { CallbackSlot, Draft } from '../terms/statement.js';
import type { Instant, LocalDate } from '../terms/time.js';
import type { TransactionsAnswer } from '../terms/transaction.js';
import { toLocalDate } from '../terms/time.js';
import type { Tone } from '../terms/tone.js';
import type { ToldSoFar } from './events.js';
import type { ConversationState } from './evolve.js';
import type { Assessing } from './flows/assessment.js';
import type { FlowMove } from './flows/flow.js';
import type { Unfit } from './proposal/events.js';
import type { Proposal } from './proposal/record.js';
import type { FraudHelp } from './fraud-help.js';
import type { Gate } from './gate.js';
import type { ToldPlace } from './handoff/events.js';
import type { HandoffState } from './handoff/evolve.js';
import type { Summary } from './handoff/summary.js';

export type ToolName =
  | 'search_knowledge'
  | 'get_product'
  | 'check_suitability'
  | 'compare_products'
  | 'list_products'
  | 'reckon_dates'
  | 'get_my_holdings'
  | 'get_my_transactions'
  | 'get_my_profile'
  | 'start_risk_assessment'
  | 'propose_allocation'
  | 'match_products'
  | 'project_goal'
  | 'check_rebalance'
  | 'request_human';

export interface ToolCall {
  readonly name: ToolName;
  readonly args: JsonObject;
}

/** What a tool found: typed, serialisable, and all that a reply may state. */
export interface ToolResult {
  readonly facts: readonly Fact[];
  /** Best first. */
  readonly passages: readonly Passage[];
  readonly products: readonly Product[];
  readonly slots: readonly CallbackSlot[];
  /** Somebody is there to come into the chat: the customer's place in the queue; absent: nobody is. */
  readonly place?: ToldPlace;
  /** How well the passages support an answer: 0 nothing … 1 surely; null where it does not apply. */
  readonly support: number | null;
  /** Where in the text of the first passage what was asked begins; absent: at its beginning. */
  readonly point?: number;
  /** Questions of other entries that the words might as well have meant, best first; absent: none. */
  readonly near?: readonly string[];
  /** What `products` did over the windows customers ask about; absent: their prices were not looked up. */
  readonly returns?: readonly PastReturn[];
  /** Other classes of `products` on the shelf; absent: they were not looked up. */
  readonly otherClasses?: readonly Product[];
  /** The days that follow from an order, where they were asked for. */
  readonly reckoning?: Reckoning;
  /** What the suitability gate says of `products` to the customer; absent: nobody is signed in. */
  readonly gate?: Gate;
  /** How the cooling-off periods of the customer's own policies stand; absent: leaving was not spoken of, or there are none. */
  readonly policies?: readonly PolicyRights[];
  /** The customer's own portfolio, where it was asked for. */
  readonly portfolio?: PortfolioAnswer;
  /** The customer's own record of what was bought, sold and paid, where it was asked for. */
  readonly transactions?: TransactionsAnswer;
  /** Why there is nothing, in words for the model; null when there is something. */
  readonly failure: string | null;
  /** The customer's own portrait, where it was asked for. */
  readonly portrait?: Portrait;
  /** A plan drafted for the customer's need, or why there is none; where it was asked for. */
  readonly proposal?: Proposed;
  /** Whether a sum can be reached, where it was asked for. */
  readonly projection?: Projection;
  /** What would bring the holdings back to the mix of the class, where it was asked for. */
  readonly rebalance?: RebalancePlan;
  /** Of what is held, one product alone that is too large a part; beside `rebalance`, greatest first. */
  readonly tooMuchInOne?: readonly Pick<Position, 'name' | 'share'>[];
  /** How often the risk questionnaire may still be taken, and from when, where it was asked for. */
  readonly chances?: Chances & { readonly next: LocalDate };
}

/** What a tool gives when it found nothing; others start from it. */
export const emptyResult: ToolResult = {
  facts: [],
  passages: [],
  products: [],
  slots: [],
  support: null,
  failure: null,
};

/** Runs tools exactly once per turn: intent recorded, run, result recorded (reliability.md D1). */
export interface Journal {
  run(call: ToolCall): Promise<ToolResult>;
}

/** Everything one turn knows. The customer is bound here and is no tool's argument. */
export interface TurnContext {
  readonly conversation: ConversationId;
  readonly customer: CustomerId | null;
  /** The messages taken together, in order; at least one. */
  readonly messages: readonly Message[];
  readonly state: ConversationState;
  /** What was said before these messages, oldest first. */
  readonly history: readonly Utterance[];
  /** `plain`: an older or distressed customer, to whom one thing is said at a time. */
  readonly register: 'standard' | 'plain';
  /** What the risk questionnaire is taken on; null: nobody is known here. */
  readonly assessing?: Assessing | null;
  /** The need they confirmed in an earlier conversation, where a plan is asked for and none is known here; null or absent: none. */
  readonly confirmedNeed?: SlotValues | null;
  /**
   * The proposal that waits for the customer's answer, else their latest; where a plan is drafted once
   * more, the one that stands for it. Null or absent: there is none.
   */
  readonly proposal?: Proposal | null;
  /** Why `proposal` may not be shown today; null: nothing stands against it; absent: not looked at. */
  readonly unfit?: Unfit | null;
  /** Proposals of which something may still come; absent: not looked at. */
  readonly live?: readonly Proposal[];
  /** The plan whose place `proposal` took, where the two are held against each other; null: it took none. */
  readonly replaced?: Proposal | null;
  /** Who holds the pen, and how it came there; absent: nobody was ever called. */
  readonly handoff?: HandoffState;
  /** What a person who came now would have to know; absent: nothing was said yet. */
  readonly summary?: Summary;
  /** 称呼, as the house has it on file; null or absent: it has none. */
  readonly address?: string | null;
  /** Has opted out of personalised recommendation (PIPL art. 24); absent: has not. */
  readonly optedOut?: boolean;
  /** Number of the last event it was folded from; absent: nobody will ask. */
  readonly seen?: number;
  /** Places in the version archive at which what speaks now stands; absent: none is kept. */
  readonly archive?: JsonObject;
  readonly now: Instant;
  readonly today: LocalDate;
  /** What is filed in the turn is numbered by it; absent: nothing can be filed. */
  readonly turn?: string;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** 收到之日: the day the last of the messages came in. */
export const receivedOn = ({ messages, now }: Pick<TurnContext, 'messages' | 'now'>): LocalDate =>
  toLocalDate(messages.at(-1)?.at ?? now);

export interface Utterance {
  readonly role: 'customer' | 'assistant' | 'advisor';
  readonly text: string;
}

/** 我方的话: said to the customer by whoever had the pen. */
export const isOurs = ({ role }: Utterance): boolean => role !== 'customer';

/** What the customer wants, as commands of the closed set. */
export interface Understanding {
  readonly commands: readonly Command[];
  /** Words an LLM offers for the reply; used only if the guard passes them. */
  readonly candidate: Candidate | null;
  readonly model: string;
  /** Codes of products the customer named, whatever came of it; they are what 「它」 means next. */
  readonly named?: readonly string[];
  /** SHA-256 of the request sent to an LLM; null for the embedded model. */
  readonly requestHash: string | null;
  readonly tokens: { readonly input: number; readonly output: number } | null;
}

export interface Candidate {
  readonly text: string;
  /** `[n]` in the text is the n-th of these. */
  readonly passages: readonly Passage[];
  readonly facts: readonly Fact[];
}

/** What will be said next, before it is in words. */
export type Step =
  | { readonly say: 'answer'; readonly query: string; readonly call: ToolCall }
  | {
      readonly say: 'product';
      readonly aspects: readonly ProductAspect[];
      readonly query: string;
      readonly call: ToolCall;
    }
  | {
      readonly say: 'comparison';
      readonly aspects: readonly ProductAspect[];
      /** In full, where the words leave it to what was asked before. */
      readonly query?: string;
      readonly call: ToolCall;
    }
  | { readonly say: 'dates'; readonly query: string; readonly call: ToolCall }
  | { readonly say: 'product_list'; readonly call: ToolCall }
  | { readonly say: 'foreign_product' }
  | { readonly say: 'own_account' }
  | { readonly say: 'my_profile'; readonly call: ToolCall }
  /** No assessment can be taken now: nobody is signed in, or every chance is used. */
  | { readonly say: 'assessment_closed'; readonly call: ToolCall }
  | {
      readonly say: 'own_portfolio';
      readonly about: AccountSide;
      readonly query: string;
      readonly call: ToolCall;
    }
  | {
      readonly say: 'own_record';
      readonly query: string;
      readonly call: ToolCall;
    }
  | {
      readonly say: 'handoff';
      readonly reason: HumanReason;
      readonly call: ToolCall;
      readonly told?: ToldSoFar | null;
    }
  | { readonly say: 'callback_booked'; readonly slot: CallbackSlot }
  | { readonly say: 'handoff_cancelled' }
  /** The customer would rather have the digital employee back. */
  | { readonly say: 'assistant_back' }
  | { readonly say: 'service_rated'; readonly rating: ServiceRating }
  | {
      readonly say: 'clarify';
      readonly options: readonly ClarifyOption[];
      /** Name of the product of ours that is to be held against another. */
      readonly against?: string;
    }
  /** With what looks up the articles it rests on, where a law is behind it. */
  | { readonly say: 'refusal'; readonly subject: RefusedSubject; readonly call?: ToolCall }
  | FraudHelpStep
  | {
      readonly say: 'emergency';
      readonly kind: 'self_harm';
      readonly victim: Victim;
      readonly eased?: boolean;
    }
  /** What the other steps say is said in the light of this. */
  | { readonly say: 'look_back'; readonly how: LookingBack; readonly words: string }
  | { readonly say: 'files_kept' }
  | { readonly say: 'social'; readonly act: SocialAct }
  | { readonly say: 'out_of_scope' }
  | { readonly say: 'flow'; readonly move: FlowMove; readonly call?: ToolCall }
  /** A plan is drafted for the need just confirmed, or on record; an advisor looks at it next. */
  | { readonly say: 'propose'; readonly call: ToolCall }
  /** Whether a sum can be reached with the need on record. */
  | { readonly say: 'goal'; readonly call: ToolCall; readonly wants?: GoalSide }
  /** What the customer says to a signed plan. */
  | { readonly say: 'plan_answer'; readonly answer: PlanAnswer; readonly goal?: string }
  | { readonly say: 'plan_status'; readonly goal?: string }
  /** One side of the plan that is on the table; without a need known here, of the one on record. */
  | { readonly say: 'plan_side'; readonly about: PlanSide; readonly call?: ToolCall }
  /** How far what is held has moved from the mix of the class. */
  | { readonly say: 'rebalance'; readonly call: ToolCall }
  /** What happens next with a matter that is on record. */
  | { readonly say: 'settled'; readonly flow: FlowName }
  | { readonly say: 'unsure'; readonly query: string };

/** Somebody is being cheated, or may be: what is taken up of what they tell, and what to do next. */
export interface FraudHelpStep extends FraudHelp {
  readonly say: 'emergency';
  readonly kind: 'fraud';
  /** All that was told now. */
  readonly told: FraudTold;
  /** `warning`: only an offer, and nobody is alarmed. */
  readonly manner: 'warning' | 'alarm' | 'further' | 'parting';
}

/** A step and what its tool found; `result` is null where the step needs none. */
export interface Settled {
  readonly step: Step;
  readonly result: ToolResult | null;
}

/** Understands and composes; never speaks. Made by `app.ts`, so this room knows no model. */
export interface Agent {
  /** Throws only if even the embedded model fails. */
  understand(context: TurnContext, journal: Journal): Promise<Understanding>;
  compose(
    context: TurnContext,
    settled: readonly Settled[],
    understanding: Understanding,
  ): Promise<Draft>;
  /** The same facts, figures and sources in other tones; none where there is nothing to change. */
  retone(context: TurnContext, draft: Draft, settled: readonly Settled[]): readonly Toned[];
  /** Written words for when a draft was stopped or the turn failed; always passes the guard. */
  safeReply(kind: 'blocked' | 'failed' | 'greeting', context: GreetingContext): Draft;
  /** Names of what speaks, for the record. */
  versions(): JsonObject;
}

/** A draft said in another tone. */
export interface Toned {
  readonly tone: Tone;
  readonly draft: Draft;
}

export interface GreetingContext {
  readonly customerName: string | null;
}
