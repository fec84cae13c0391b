import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import type { FlowName } from '../../terms/command.js';
import type { Suggestion } from '../../terms/statement.js';
import type { Wordings } from '../../wording/prompts.js';
import { complaintSide, complaintWords } from './complaint-on-record.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';

const CALL_BACK: Suggestion = { label: '预约回电', say: '请顾问给我回电' };

const ANOTHER_COMPLAINT: Suggestion = { label: '另外投诉一件事', say: '我要另外投诉一件事' };

const DRAFTED = /方案草稿，待顾问审核/;

/** What happens next with a matter on record, and when. */
export function settledParagraph(
  wordings: Wordings,
  { state, customer, seed, history, messages }: TurnContext,
  flow: FlowName,
): Paragraph {
  const say = (id: string, values: Record<string, string> = {}, part: Partial<Paragraph> = {}) =>
    worded(wordings, id, values, seed, part);
  const { complaintDue, complaintNumber, callback } = state;
  if (flow === 'complaint' && complaintDue && complaintNumber !== null) {
    const { values, facts } = complaintWords(complaintNumber, complaintDue);
    const side = messages.map(({ text }) => complaintSide(text)).find((one) => one !== null);
    return say(side ?? 'next_complaint', values, { facts, suggestions: [ANOTHER_COMPLAINT] });
  }
  if (flow === 'assessment') {
    return say(state.handoff === 'none' ? 'next_assessment' : 'next_assessment_person');
  }
  if (flow === 'callback') return callback ? booked(say, callback) : say('next_callback_none');
  const isDrafted = history.some((one) => isOurs(one) && DRAFTED.test(one.text));
  if (isDrafted) return say('plan_next', {}, { suggestions: [CALL_BACK] });
  const suggestions = customer === null ? [] : [CALL_BACK];
  return say(customer === null ? 'next_need_visitor' : 'next_need', {}, { suggestions });
}

const booked = (
  say: (id: string, values: Record<string, string>, part: Partial<Paragraph>) => Paragraph,
  { id, label }: { readonly id: string; readonly label: string },
): Paragraph =>
  say(
    'next_callback',
    { slot: label },
    { facts: [{ value: id.slice(0, 10), unit: 'date', label: '回电日期' }] },
  );
