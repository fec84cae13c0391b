import type { EventFactory, TurnContext } from 'botbuilder';
import { activityId } from '../../conversation/activity-id.js';
import type { ConversationEvent, HandoffRequested } from '../../conversation/events.js';
import type { Person, ToldPlace } from '../../conversation/handoff/events.js';
import type { Point, Summary } from '../../conversation/handoff/summary.js';
import { toldOf } from '../../conversation/handoff/summary.js';
import type { Json, JsonObject } from '../../terms/json.js';
import type { Voices } from './render.js';

export type HubVoices = Voices & { readonly assistantId: string };

/**
 * 转人工 on the wire (directline.md §5.8): `handoff.initiate` and `handoff.status` as botbuilder's
 * EventFactory builds them, so that a hub or a client that knows Bot Framework understands them; what
 * they have no state for is `handoff.progress`, ours. Null: nothing a client is told.
 */
export async function handoffActivity(
  event: ConversationEvent,
  base: JsonObject & { readonly conversation: { readonly id: string } },
  voices: HubVoices,
): Promise<JsonObject | null> {
  switch (event.kind) {
    case 'HandoffRequested':
      return initiation(await factory(), event, base, voices);
    case 'HandoffQueued':
    case 'QueueMoved':
      return progress('queued', { ...event.place, text: placeText(event.place) });
    case 'HandoffRequeued':
      return progress('queued', { text: '正在为您重新安排顾问' });
    case 'HandoffOffered':
      return progress('offered', { text: '正在请顾问接入' });
    case 'PenTaken':
    case 'HandoffReopened':
      return status(await factory(), base, 'accepted', { advisor: shown(event.by) });
    case 'PenTransferred':
      return status(await factory(), base, 'accepted', { advisor: shown(event.to) });
    case 'PenReturned':
      return progress('returned', { text: '' });
    case 'HandoffResolved':
      return status(await factory(), base, 'completed', {});
    case 'HandoffFailed':
      return status(
        await factory(),
        base,
        'failed',
        { text: '暂时没有顾问，可以约回电' },
        'nobody came in time',
      );
    case 'CallbackBooked':
      return progress('booked', { text: `已约回电：${event.slot.label}` });
    case 'HandoffCancelled':
      return progress('cancelled', { text: '' });
    default:
      return null;
  }
}

/** Slow to load, and most conversations never need it: it waits for the first that does. */
const factory = async (): Promise<typeof EventFactory> =>
  (await import('botbuilder')).default.EventFactory;

/** A hub reads the names Copilot Studio uses; `text` is for the page's strip. */
function initiation(
  made: typeof EventFactory,
  { reason, summary }: HandoffRequested,
  base: JsonObject & { readonly conversation: { readonly id: string } },
  voices: HubVoices,
): JsonObject {
  const activity = {
    type: 'message',
    channelId: base['channelId'],
    serviceUrl: voices.base,
    conversation: base.conversation,
    from: { id: voices.customerUser },
    recipient: { id: voices.assistantId, name: voices.assistant },
  };
  const value = {
    va_ConversationId: base.conversation.id,
    va_BotId: voices.assistantId,
    va_Language: 'zh-CN',
    ...(summary && handedOver(base.conversation.id, toldOf(summary))),
    reasonCode: reason,
    state: 'requested',
    text: '已记下您要找真人顾问',
  };
  const event = made.createHandoffInitiation({ activity } as unknown as TurnContext, value);
  return plain(event);
}

/**
 * What a person has to know, under the names Copilot Studio gives them, and whole as `summary`. The
 * customer's own client reads it too: nothing colleagues wrote for each other is in it.
 */
function handedOver(conversation: string, summary: Summary): JsonObject {
  const { wanted, tried, promised, open } = summary;
  const points = (of: readonly Point[]): Json[] =>
    of.map(({ text, seq }) => ({ text, activity: activityId(conversation, seq) }));
  const words = (of: readonly Point[]) => of.map(({ text }) => text);
  const lines = [
    ['想知道', wanted],
    ['已答', tried],
    ['已承诺', promised],
    ['未完', open],
  ] as const;
  return {
    va_LastTopic: words(wanted).at(-1) ?? '',
    va_Topics: words(wanted),
    va_LastPhrases: words(open).at(-1) ?? words(wanted).at(-1) ?? '',
    va_Phrases: words(wanted),
    va_AgentMessage: lines
      .filter(([, of]) => of.length > 0)
      .map(([name, of]) => `${name}：${words(of).join('；')}`)
      .join('\n'),
    summary: {
      wanted: points(wanted),
      tried: points(tried),
      promised: points(promised),
      open: points(open),
    },
  };
}

/** Fields of ours beside `state`: whoever does not know them ignores them. */
function status(
  made: typeof EventFactory,
  { conversation }: { readonly conversation: { readonly id: string } },
  state: 'accepted' | 'failed' | 'completed',
  more: JsonObject,
  message?: string,
): JsonObject {
  const place = conversation as Parameters<typeof made.createHandoffStatus>[0];
  const event = plain(made.createHandoffStatus(place, state, message));
  return { ...event, value: { ...(event['value'] as JsonObject), ...more } };
}

const progress = (state: string, more: JsonObject): JsonObject => ({
  type: 'event',
  name: 'handoff.progress',
  value: { state, ...more },
});

/** Without what is not there; id and time are those of the record. */
function plain(event: object): JsonObject {
  const { id: _id, timestamp: _at, localTimezone: _zone, ...kept } = event as JsonObject;
  return JSON.parse(JSON.stringify(kept)) as JsonObject;
}

const shown = ({ id, name, licences }: Person): JsonObject => ({
  id,
  name,
  licences: [...licences],
});

const placeText = ({ position, minutes }: ToldPlace): string =>
  `排在第 ${position} 位${minutes === null ? '' : `，约 ${minutes} 分钟`}`;
