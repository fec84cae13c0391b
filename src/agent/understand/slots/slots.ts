import type { ConversationState } from '../../../conversation/evolve.js';
import type { FlowState } from '../../../conversation/flows/flow.js';
import { normalize } from '../../../language/fold.js';
import type { FlowName, SlotValues } from '../../../terms/command.js';
import type { Questionnaire } from '../../../terms/questionnaire.js';
import type { LocalDate } from '../../../terms/time.js';
import { fraudClauses, moneyGoneIn } from '../fraud/money-gone.js';
import { assessmentSlots } from './assessment-slots.js';
import { callbackTimeIn } from './callback-times.js';
import { complaintSlots } from './complaint-slots.js';
import { needSlots } from './need-slots.js';
import { rightsIn } from './rights.js';
import { secondThoughtIn } from './second-thoughts.js';

/** What a sentence says for the slots of one flow, as far as it can be read; the flow checks it. */
export function slotsIn(
  flow: FlowName,
  text: string,
  state: ConversationState,
  today: LocalDate,
  questionnaire?: Questionnaire,
): SlotValues {
  const open = state.flow?.name === flow ? state.flow : null;
  const asked = open?.asked ?? [];
  switch (flow) {
    case 'need':
      return needSlots(
        text,
        isShareAlone(text, open) ? ['loss_limit'] : asked,
        today,
        open?.values,
      );
    case 'complaint':
      return complaintSlots(text, state.flow);
    case 'privacy': {
      const right = rightsIn(normalize(text).text);
      return right ? { right } : {};
    }
    case 'callback': {
      const folded = normalize(text).text;
      const said = secondThoughtIn(folded)?.then ?? folded;
      const time = callbackTimeIn(said, state.callbackSlots, today);
      return time ? { time: { id: time.id, label: time.label } } : {};
    }
    case 'fraud':
      return sentIn(text);
    case 'assessment':
      return questionnaire ? assessmentSlots(text, state.flow, questionnaire, today) : {};
  }
}

/** 「10%」 under the echo: only what may be lost is a share. */
const isShareAlone = (text: string, open: FlowState | null): boolean =>
  open?.stage === 'confirming' &&
  /^[\s就是那]*(\d{1,2}(\.\d+)?\s*[%％]|[一二两三四五半]成|百分之[一二三四五六七八九十]{1,3})(以内|吧|左右|就行)*[。!！\s]*$/.test(
    text,
  );

/** Asked whether money has left, a bare yes or no answers too. */
function sentIn(text: string): SlotValues {
  const clauses = fraudClauses(text);
  const gone = moneyGoneIn(clauses);
  if (gone !== null) return { sent: gone };
  const folded = clauses.join('');
  if (/没有$|^我?(就|也|都|可)?(还)?没|^未|退群|拉黑|不理|没理|没信|不信/.test(folded))
    return { sent: false };
  return /^(转了|是的?|对|嗯)/.test(folded) ? { sent: true } : {};
}
