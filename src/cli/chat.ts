import { createInterface } from 'node:readline/promises';
import { pino } from 'pino';
import type { App } from '../app.js';
import { createApp } from '../app.js';
import { readConfig } from '../config.js';
import type { ReplyDecided } from '../conversation/events.js';
import { newConversationId, openConversation, receive } from '../conversation/intake.js';
import { readStream } from '../conversation/stream.js';
import { findCustomer } from '../profiles/kyc.js';
import type { ConversationId, CustomerId } from '../terms/ids.js';
import { customerId } from '../terms/ids.js';
import type { AddCommand } from './command.js';
import { CommandFailure, printJson, printLine } from './command.js';

interface ChatOptions {
  readonly as?: string;
  readonly say: readonly string[];
  readonly json?: boolean;
}

export const addChat: AddCommand = (program) => {
  program
    .command('chat')
    .description('talk to the digital employee in the terminal')
    .option('--as <customer>', 'speak as this customer, e.g. C1003')
    .option(
      '--say <text...>',
      'say this (repeat for several turns) instead of asking for input',
      [],
    )
    .option('--json', 'print replies with citations, tools, verdicts and timings as JSON')
    .action((options: ChatOptions) => chat(options));
};

async function chat(options: ChatOptions): Promise<void> {
  const app = await createApp(
    readConfig(process.env),
    pino({ level: 'error' }, pino.destination(2)),
  );
  try {
    const customer = await customerOf(app, options.as);
    const conversation = newConversationId();
    const greeting = await app.greet(customer);
    await openConversation(
      { store: app.store, origin: 'shuzhi', now: Date.now },
      {
        id: conversation,
        channel: 'terminal',
        channelConv: conversation,
        customer,
        address: null,
        greeting,
        isSent: false,
      },
    );
    if (options.say.length > 0) {
      const replies: unknown[] = [];
      for (const text of options.say)
        replies.push(report(await ask(app, conversation, text), options));
      if (options.json) printJson(replies.length === 1 ? replies[0] : replies);
    } else await converse(app, conversation, greeting.text);
  } finally {
    await app.close();
  }
}

async function customerOf(app: App, id: string | undefined): Promise<CustomerId | null> {
  if (id === undefined) return null;
  if (!(await findCustomer(app.store, id))) throw new CommandFailure(`no customer is called ${id}`);
  return customerId(id);
}

/** One message in, the reply to it out: through the same inbox and turn as every channel. */
async function ask(app: App, conversation: ConversationId, text: string): Promise<ReplyDecided> {
  const receipt = await receive(
    { store: app.store, origin: 'shuzhi', now: Date.now },
    {
      conversation,
      key: newConversationId(),
      activity: { type: 'message', text },
      event: { text, value: null },
    },
  );
  if (!('id' in receipt)) throw new CommandFailure('the message was not taken');
  for (;;) {
    const recorded = new Promise<void>((resolve) => {
      const stop = app.watch.follow(conversation, (news) => {
        if (news.kind !== 'recorded') return;
        stop();
        resolve();
      });
    });
    app.turns.wake(conversation);
    await recorded;
    const reply = (await readStream(app.store, conversation)).findLast(
      ({ event }) => event.kind === 'ReplyDecided' && event.inReplyTo.includes(receipt.id),
    );
    if (reply) return reply.event as ReplyDecided;
  }
}

function report({ statement, outcome, trace }: ReplyDecided, { json }: ChatOptions): unknown {
  if (!json) printReply(statement.text, statement.citations, statement.suggestions);
  return {
    reply: statement.text,
    outcome: outcome.kind,
    citations: statement.citations,
    cards: statement.cards.map(({ kind }) => kind),
    suggestions: statement.suggestions.map(({ label }) => label),
    commands: trace?.commands ?? [],
    tools: trace?.tools ?? [],
    verdict: trace?.verdict ?? 'pass',
    findings: trace?.findings ?? [],
    model: trace?.model ?? null,
    timings: trace?.timings ?? {},
  };
}

function printReply(
  text: string,
  citations: readonly { title: string; article: string | null }[],
  suggestions: readonly { label: string }[],
): void {
  printLine(`小屿：${text}`);
  citations.forEach(({ title, article }, index) =>
    printLine(`  [${index + 1}] ${title}${article ? ` ${article}` : ''}`),
  );
  if (suggestions.length > 0)
    printLine(`  〔${suggestions.map(({ label }) => label).join('〕〔')}〕`);
}

async function converse(app: App, conversation: ConversationId, greeting: string): Promise<void> {
  printLine(`小屿：${greeting}`);
  const input = createInterface({ input: process.stdin, output: process.stdout, prompt: '您：' });
  input.prompt();
  for await (const line of input) {
    if (line.trim() !== '') report(await ask(app, conversation, line.trim()), { say: [] });
    input.prompt();
  }
}
