import { z } from 'zod';
import { joinEventStream } from './event-stream.js';
import { ModelError } from './model-error.js';

/** Tool arguments that are no JSON object. No tool's closed schema accepts it, so nothing runs. */
const UNREADABLE = '{"unreadable":true}';

const toolCall = z.object({
  id: z.string().nullish(),
  function: z.object({ name: z.string(), arguments: z.string().nullish() }),
});

const completion = z.object({
  model: z.string().nullish(),
  usage: z.record(z.string(), z.unknown()).nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          role: z.string().nullish(),
          content: z.string().nullish(),
          refusal: z.string().nullish(),
          tool_calls: z.array(toolCall).nullish(),
        }),
      }),
    )
    .min(1),
});

type Choice = z.infer<typeof completion>['choices'][number];

/**
 * The door for what a chat server answers: a `chat.completion` as LangChain may read it without
 * surprises. Reasoning is dropped, the role is ours, broken tool arguments are marked, and an
 * answer that was cut off or filtered is no answer.
 *
 * @throws ModelError `malformed`, `length`, `content_filter` or `server`
 */
export function readCompletion(body: string, contentType: string): string {
  const raw = contentType.includes('text/event-stream') ? joinEventStream(body) : parse(body);
  if (typeof raw === 'object' && raw !== null && 'error' in raw && raw.error) {
    throw new ModelError('server', raw.error);
  }
  const parsed = completion.safeParse(raw);
  if (!parsed.success) throw new ModelError('malformed', parsed.error);
  const choice = parsed.data.choices[0]!;
  refuseUnfinished(choice);
  const { model, usage } = parsed.data;
  return JSON.stringify({
    object: 'chat.completion',
    model: model ?? '',
    ...(usage ? { usage } : {}),
    choices: [
      { index: 0, finish_reason: choice.finish_reason ?? 'stop', message: messageOf(choice) },
    ],
  });
}

function refuseUnfinished({ finish_reason: reason, message }: Choice): void {
  if (reason === 'length') throw new ModelError('length');
  if (reason === 'content_filter' || message.refusal) throw new ModelError('content_filter');
  const promised = reason === 'tool_calls' || reason === 'function_call';
  if (promised && !message.tool_calls?.length) throw new ModelError('malformed');
  // Some gateways name no role or a wrong first one; a tool's or customer's voice is a broken answer.
  if (message.role === 'tool' || message.role === 'user' || message.role === 'system') {
    throw new ModelError('malformed');
  }
}

function messageOf({ message }: Choice): object {
  const content = withoutThinking(message.content ?? '');
  if (!message.tool_calls?.length) return { role: 'assistant', content };
  const calls = message.tool_calls.map((call, position) => ({
    type: 'function',
    id: call.id || `call_${position}`,
    function: { name: call.function.name, arguments: objectOrMark(call.function.arguments) },
  }));
  return { role: 'assistant', content, tool_calls: calls };
}

function objectOrMark(text: string | null | undefined): string {
  try {
    const args: unknown = JSON.parse(text || '{}');
    return typeof args === 'object' && args !== null && !Array.isArray(args)
      ? JSON.stringify(args)
      : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

/** Self-hosted reasoning models think aloud inside the content; thoughts are nobody's reply. */
function withoutThinking(content: string): string {
  const spoken = content.replace(/<think>[\s\S]*?<\/think>/g, '').replace(/^[\s\S]*<\/think>/, '');
  if (spoken.includes('<think>')) throw new ModelError('malformed');
  return spoken.trim();
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ModelError('malformed', cause);
  }
}
