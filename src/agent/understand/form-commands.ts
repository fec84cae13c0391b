import type { TurnContext } from '../../conversation/agent.js';
import type { Command, SlotValues } from '../../terms/command.js';
import type { JsonObject } from '../../terms/json.js';
import type { Questionnaire } from '../../terms/questionnaire.js';
import { commandOfCard } from './rules.js';

/** What the buttons of the questionnaire's form send as `intent`. */
const FORM = 'risk_form';

/** A submitted card as commands; null when it is not one of ours. */
export function commandsOfCard(
  value: JsonObject,
  { assessing }: Pick<TurnContext, 'assessing'>,
): readonly Command[] | null {
  if (value['intent'] === FORM) return commandsOfForm(value, assessing?.questionnaire ?? null);
  const pressed = commandOfCard(value);
  return pressed && [pressed];
}

/** A page of another version answers other questions: the one that counts now is shown instead. */
function commandsOfForm(
  value: JsonObject,
  questionnaire: Questionnaire | null,
): readonly Command[] {
  const { act, page, version } = value;
  if (act === 'cancel') return [{ do: 'cancel_flow' }];
  const start: Command = { do: 'start_flow', flow: 'assessment' };
  const set = (values: SlotValues): readonly Command[] => [
    start,
    { do: 'set_slots', values: { way: 'form', ...values } },
  ];
  if (!questionnaire || version !== questionnaire.version) return set({});
  const at = Number(page);
  if (act === 'back') return set({ page: at - 1 });
  const answers = questionnaire.questions.flatMap(({ id }) =>
    typeof value[id] === 'string' ? [[id, value[id]] as const] : [],
  );
  return set({ ...Object.fromEntries(answers), page: at + 1 });
}
