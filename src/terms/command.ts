import type { ProductCode } from './ids.js';

/** The side of a product the customer asks about. */
export type ProductAspect =
  'overview' | 'fees' | 'redemption' | 'risk' | 'minimum' | 'performance' | 'term' | 'issuer';

/** Subjects on which the digital employee never gives an opinion, whoever asks. */
export type RefusedSubject =
  | 'market_prediction'
  | 'promise'
  | 'inside_information'
  | 'discretion'
  | 'credentials'
  | 'other_customer'
  | 'personal_pick';

export type SocialAct = 'greeting' | 'thanks' | 'farewell' | 'identity' | 'abilities' | 'praise';

export type HumanReason =
  'asked' | 'complaint' | 'weak_evidence' | 'repeated_failure' | 'distress' | 'callback';

/**
 * The closed set of things understanding may ask for. A model, embedded or LLM, only emits these;
 * what happens is decided by `conversation/decide.ts`.
 */
export type Command =
  | { readonly do: 'answer'; readonly query: string }
  | {
      readonly do: 'describe_product';
      readonly code: ProductCode;
      readonly aspects: readonly ProductAspect[];
      readonly query: string;
    }
  | {
      readonly do: 'compare_products';
      readonly codes: readonly ProductCode[];
      readonly aspects: readonly ProductAspect[];
    }
  | { readonly do: 'list_products'; readonly query: string }
  /** Holdings, profit, orders, results: known only after a sign-in this channel does not have yet. */
  | { readonly do: 'own_account'; readonly query: string }
  | { readonly do: 'clarify'; readonly options: readonly ClarifyOption[] }
  | { readonly do: 'request_human'; readonly reason: HumanReason }
  | { readonly do: 'book_callback'; readonly slot: string }
  /** The customer no longer wants a person, or not at the booked time. */
  | { readonly do: 'cancel_human' }
  | { readonly do: 'refuse'; readonly subject: RefusedSubject }
  | { readonly do: 'emergency'; readonly kind: 'fraud' | 'self_harm' }
  | { readonly do: 'social'; readonly act: SocialAct }
  | { readonly do: 'out_of_scope' };

export interface ClarifyOption {
  readonly label: string;
  readonly say: string;
}
