import { DEFAULT_THRESHOLDS } from '../../src/advice/suitability/house-thresholds.js';
import { loadRetentionRules } from '../../src/app/retention-rules.js';
import type { Agent, ToolResult } from '../../src/conversation/agent.js';
import type { ConversationEvent } from '../../src/conversation/events.js';
import type { Receipt } from '../../src/conversation/intake.js';
import { receive } from '../../src/conversation/intake.js';
import { newConversationId, openConversation } from '../../src/conversation/opening.js';
import { safeStatement } from '../../src/conversation/speak.js';
import { createTurns } from '../../src/conversation/turns.js';
import type { TurnsDeps } from '../../src/conversation/turns.js';
import { createWatch } from '../../src/conversation/watch.js';
import { readStream } from '../../src/conversation/stream.js';
import type { Store } from '../../src/store/store.js';
import { customerId } from '../../src/terms/ids.js';
import type { Command } from '../../src/terms/command.js';
import type { Draft } from '../../src/terms/statement.js';

/** A model for tests: it wants what the script says and composes the words it is given. */
export interface Script {
  understand: (text: string) => Promise<readonly Command[]> | readonly Command[];
  compose: (text: string) => Promise<string> | string;
}

export const draft = (text: string): Draft => ({
  text,
  citations: [],
  facts: [],
  cards: [],
  suggestions: [],
  wording: [],
  model: 'scripted',
});

export const nothing: ToolResult = {
  facts: [],
  passages: [],
  products: [],
  slots: [],
  support: null,
  failure: null,
};

export const scriptedAgent = (script: Script): Agent => ({
  understand: async ({ messages }) => ({
    commands: await script.understand(messages.map(({ text }) => text).join('|')),
    candidate: null,
    model: 'scripted',
    requestHash: null,
    tokens: null,
  }),
  compose: async ({ messages }) =>
    draft(await script.compose(messages.map(({ text }) => text).join('|'))),
  retone: () => [],
  safeReply: (kind) => draft(`安全答复：${kind}`),
  versions: () => ({ model: 'scripted' }),
});

export const echoScript = (): Script => ({
  understand: () => [{ do: 'social', act: 'thanks' }],
  compose: (text) => `收到：${text}`,
});

export function turnsDeps(store: Store, script: Script, more: Partial<TurnsDeps> = {}): TurnsDeps {
  return {
    store,
    origin: 'test',
    owner: 'test:one',
    agent: scriptedAgent(script),
    watch: createWatch(),
    now: Date.now,
    runTool: async () => nothing,
    effectOf: () => 'read',
    supportThreshold: 0.5,
    needDays: () => DEFAULT_THRESHOLDS.needDays,
    allowedHosts: [],
    aiLabel: '小屿 · AI 生成',
    houseWords: [],
    questionnaires: [],
    ownNames: [],
    knowledgeVersion: () => 'k1',
    retention: () => loadRetentionRules('2026-03-02'),
    planUnfit: async () => null,
    tokenPrice: null,
    turnTimeoutMs: 5_000,
    concurrency: 8,
    sentChannels: [],
    onWorking: () => undefined,
    onError: () => undefined,
    onTurn: () => undefined,
    ...more,
  };
}

/** One conversation to talk in. */
export async function conversation(
  deps: TurnsDeps,
  channel = 'directline',
  customer: string | null = null,
) {
  const id = newConversationId();
  const intake = { store: deps.store, origin: 'test', now: Date.now };
  const turns = createTurns(deps);
  await openConversation(intake, {
    id,
    channel,
    channelConv: id,
    customer: customer === null ? null : customerId(customer),
    address: null,
    greeting: safeStatement(deps, 'greeting'),
    isSent: deps.sentChannels.includes(channel),
  });
  let count = 0;
  return {
    id,
    turns,
    say: (text: string, key = `key-${(count += 1)}`): Promise<Receipt> =>
      receive(intake, { conversation: id, key, activity: { text }, event: { text, value: null } }),
    /** Runs turns until none waits. */
    async settle() {
      turns.wake(id);
      await turns.idle();
    },
    events: async (): Promise<ConversationEvent[]> =>
      (await readStream(deps.store, id)).map(({ event }) => event),
    async replies(): Promise<string[]> {
      const events = await this.events();
      return events.flatMap((event) =>
        event.kind === 'ReplyDecided' && event.turn !== null ? [event.statement.text] : [],
      );
    },
  };
}
