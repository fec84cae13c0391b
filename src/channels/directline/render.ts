import type { Recorded } from '../../conversation/events.js';
import { activityId } from '../../conversation/activity-id.js';
import type { JsonObject } from '../../terms/json.js';
import { toIso, toLocalDate } from '../../terms/time.js';
import { statementFields } from '../statement-fields.js';
import type { Seal } from '../pictures/seal.js';
import { picturesAt } from '../pictures/door.js';
import type { Statement } from '../../terms/statement.js';
import { withAddresses } from './files.js';
import { handoffActivity } from './handoff.js';

/** Who is who on the wire. */
export interface Voices {
  readonly assistant: string;
  readonly customerUser: string;
  /** Our own address as this client sees it: `https://…`, no path. */
  readonly base: string;
  readonly seal: Seal;
}

const CHANNEL = 'directline';
export const ASSISTANT_ID = 'shuzhi';

/**
 * One recorded event as the activity a client sees, or null for what is not for its eyes. The
 * position in the record is the id, the watermark and Web Chat's sort key (stack.md §2.3, 3).
 */
export async function activityOf(
  conversation: string,
  recorded: Recorded,
  voices: Voices,
): Promise<JsonObject | null> {
  const { seq, at, event } = recorded;
  const base = {
    id: activityId(conversation, seq),
    timestamp: toIso(at),
    channelId: CHANNEL,
    conversation: { id: conversation },
  };
  switch (event.kind) {
    case 'MessageReceived':
    case 'FeedbackGiven':
      return echo(conversation, event.activity, base, seq, voices);
    case 'ReplyDecided':
      return {
        ...spoken(event.statement, base, seq, at, voices),
        from: { id: ASSISTANT_ID, name: voices.assistant, role: 'bot' },
        ...(event.inReplyTo.at(-1) ? { replyToId: event.inReplyTo.at(-1) } : {}),
        channelData: {
          speaker: 'ai',
          label: event.statement.aiLabel,
          rate: event.turn !== null && event.outcome.kind !== 'apology',
          turn: event.turn,
          outcome: event.outcome.kind,
          ...(event.outcome.kind === 'fraud_alert' ? { urgent: 'fraud' } : {}),
          'webchat:sequence-id': seq,
        },
      };
    case 'NoticeGiven':
      return {
        ...spoken(event.statement, base, seq, at, voices),
        from: { id: ASSISTANT_ID, name: voices.assistant, role: 'bot' },
        channelData: { speaker: 'notice', label: '服务通知', 'webchat:sequence-id': seq },
      };
    case 'AdvisorSaid': {
      const { id, name, licences } = event.by;
      return {
        ...spoken(event.statement, base, seq, at, voices),
        from: { id, name, role: 'bot' },
        ...(event.inReplyTo.at(-1) ? { replyToId: event.inReplyTo.at(-1) } : {}),
        channelData: {
          speaker: 'human',
          label: event.statement.aiLabel,
          licences: [...licences],
          rate: false,
          'webchat:sequence-id': seq,
        },
      };
    }
    default:
      return handoffOf(recorded, base, voices);
  }
}

/** The client's own activity, as received: its `clientActivityID` marks the bubble as sent. */
function echo(
  conversation: string,
  activity: JsonObject,
  base: JsonObject,
  seq: number,
  voices: Voices,
): JsonObject {
  const attachments = withAddresses(activity['attachments'], voices.base, conversation);
  const channelData = (activity['channelData'] ?? {}) as JsonObject;
  const from = (activity['from'] ?? {}) as JsonObject;
  return {
    ...activity,
    ...base,
    ...(attachments === undefined ? {} : { attachments }),
    from: { ...from, id: voices.customerUser, role: 'user' },
    recipient: { id: ASSISTANT_ID, name: voices.assistant, role: 'bot' },
    channelData: { ...channelData, 'webchat:sequence-id': seq },
  };
}

/** What every message of ours has, whoever speaks. */
const spoken = (
  statement: Statement,
  base: JsonObject,
  seq: number,
  at: number,
  voices: Voices,
): JsonObject => ({
  ...base,
  type: 'message',
  locale: 'zh-CN',
  recipient: { id: voices.customerUser, role: 'user' },
  ...statementFields(statement, {
    today: toLocalDate(at),
    pictureUrl: picturesAt(voices.seal, voices.base),
  }),
});

async function handoffOf(
  { seq, event }: Recorded,
  base: JsonObject & { readonly conversation: { readonly id: string } },
  voices: Voices,
): Promise<JsonObject | null> {
  const activity = await handoffActivity(event, base, { ...voices, assistantId: ASSISTANT_ID });
  return (
    activity && {
      ...activity,
      ...base,
      from: activity['from'] ?? { id: ASSISTANT_ID, name: voices.assistant, role: 'bot' },
      channelData: { speaker: 'notice', 'webchat:sequence-id': seq },
    }
  );
}

/**
 * While working: never recorded, carries no watermark, so no history replays it. It sorts right
 * behind what the client has seen, and before the reply.
 */
export const workingActivity = (
  conversation: string,
  voices: Pick<Voices, 'assistant'>,
  status: string | null,
  place: { readonly at: number; readonly after: number },
): JsonObject => ({
  type: 'typing',
  id: `${conversation}|working-${place.at}`,
  timestamp: toIso(place.at),
  channelId: CHANNEL,
  conversation: { id: conversation },
  from: { id: ASSISTANT_ID, name: voices.assistant, role: 'bot' },
  channelData: {
    'webchat:sequence-id': place.after + 0.5,
    ...(status ? { status } : {}),
  },
});
