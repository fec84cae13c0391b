import type { FraudTold, Victim } from './fraud.js';
import type { ProductCode } from './ids.js';
import type { Json } from './json.js';
import type { Deal, Submission } from './settlement.js';
import { RECORD_SIDES } from './transaction.js';

/** The side of a product the customer asks about. */
export const PRODUCT_ASPECTS = [
  'overview',
  'fees',
  'redemption',
  'risk',
  'minimum',
  'performance',
  'term',
  'issuer',
  'benchmark',
  'suitability',
] as const;
export type ProductAspect = (typeof PRODUCT_ASPECTS)[number];

/** How a customer asks for themselves: to know, because they insist, or to buy with borrowed money. */
export type Buyer = 'self' | 'insistent' | 'borrower';

/** Subjects on which the digital employee never gives an opinion, whoever asks. */
export const REFUSED_SUBJECTS = [
  'market_prediction',
  'promise',
  'inside_information',
  'discretion',
  'credentials',
  'other_customer',
  'personal_pick',
  'medical_advice',
  /** To invest what is borrowed. */
  'borrowed_money',
  /** 「选哪个好」 in the risk questionnaire: answers are the customer's own. */
  'coached_assessment',
  'coached_by_other',
] as const;
export type RefusedSubject = (typeof REFUSED_SUBJECTS)[number];

/** 气话里的理: what an angry customer's words come to. */
export const ANGRY_POINTS = [
  /** 「别跟我说市场波动」. */
  'no_excuse',
  /** 「你们可真会做生意」. */
  'mocked',
  /** 「存银行都比这强」. */
  'deposit_better',
  /** 「当初谁给我推的」. */
  'who_sold',
  /** 「风险提示写那么小谁看」. */
  'small_print',
  /** 「那我找监管去」. */
  'to_regulator',
  /** 「等了一礼拜没人理我」. */
  'ignored',
  /** 「什么破系统」. */
  'broken',
] as const;
/** What is felt by whoever speaks. */
export const FEELINGS = ['grief', 'illness', 'hardship', 'shame', 'lonely', 'fear', 'joy'] as const;

export const SOCIAL_ACTS = [
  'greeting',
  'thanks',
  'farewell',
  'identity',
  'abilities',
  'praise',
  /** 「好的」「算了」 that asks for nothing. */
  'noted',
  /** 「我换个问法」: the question is still to come. */
  'listening',
  /** 「说简单点」: shorter, slower, plainer. */
  'simpler',
  /** Angry, sad or worried over money, and in no danger: taken in before anything else is said. */
  'upset',
  /** Says that they were cheated or misled by us: taken in, and how it is put on record. */
  'wronged',
  /** Scolded for its answers, or sworn at. */
  'scolded',
  /** Wants to hear that we are sorry. */
  'apology',
  /** Something was told and nothing asked. */
  'told',
  /** News of a life, or a heart that speaks: taken in with a sentence, then answered. */
  ...FEELINGS,
  /** Angry words that make a point: it is owned up to, and never argued with. */
  ...ANGRY_POINTS,
  /** Asked what they told about themselves. */
  'remembered',
] as const;
export type SocialAct = (typeof SOCIAL_ACTS)[number];

export const isAngryPoint = (act: SocialAct): boolean => ANGRY_POINTS.some((one) => one === act);
export const isFeeling = (act: SocialAct): boolean => FEELINGS.some((one) => one === act);

/** 回头的话: how words stand to what was said before them. */
export const WAYS_OF_LOOKING_BACK = [
  /** 「我问的是…」: the reply before it answered something else. */
  'misheard',
  /** 「那就是不保本，对吧」: what was understood is said back, and a yes or no is wanted. */
  'claim',
  /** 「刚才说多少来着」: what was told before is wanted once more. */
  'recall',
  /** 「没听懂」「说简单点」: the answer before is wanted in fewer words. */
  'simpler',
] as const;
export type LookingBack = (typeof WAYS_OF_LOOKING_BACK)[number];

/** Why a person is wanted. */
export const HUMAN_REASONS = [
  'asked',
  'complaint',
  'weak_evidence',
  'repeated_failure',
  'distress',
  'callback',
  /** The risk class moved by two levels or more: a person looks at it with the customer. */
  'class_change',
  /** The suitability gate leaves it to a person. */
  'suitability',
] as const;
export type HumanReason = (typeof HUMAN_REASONS)[number];

export const EMERGENCIES = ['fraud', 'self_harm'] as const;
export type Emergency = (typeof EMERGENCIES)[number];

/** 流程: matters that take several messages. */
export const FLOWS = ['need', 'complaint', 'privacy', 'callback', 'fraud', 'assessment'] as const;
export type FlowName = (typeof FLOWS)[number];

/** The sides of a customer's own account that can be told; absent: another one. */
export const ACCOUNT_SIDES = [
  'holdings',
  'profit',
  'cost',
  'shares',
  'purchases',
  /** Whether it can be sold now, what that takes and when the money is there. */
  'exit',
  /** When it comes to its term. */
  'term',
  /** Whether to keep it or to sell it. */
  'keep',
  /** Which of two figures that were told is which. */
  'figures',
  /** A gain that shrank: taken in, and what moves it. */
  'given_back',
  /** What a move they suppose would leave. */
  'if_moved',
  /** How far it is back to what was paid. */
  'break_even',
  /** Whether it falls where shares do. */
  'stocks',
  /** What the record of transactions tells. */
  ...RECORD_SIDES,
] as const;
export type AccountSide = (typeof ACCOUNT_SIDES)[number];

/** What a customer says to a plan that an advisor has signed. */
export const PLAN_ANSWERS = ['read', 'refused'] as const;
export type PlanAnswer = (typeof PLAN_ANSWERS)[number];
/** Sides of a drafted plan that are asked about. */
export const PLAN_SIDES = [
  'loss',
  /** How much of a class of assets is in it, and why no more. */
  'share',
  'products',
  'why',
  /** Whether it matches the customer. */
  'fit',
  /** Which part of it brings little. */
  'drag',
  /** To buy it as it stands. */
  'buy',
  /** What happens next, and when. */
  'next',
  'bolder',
  'safer',
  /** What it may bring, which nobody foretells. */
  'gain',
  'cost',
  /** When the money can be had back. */
  'access',
  /** Why one product has so large a part of it. */
  'product',
  /** Why the classes of assets are other figures than the products. */
  'classes',
  /** Which of its products may fall most. */
  'riskiest',
  /** Against the one it took the place of. */
  'earlier',
  /** What comes of it where the markets fall. */
  'stress',
  /** Whether what is in it may fail. */
  'defaults',
  /** How much of it may lose principal, and how much is deposits and savings bonds. */
  'principal',
  /** What each part of it is there for. */
  'purpose',
  /** What its figures are reckoned from. */
  'basis',
  /** How much it moves, and fell in the past. */
  'volatile',
  /** For how long it was made. */
  'term',
  /** Whether rising prices are in its figures. */
  'inflation',
  /** Why these products and no others. */
  'picked',
  /** To put everything in deposits. */
  'deposits',
  /** Held against a deposit of the same sum. */
  'against_deposits',
  /** To leave a class of assets out. */
  'without',
  /** More or less of something, or another product. */
  'wish',
  /** To go back on it. */
  'undo',
  /** Whether the advisor may make it bolder. */
  'advisor',
  /** Who looks at it, and what follows where they do not approve. */
  'who',
  'rejected',
  /** How the customer hears of it. */
  'told',
  /** Not to wait for the advisor. */
  'hurry',
  /** How likely the sum is reached; what it takes each month, or how long, to make it likely. */
  'chance',
  'saving',
  'months',
] as const;
export type PlanSide = (typeof PLAN_SIDES)[number];
/** What is asked of a sum to be reached. */
export type GoalSide = Extract<PlanSide, 'chance' | 'saving' | 'months'>;

/** What was read from the customer's words for the slots of a flow, by slot name. */
export type SlotValues = Readonly<Record<string, Json>>;

/**
 * The closed set of things understanding may ask for. A model, embedded or LLM, only emits these;
 * what happens is decided by `conversation/decide.ts`.
 */
export type Command =
  | {
      readonly do: 'answer';
      readonly query: string;
      /** Document of the handbook entry just told, where the question goes on about it. */
      readonly entry?: string;
    }
  | {
      readonly do: 'describe_product';
      readonly code: ProductCode;
      readonly aspects: readonly ProductAspect[];
      readonly query: string;
      /** The customer wants it, or asks whether it is for them; absent: it is asked about in general. */
      readonly buyer?: Buyer;
      /** What the question itself tells of the money, slots as of a need; `order`: yuan to be paid in, or
       * 'all' they have; `premium`: of a policy; `finding`: what speaks against one more. */
      readonly told?: SlotValues;
    }
  | {
      readonly do: 'compare_products';
      readonly codes: readonly ProductCode[];
      readonly aspects: readonly ProductAspect[];
      /** What is asked of them in full, where the words leave it to what was asked before. */
      readonly query?: string;
    }
  /** The days that follow from an order; `code` null: no product is named, at most its `type`. */
  | {
      readonly do: 'reckon_dates';
      readonly deal: Deal;
      readonly code: ProductCode | null;
      readonly type: string | null;
      readonly submission: Submission;
      readonly query: string;
    }
  /** `skip`: how many of the list the customer has already seen. */
  | { readonly do: 'list_products'; readonly query: string; readonly skip: number }
  /** A product that is not ours, or only looks like ours. */
  | { readonly do: 'foreign_product' }
  /** Holdings, profit, orders, results: known only of a customer who is signed in. */
  | { readonly do: 'own_account'; readonly query: string; readonly about?: AccountSide }
  /** The customer's own risk class, how long it counts, and what they may do about it. */
  | { readonly do: 'my_profile' }
  /** The customer has read the signed plan, or does not take it. */
  /** `goal`: of several plans, the one for it; absent: the one spoken of last. */
  | { readonly do: 'answer_plan'; readonly answer: PlanAnswer; readonly goal?: string }
  /** How far the customer's latest plan has come. */
  | { readonly do: 'plan_status'; readonly goal?: string }
  /**
   * A plan for the need on record; `target`: yuan to be reached, where the words name one. `changed`:
   * what else is only tried out, slots as of the need.
   */
  | {
      readonly do: 'propose_plan';
      readonly target: number | null;
      readonly changed?: SlotValues;
      /** What is asked of the sum; absent: whether it can be reached. */
      readonly wants?: GoalSide;
      /** How often it is to be reached, ratio: 「九成把握」; absent: as the house reckons. */
      readonly within?: number;
    }
  /** A question about the plan drafted for the need on record. */
  | { readonly do: 'ask_plan'; readonly about: PlanSide }
  /** Whether what is held has moved from the mix of the class. */
  | { readonly do: 'check_rebalance' }
  /** `against`: name of a product of ours that is to be held against another, which was not named. */
  | {
      readonly do: 'clarify';
      readonly options: readonly ClarifyOption[];
      readonly against?: string;
    }
  | { readonly do: 'request_human'; readonly reason: HumanReason }
  | { readonly do: 'book_callback'; readonly slot: string }
  /** The customer no longer wants a person, or not at the booked time. */
  | { readonly do: 'cancel_human' }
  /** A button, never words: the person may go, and the digital employee is wanted back. */
  | { readonly do: 'return_to_assistant' }
  /** The card at the end of a person's service, filled in. */
  | ({ readonly do: 'rate_service' } & ServiceRating)
  | { readonly do: 'start_flow'; readonly flow: FlowName }
  /** Values for the open flow, or the one started beside it; the flow checks them. */
  | { readonly do: 'set_slots'; readonly values: SlotValues }
  | { readonly do: 'affirm' }
  | { readonly do: 'deny' }
  | { readonly do: 'cancel_flow' }
  /** What happens next, or when, with the matter just recorded. */
  | { readonly do: 'follow_settled'; readonly flow: FlowName }
  /** 「不知道」「随便」: the question asked has no answer. */
  | { readonly do: 'skip_slots' }
  /** 「这题什么意思」: the question asked is explained, never answered. */
  | { readonly do: 'explain_slot' }
  | { readonly do: 'refuse'; readonly subject: RefusedSubject }
  /**
   * With what is told of it; nothing: the alarm alone. Of a danger to life only whose it is (absent: the
   * customer's), and that it has passed for now.
   */
  | ({ readonly do: 'emergency'; readonly kind: 'fraud' } & FraudTold)
  | {
      readonly do: 'emergency';
      readonly kind: 'self_harm';
      readonly victim?: Victim;
      readonly eased?: boolean;
    }
  /**
   * Beside what is asked: how it stands to what was said before. `words`: what was claimed, or is
   * wanted again.
   */
  | { readonly do: 'look_back'; readonly how: LookingBack; readonly words: string }
  /** Files came with the words: kept, not read. */
  | { readonly do: 'receive_files' }
  | { readonly do: 'social'; readonly act: SocialAct }
  | { readonly do: 'out_of_scope' };

/** 服务评价, as the customer filled it in. */
export interface ServiceRating {
  /** 5 很满意 … 1 很不满意. */
  readonly score: number;
  /** Null: not told. */
  readonly solved: boolean | null;
  readonly words: string | null;
}

export interface ClarifyOption {
  readonly label: string;
  readonly say: string;
  /** Set by our own shelf alone: the label is this product's name, and its figures are the master's. */
  readonly product?: ProductCode;
}
