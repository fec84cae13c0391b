import type { ComplaintDeadlines } from '../../compliance/complaint-deadlines.js';
import type { Fact } from '../../terms/fact.js';
import { dayInChat } from '../../wording/figures.js';

/** 在案的投诉: the number it is found by, and the days on which answers are due. */

export interface ComplaintWords {
  readonly values: Readonly<Record<'number' | 'decision' | 'complex', string>>;
  readonly facts: readonly Fact[];
}

export const complaintWords = (
  number: string,
  { decision, complex }: Pick<ComplaintDeadlines, 'decision' | 'complex'>,
): ComplaintWords => ({
  values: { number, decision: dayInChat(decision), complex: dayInChat(complex) },
  facts: [decision, complex].map((value) => ({
    value,
    unit: 'date',
    label: `投诉 ${number} 的答复期限`,
  })),
});

const NUMBER = /(单|编|登记|受理|流水|工单|投诉)号|号(码)?(是)?(多少|给我|几)/;
/** A day that went by in silence, though it has not come yet. */
const SILENCE =
  /(没|不)(有)?(人|给|见)?(理|管|回|答复|处理|结果|消息|动静|音)|(过|超)(了)?(期|时|这天|那天|日子)|拖着|拖下去/;

/** The side of the complaint that is asked for, first of all. */
export function complaintSide(
  said: string,
): 'next_complaint_number' | 'next_complaint_late' | null {
  // Who goes on to the regulator is told of it as well.
  if (NUMBER.test(said) && !/监管|12378|12386|证监|金融局|上面/.test(said))
    return 'next_complaint_number';
  return SILENCE.test(said) ? 'next_complaint_late' : null;
}
