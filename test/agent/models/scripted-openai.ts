import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A chat request as it came over the wire. */
export interface SeenRequest {
  readonly path: string;
  readonly model: string;
  readonly messages: readonly SeenMessage[];
  readonly tools: readonly { readonly function: { readonly name: string } }[];
  readonly tool_choice?: string;
  readonly stream: boolean;
  readonly authorization: string | undefined;
  /** The body as sent. */
  readonly raw: string;
}
export interface SeenMessage {
  readonly role: string;
  readonly content: string;
  readonly tool_calls?: readonly {
    readonly id: string;
    readonly function: { readonly name: string; readonly arguments: string };
  }[];
  readonly tool_call_id?: string;
}

/** What the server does with one request. */
export type Behaviour = (response: ServerResponse, request: SeenRequest) => void | Promise<void>;
/** `count` is the number of requests before this one. */
export type Script = (request: SeenRequest, count: number) => Behaviour;

export interface ScriptedOpenai {
  /** For `OPENAI_BASE_URL`. */
  readonly baseURL: string;
  readonly requests: readonly SeenRequest[];
  /** Requests whose connection the client gave up. */
  abandoned(): number;
  close(): Promise<void>;
}

/** A real HTTP server on loopback that speaks the OpenAI chat API from a script. */
export async function startScriptedOpenai(script: Script): Promise<ScriptedOpenai> {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let abandoned = 0;
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned += 1;
    });
    void seen(request).then((asked) => {
      requests.push(asked);
      return script(asked, requests.length - 1)(response, asked);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    requests,
    abandoned: () => abandoned,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function seen(request: IncomingMessage): Promise<SeenRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const raw = Buffer.concat(pieces).toString('utf8');
  const body = (raw ? JSON.parse(raw) : {}) as Partial<SeenRequest>;
  return {
    ...body,
    path: request.url ?? '',
    model: body.model ?? '',
    messages: body.messages ?? [],
    tools: body.tools ?? [],
    stream: body.stream ?? false,
    authorization: request.headers.authorization,
    raw,
  };
}

export interface ScriptedCall {
  readonly name: string;
  /** An object, or the raw text of broken arguments. */
  readonly args: object | string;
  readonly id?: string;
}
interface Completion {
  readonly text?: string | null;
  readonly calls?: readonly ScriptedCall[];
  readonly finish?: string | null;
  readonly message?: object;
}

let nextCall = 0;

/** A whole answer; streamed where the request asks for it. */
export const answers =
  (completion: Completion): Behaviour =>
  (response, request) => {
    const { text = '', finish, message } = completion;
    const calls = (completion.calls ?? []).map(({ name, args, id }) => ({
      id: id ?? `call_${(nextCall += 1)}`,
      type: 'function',
      function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
    }));
    const spoken = {
      role: 'assistant',
      content: text,
      ...(calls.length > 0 && { tool_calls: calls }),
    };
    const reason = finish === undefined ? (calls.length > 0 ? 'tool_calls' : 'stop') : finish;
    if (request.stream) {
      const deltas = { ...spoken, tool_calls: calls.map((call, index) => ({ index, ...call })) };
      const chunks = [{ delta: { ...deltas, ...message } }, { delta: {}, finish_reason: reason }];
      return streams(chunks)(response, request);
    }
    json(response, 200, {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 0,
      model: request.model,
      choices: [{ index: 0, message: { ...spoken, ...message }, finish_reason: reason }],
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    });
  };

export const says = (text: string | null): Behaviour => answers({ text });
export const calls = (...wanted: readonly ScriptedCall[]): Behaviour => answers({ calls: wanted });

/** Server-sent events, asked for or not. */
export const streams =
  (
    choices: readonly object[],
    { done = true, cut = false, usage = null as object | null } = {},
  ): Behaviour =>
  (response, request) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const choice of choices) {
      const chunk = { object: 'chat.completion.chunk', model: request.model, choices: [choice] };
      response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    }
    // As servers do that were asked to include it: a last chunk without choices.
    if (usage) response.write(`data: ${JSON.stringify({ choices: [], usage })}\n\n`);
    if (cut) return void response.destroy();
    response.end(done ? 'data: [DONE]\n\n' : '');
  };

export const fails =
  (status: number, headers: Record<string, string> = {}, body: object = {}): Behaviour =>
  (response) =>
    json(response, status, { error: { message: `scripted ${status}`, ...body } }, headers);

/** Bytes as they are. */
export const sends =
  (body: string | Uint8Array, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.end(body);
  };

/** Never answers. */
export const hangs = (): Behaviour => () => undefined;

/** Headers and the first bytes, then silence. */
export const stalls = (): Behaviour => (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"choices":[{"message":{"content":"这只');
};

/** Headers and the first bytes, then the connection is gone. */
export const breaksOff = (): Behaviour => (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"choices":[{"mess', () => response.socket?.resetAndDestroy());
};

export const after =
  (ms: number, then: Behaviour): Behaviour =>
  async (response, request) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    await then(response, request);
  };

/** One behaviour after another; the last one repeats. */
export const inOrder =
  (...behaviours: readonly Behaviour[]): Script =>
  (_, count) =>
    behaviours[Math.min(count, behaviours.length - 1)] as Behaviour;

function json(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
