import type { App } from '../src/app.js';
import type { ReplyDecided } from '../src/conversation/events.js';
import { receive } from '../src/conversation/intake.js';
import { newConversationId, openConversation } from '../src/conversation/opening.js';
import { readStream } from '../src/conversation/stream.js';
import type { JsonObject } from '../src/terms/json.js';
import type { CustomerId } from '../src/terms/ids.js';

/** A conversation with a running app, without HTTP: through the same inbox and turn as every channel. */
export async function startTalk(app: App, customer: CustomerId | null = null) {
  const id = newConversationId();
  const intake = { store: app.store, origin: 'test', now: app.askDeps.now };
  await openConversation(intake, {
    id,
    channel: 'directline',
    channelConv: id,
    customer,
    address: null,
    greeting: null,
    isSent: false,
  });
  const events = async () => (await readStream(app.store, id)).map(({ event }) => event);
  const send = async (text: string, value: JsonObject | null): Promise<ReplyDecided> => {
    const receipt = await receive(intake, {
      conversation: id,
      key: newConversationId(),
      activity: { type: 'message', text, ...(value && { value }) },
      event: { text, value },
    });
    app.turns.wake(id);
    await app.turns.idle();
    const reply = (await events()).findLast(
      (event): event is ReplyDecided =>
        event.kind === 'ReplyDecided' && 'id' in receipt && event.inReplyTo.includes(receipt.id),
    );
    if (!reply) throw new Error(`no reply to ${text}`);
    return reply;
  };
  return {
    id,
    events,
    say: (text: string) => send(text, null),
    /** Presses the button of a card. */
    submit: (value: JsonObject) => send('', value),
  };
}
