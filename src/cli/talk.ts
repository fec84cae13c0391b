import { createInterface } from 'node:readline/promises';
import { pino } from 'pino';
import type { Config } from '../config.js';
import { readConfig } from '../config.js';
import type { ReplyDecided, Trace } from '../conversation/events.js';
import type { ChatOptions } from './chat.js';
import { CommandFailure, printJson, printLine } from './command.js';
import type { RunningServer } from './running-server.js';
import { runningServer } from './running-server.js';

/** The other end of the line: the service that runs here, or one of our own for this talk. */
interface Line {
  readonly greeting: string;
  say(text: string): Promise<ReplyDecided>;
  hangUp(): Promise<void>;
}

/** Holds the talk that was asked for: what was given to say, or what is typed. */
export async function talk(options: ChatOptions): Promise<void> {
  const config = readConfig(process.env);
  const server = await runningServer(config);
  const line = server ? await callServer(server, options.as) : await callOwn(config, options.as);
  try {
    if (options.say.length === 0) return await converse(line);
    const replies: unknown[] = [];
    for (const text of options.say) {
      const reply = await line.say(text);
      if (!options.json) printReply(reply);
      replies.push(reportOf(reply));
    }
    if (options.json) printJson(replies.length === 1 ? replies[0] : replies);
  } finally {
    await line.hangUp();
  }
}

async function callServer(server: RunningServer, customer: string | undefined): Promise<Line> {
  const post = (path: string, body: unknown) =>
    server.call(path, { method: 'POST', body: JSON.stringify(body) });
  const base = '/api/v1/operations/conversations';
  const { id, greeting } = (await post(base, { customer: customer ?? null })) as {
    id: string;
    greeting: string;
  };
  return {
    greeting,
    say: async (text) => (await post(`${base}/${id}/messages`, { text })) as ReplyDecided,
    hangUp: async () => undefined,
  };
}

async function callOwn(config: Config, id: string | undefined): Promise<Line> {
  const { createApp } = await import('../app.js');
  const { ask, openTerminal } = await import('../conversation/ask.js');
  const { findCustomer } = await import('../profiles/kyc.js');
  const { customerId } = await import('../terms/ids.js');
  const app = await createApp(config, pino({ level: 'error' }, pino.destination(2)));
  if (id !== undefined && !(await findCustomer(app.store, id))) {
    await app.close();
    throw new CommandFailure(`no customer is called ${id}`);
  }
  const customer = id === undefined ? null : customerId(id);
  if (customer) app.preparePlanning();
  const greeting = await app.greet(customer);
  const conversation = await openTerminal(app.askDeps, customer, greeting);
  return {
    greeting: greeting.text,
    say: (text) => ask(app.askDeps, conversation, text),
    hangUp: () => app.close(),
  };
}

const reportOf = ({ statement, outcome, trace }: ReplyDecided) => ({
  reply: statement.text,
  outcome: outcome.kind,
  citations: statement.citations,
  cards: statement.cards.map(({ kind }) => kind),
  suggestions: statement.suggestions.map(({ label }) => label),
  ...traceReport(trace ?? NO_TRACE),
});

/** A reply of ours that came from no turn's thinking, such as an apology. */
const NO_TRACE: Partial<Trace> = { verdict: 'pass' };

const traceReport = (trace: Partial<Trace>) => ({
  commands: trace.commands ?? [],
  tools: trace.tools ?? [],
  verdict: trace.verdict,
  findings: trace.findings ?? [],
  model: trace.model ?? null,
  tokens: trace.tokens ?? null,
  cost: trace.cost ?? null,
  timings: trace.timings ?? {},
});

function printReply({ statement }: ReplyDecided): void {
  printLine(`小屿：${statement.text}`);
  statement.citations.forEach(({ title, article }, index) =>
    printLine(`  [${index + 1}] ${title}${article ? ` ${article}` : ''}`),
  );
  const labels = statement.suggestions.map(({ label }) => label);
  if (labels.length > 0) printLine(`  〔${labels.join('〕〔')}〕`);
}

async function converse(line: Line): Promise<void> {
  printLine(`小屿：${line.greeting}`);
  const input = createInterface({ input: process.stdin, output: process.stdout, prompt: '您：' });
  input.prompt();
  for await (const text of input) {
    if (text.trim() !== '') printReply(await line.say(text.trim()));
    input.prompt();
  }
}
