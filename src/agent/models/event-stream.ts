import { ModelError } from './model-error.js';

interface Delta {
  readonly content?: string | null;
  readonly refusal?: string | null;
  readonly tool_calls?: readonly CallDelta[] | null;
}
interface CallDelta {
  readonly index?: number;
  readonly id?: string | null;
  readonly function?: { readonly name?: string | null; readonly arguments?: string | null };
}
interface Chunk {
  readonly error?: unknown;
  readonly model?: string;
  readonly usage?: object | null;
  readonly choices?: readonly { readonly delta?: Delta; readonly finish_reason?: string | null }[];
}
interface JoinedCall {
  id: string | null;
  name: string;
  args: string;
}

/**
 * Some gateways stream whether asked or not. The chunks are joined here instead of by LangChain,
 * which repairs truncated tool arguments silently and loses the calls of a first delta without a
 * role. A missing `[DONE]` is harmless; a missing `finish_reason` means the stream was cut.
 *
 * @throws ModelError `malformed` or `server`
 */
export function joinEventStream(body: string): object {
  const chunks = chunksOf(body);
  const failed = chunks.find((chunk) => chunk.error);
  if (failed) throw new ModelError('server', failed.error);
  const deltas = chunks.flatMap((chunk) => chunk.choices?.[0]?.delta ?? []);
  const finish = chunks.flatMap((chunk) => chunk.choices?.[0]?.finish_reason ?? []).at(-1);
  if (!finish) throw new ModelError('malformed');
  return {
    model: chunks.find((chunk) => chunk.model)?.model,
    usage: chunks.findLast((chunk) => chunk.usage)?.usage,
    choices: [{ finish_reason: finish, message: joinDeltas(deltas) }],
  };
}

function joinDeltas(deltas: readonly Delta[]): object {
  const calls = joinCalls(deltas.flatMap((delta) => delta.tool_calls ?? []));
  return {
    content: deltas.map((delta) => delta.content ?? '').join(''),
    refusal: deltas.map((delta) => delta.refusal ?? '').join('') || null,
    tool_calls: calls.map(({ id, name, args }) => ({ id, function: { name, arguments: args } })),
  };
}

/** Pieces of one call share an index; where a server leaves it out, a new id begins a new call. */
function joinCalls(pieces: readonly CallDelta[]): JoinedCall[] {
  const calls = new Map<number, JoinedCall>();
  let last = -1;
  for (const piece of pieces) {
    last = piece.index ?? (piece.id ? last + 1 : Math.max(last, 0));
    const call = calls.get(last) ?? { id: null, name: '', args: '' };
    call.id ??= piece.id ?? null;
    call.name += piece.function?.name ?? '';
    call.args += piece.function?.arguments ?? '';
    calls.set(last, call);
  }
  return [...calls.values()];
}

function chunksOf(body: string): Chunk[] {
  const payloads = body
    .split(/\r?\n/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice('data:'.length).trim())
    .filter((payload) => payload !== '' && payload !== '[DONE]');
  try {
    return payloads.map((payload) => JSON.parse(payload) as Chunk);
  } catch (cause) {
    throw new ModelError('malformed', cause);
  }
}
