import type { Fact } from './fact.js';
import type { Citation } from './passage.js';
import type { Plan, RiskReturn } from './plan.js';
import type { AgainstTarget, PortfolioReview } from './portfolio.js';
import type { Product } from './product.js';
import type { Answers, Questionnaire } from './questionnaire.js';
import type { LocalDate } from './time.js';

/** A tappable next step: `say` is what the customer is taken to have said. */
export interface Suggestion {
  readonly label: string;
  readonly say: string;
  /** One of the answers to a question: shown with all the others, or it would lead. */
  readonly isAnswer?: true;
}

/** A picture of facts that people would rather look at than read; the channel draws it. */
export type Card =
  | { readonly kind: 'product_facts'; readonly product: Product }
  | { readonly kind: 'comparison'; readonly products: readonly Product[] }
  | { readonly kind: 'holdings'; readonly review: PortfolioReview }
  /** How a person's service was; `of`: who served. */
  | { readonly kind: 'service_rating'; readonly of: string }
  | { readonly kind: 'callback_offer'; readonly slots: readonly CallbackSlot[] }
  | { readonly kind: 'assessment_page'; readonly page: AssessmentPage }
  /** `review` null: a draft, which goes on record as a proposal with the reply that shows it. */
  | { readonly kind: 'plan'; readonly plan: Plan; readonly review: PlanReview | null }
  /** `of`: whose point is marked among those of the classes, as the customer calls it. */
  | { readonly kind: 'risk_return'; readonly of: string; readonly past: RiskReturn }
  | { readonly kind: 'against_target'; readonly classes: readonly AgainstTarget[] };

/** 顾问审核: who has looked at a plan, and when. */
export interface PlanReview {
  /** The proposal's id. */
  readonly proposal: string;
  readonly advisor: string;
  readonly on: LocalDate;
  /** Why the advisor changed the draft, in words for the customer; null: it is as drafted. */
  readonly adjusted: string | null;
}

/** One page of the risk questionnaire as a form; `chosen` are answers given before. */
export interface AssessmentPage {
  readonly id: string;
  readonly version: string;
  readonly page: number;
  readonly pages: number;
  /** Number of its first question, from 1. */
  readonly first: number;
  readonly questions: Questionnaire['questions'];
  readonly chosen: Answers;
}

export interface CallbackSlot {
  readonly id: string;
  readonly label: string;
}

/** Which prompt or reply template spoke, so that any answer names the words it came from. */
export interface WordingRef {
  readonly id: string;
  /** First 16 hex digits of SHA-256 over the file. */
  readonly hash: string;
}

/** What we would like to say (草稿). Not sayable before `guard` has passed it. */
export interface Draft {
  /** Plain Chinese; `**bold**`, blank lines between paragraphs, `[n]` for citations. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly facts: readonly Fact[];
  readonly cards: readonly Card[];
  readonly suggestions: readonly Suggestion[];
  readonly wording: readonly WordingRef[];
  readonly model: string;
}

declare const guarded: unique symbol;

/**
 * A draft that the guard has passed (可发出的话). Only `compliance/guard.ts` makes one, and only
 * this can be recorded as a reply or sent: an unguarded sentence is a type error.
 */
export interface Statement extends Draft {
  /** 标识: that it is a machine, or which person, who speaks. */
  readonly aiLabel: string;
  readonly [guarded]: true;
}
