import type { HandoffEvent, Person } from '../../conversation/handoff/events.js';
import type { HandoffState } from '../../conversation/handoff/evolve.js';
import type { Draft } from '../../terms/statement.js';
import { licenceWords } from '../../wording/licences.js';
import type { Wordings } from '../../wording/prompts.js';
import { EMBEDDED_MODEL } from '../understand/embedded.js';
import { draftOf } from './compose.js';
import { slotFacts } from './handoff.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';

/** 状态告知 in words: always of templates; null where the customer has nothing to be told. */
export function composeHandoffNotice(
  wordings: Wordings,
  event: HandoffEvent,
  before: HandoffState,
): Draft | null {
  const told = paragraphOf(wordings, event, before);
  return told && draftOf(told, EMBEDDED_MODEL);
}

function paragraphOf(
  wordings: Wordings,
  event: HandoffEvent,
  { person }: HandoffState,
): Paragraph | null {
  const say = (id: string, values: Record<string, string> = {}, part: Partial<Paragraph> = {}) =>
    worded(wordings, id, values, 0, part);
  switch (event.kind) {
    case 'PenTaken':
      return say('notice_joined', { advisor: named(event.by) });
    case 'HandoffReopened':
      return say('notice_reopened', { advisor: named(event.by) });
    case 'PenTransferred':
      return say('notice_transferred', { from: event.from.name, advisor: named(event.to) });
    case 'HandoffRequeued':
      return say('notice_requeued');
    case 'HandoffOffered':
      return event.escalated ? say('notice_escalated') : null;
    case 'HandoffFailed':
      return failed(say, event.slots);
    case 'PenReturned':
      if (event.how === 'customer') return null;
      return event.how === 'quiet' || person === null
        ? say('notice_quiet')
        : say('notice_returned', { advisor: person.name });
    case 'HandoffResolved':
      return say(
        'notice_resolved',
        { advisor: event.by.name },
        { cards: [{ kind: 'service_rating', of: event.by.name }] },
      );
    default:
      return null;
  }
}

const failed = (
  say: (id: string, values?: Record<string, string>, part?: Partial<Paragraph>) => Paragraph,
  slots: Extract<HandoffEvent, { kind: 'HandoffFailed' }>['slots'],
): Paragraph =>
  slots.length === 0
    ? say('notice_failed_visitor')
    : say(
        'notice_failed',
        {},
        { cards: [{ kind: 'callback_offer', slots }], facts: slots.flatMap(slotFacts) },
      );

function named({ name, licences }: Person): string {
  const words = licenceWords(licences);
  return `顾问${name}${words === '' ? '' : `（${words}）`}`;
}
