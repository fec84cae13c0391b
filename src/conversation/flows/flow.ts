import type { FlowName, HumanReason, SlotValues } from '../../terms/command.js';
import type { Json } from '../../terms/json.js';
import type { LocalDate } from '../../terms/time.js';
import type { ConversationEvent } from '../events.js';
import type { Assessing } from './assessment.js';

/** Who is asked and when: what a flow may look at besides the values. */
export interface FlowContext {
  /** What the risk questionnaire is taken on; null: by nobody here. */
  readonly assessing?: Assessing | null;
  readonly customer: string | null;
  readonly turn: string;
  /** The last of the messages taken: where the values were said. */
  readonly message: string;
  /** The day that message came in: terms run from it, however late the turn does. */
  readonly received: LocalDate;
}

/** A matter of several messages, as data and pure functions (CALM's division of labour: the model only emits commands). */
export interface Flow {
  readonly name: FlowName;
  /** At most two questions a turn are asked of these, in order. */
  readonly slots: readonly string[];
  readonly questionsAtOnce: 1 | 2;
  /** Whether a value may stand in a slot; what fails is asked again. */
  accepts(slot: string, value: Json): boolean;
  /** Whether a slot has to be filled, given the others. */
  needs(slot: string, values: SlotValues): boolean;
  /** What is left of the values once something was learned that does not go with the rest; absent: all. */
  settle?(values: SlotValues, learned: SlotValues): SlotValues;
  /** Whether the values are echoed back before anything is recorded. */
  readonly confirms: boolean;
  /** Every slot needs an answer of the customer's own: 「不知道」 fills none. */
  readonly isWhole?: boolean;
  /** Slots that are left unknown rather than asked for a third time. */
  readonly mayStayOpen?: readonly string[];
  /** What is known as it begins. */
  begins?(): SlotValues;
  /** What is left of values told for something that counts no more, as it begins anew; null: they count. */
  renewed?(values: SlotValues): SlotValues | null;
  /** What the customer confirmed before: echoed where they begin without a word of their own. */
  readonly confirmed?: SlotValues;
  /** What an agreed echo adds; slots it makes needed are asked, and the echo comes once more. */
  agreed?(values: SlotValues): SlotValues;
  /** Why a person is brought in once it is recorded; null: none is. */
  handsOff(values: SlotValues): HumanReason | null;
  /** What goes on record once the customer has agreed. */
  record(values: SlotValues, context: FlowContext): readonly ConversationEvent[];
}

/** An open flow, folded from its events. */
export interface FlowState {
  readonly name: FlowName;
  readonly values: SlotValues;
  /** Slots the last reply asked for; none while confirming. */
  readonly asked: readonly string[];
  readonly stage: 'asking' | 'confirming';
  /** Replies in a row that asked the same and learned nothing. */
  readonly misses: number;
  /** The question was last repeated after an answer to something else; absent: no. */
  readonly reminded?: boolean;
  /** Replies since the flow last said something; absent: none. */
  readonly quiet?: number;
}

/** Where a flow goes in one turn. */
export type FlowMove =
  | {
      readonly to: 'ask';
      readonly flow: FlowName;
      readonly values: SlotValues;
      /** What was learned in this turn. */
      readonly learned: SlotValues;
      readonly asks: readonly string[];
      readonly manner:
        | 'opening'
        | 'next'
        | 'corrected'
        | 'again'
        | 'rejected'
        | 'resumed'
        | 'explained'
        | 'renewed';
    }
  | {
      readonly to: 'confirm';
      readonly flow: FlowName;
      readonly values: SlotValues;
      readonly learned: SlotValues;
      readonly manner: 'first' | 'corrected' | 'again' | 'resumed';
    }
  | {
      readonly to: 'record';
      readonly flow: FlowName;
      readonly values: SlotValues;
      readonly learned: SlotValues;
    }
  | {
      readonly to: 'close';
      readonly flow: FlowName;
      readonly how: 'cancelled' | 'given_up' | 'interrupted';
    };
