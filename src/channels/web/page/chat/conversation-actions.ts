import type { Rating } from '../record/activity.js';

export type Reason = 'off_topic' | 'unclear' | 'wrong_data' | 'attitude' | 'other';

export interface Feedback {
  readonly turn: string;
  readonly activity: string;
  readonly rating: Rating;
  readonly reason?: Reason;
  /** At most 100 characters. */
  readonly words?: string;
}

/** What the frame may do in the conversation once Web Chat has arrived. */
export interface ConversationActions {
  /** Says it as the customer, visibly. */
  readonly say: (text: string) => void;
  /** Chooses a next step, as a card's button does: `value` is sent without a bubble. */
  readonly choose: (value: { readonly intent: string }) => void;
  readonly rate: (feedback: Feedback) => void;
  readonly reconnect: () => void;
}
