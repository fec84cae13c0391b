import botbuilder from 'botbuilder';
import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import type { Request, Response } from 'express';
import type { MessagePlace } from '../../conversation/await-reply.js';
import { awaitReply } from '../../conversation/await-reply.js';
import type { IntakeDeps } from '../../conversation/intake.js';
import { receive } from '../../conversation/intake.js';
import { ensureConversation, newConversationId } from '../../conversation/opening.js';
import type { Due } from '../../conversation/outbox.js';
import { waitingReply } from '../../conversation/outbox.js';
import type { Turns } from '../../conversation/turns.js';
import type { Watch } from '../../conversation/watch.js';
import type { ConversationId } from '../../terms/ids.js';
import type { JsonObject } from '../../terms/json.js';
import type { Statement } from '../../terms/statement.js';
import { toLocalDate } from '../../terms/time.js';
import type { PictureUrl } from '../pictures/picture.js';
import { statementFields } from '../statement-fields.js';
import { BOT_FRAMEWORK } from './activity.js';
import type { Carry } from './replies-in-responses.js';

export interface AdapterDeps extends IntakeDeps {
  readonly appId: string | null;
  readonly password: string | null;
  readonly tenantId: string | null;
  readonly appType: string;
  readonly turns: Turns;
  readonly watch: Watch;
  readonly greet: () => Promise<Statement>;
  readonly pictureUrl: PictureUrl;
}

/** How long `expectReplies` waits for the outcome before the outbox takes over. */
const EXPECT_REPLIES_MS = 15_000;

export interface Adapter {
  /** Takes a checked activity in; the response is the SDK's to end. */
  take(req: Request, res: Response, expectReply: (conversation: string) => Carry): Promise<void>;
  /** Sends one statement back where its conversation came from. */
  deliver(due: Due): Promise<void>;
}

/** Everything of the door that needs the SDK, so that a start without it need not load it. */
export function createAdapter(deps: AdapterDeps): Adapter {
  const adapter = new botbuilder.CloudAdapter(
    new botbuilder.ConfigurationBotFrameworkAuthentication({
      ...(deps.appId ? { MicrosoftAppId: deps.appId } : {}),
      ...(deps.password ? { MicrosoftAppPassword: deps.password } : {}),
      ...(deps.tenantId ? { MicrosoftAppTenantId: deps.tenantId } : {}),
      MicrosoftAppType: deps.appType,
    }),
  );
  return {
    // The SDK types its own request and response; express's have all it uses.
    take: (req, res, expectReply) =>
      adapter.process(req as never, res as never, (context) => attend(deps, context, expectReply)),
    async deliver(due) {
      const reference = JSON.parse(due.address ?? '{}') as Partial<ConversationReference>;
      await adapter.continueConversationAsync(deps.appId ?? '', reference, async (context) => {
        await context.sendActivity(outgoing(due, deps));
      });
    },
  };
}

/** Takes one authenticated activity in; it is answered from the outbox or, if asked, right here. */
async function attend(
  deps: AdapterDeps,
  context: TurnContext,
  expectReply: (conversation: string) => Carry,
): Promise<void> {
  const { activity } = context;
  if (activity.type === 'conversationUpdate') return welcome(deps, activity);
  if (activity.type !== 'message') return;
  const text = activity.text ?? '';
  if (text.trim() === '' && !isRecord(activity.value)) return;
  const id = await conversationOf(deps, activity, null);
  const carry = activity.deliveryMode === 'expectReplies' ? expectReply(id) : null;
  const receipt = await receive(deps, {
    conversation: id,
    key: activity.id ?? newConversationId(),
    activity: JSON.parse(JSON.stringify(activity)) as JsonObject,
    event: { text, value: isRecord(activity.value) ? activity.value : null },
  });
  deps.turns.wake(id);
  if (carry && 'id' in receipt) {
    await answerInPlace(deps, context, carry, { conversation: id, ...receipt });
  }
}

const isRecord = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function welcome(deps: AdapterDeps, activity: Activity): Promise<void> {
  const joined = activity.membersAdded ?? [];
  if (!joined.some(({ id }) => id !== activity.recipient.id)) return;
  const id = await conversationOf(deps, activity, await deps.greet());
  deps.watch.tell(id, { kind: 'recorded' });
}

/** Foreign channels prove no customer of ours: everybody is a visitor. */
const conversationOf = (
  deps: AdapterDeps,
  activity: Activity,
  greeting: Statement | null,
): Promise<ConversationId> =>
  ensureConversation(deps, {
    channel: BOT_FRAMEWORK,
    channelConv: `${activity.channelId}|${activity.conversation.id}`,
    customer: null,
    address: addressOf(activity),
    greeting,
    isSent: true,
  });

/** Without the activity's own id: later replies answer later messages. */
function addressOf(activity: Activity): JsonObject {
  const { activityId: _, ...reference } = botbuilder.TurnContext.getConversationReference(activity);
  return JSON.parse(JSON.stringify(reference)) as JsonObject;
}

/**
 * Waits for the turn and puts the reply to this very message into the HTTP response. A message that
 * was answered together with a later one gets an empty response: that one carries the reply.
 */
async function answerInPlace(
  deps: AdapterDeps,
  context: TurnContext,
  carry: Carry,
  message: MessagePlace,
): Promise<void> {
  if (!(await awaitReply(deps, message, EXPECT_REPLIES_MS))) return;
  const due = await waitingReply(deps.store, message.conversation, message.id);
  if (due && carry(due)) await context.sendActivity(outgoing(due, deps));
}

/** The statement as an activity for foreign channels: the AI label stands in its text. */
function outgoing(
  due: Due,
  { now, pictureUrl }: Pick<AdapterDeps, 'now' | 'pictureUrl'>,
): Partial<Activity> {
  const { statement, id } = due;
  const fields = statementFields(statement, { today: toLocalDate(now()), pictureUrl });
  const text = `${String(fields['text'])}\n\n${statement.aiLabel}`;
  return {
    type: 'message',
    ...fields,
    text,
    channelData: { shuzhi: { id } },
  } as Partial<Activity>;
}
