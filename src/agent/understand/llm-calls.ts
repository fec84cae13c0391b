import type { BaseMessage } from '@langchain/core/messages';
import { AIMessage, ToolMessage } from '@langchain/core/messages';
import type { Journal } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import type { LocalDate } from '../../terms/time.js';
import type { Answer, RequestedCall } from '../models/openai.js';
import type { Lookups } from './llm-lookups.js';
import { addLookup } from './llm-lookups.js';
import { section } from './llm-sections.js';
import type { ModelTool, Surroundings } from './llm-tools.js';

/** Per turn, right and wrong ones together (reliability.md D5). */
export const MAX_CALLS = 6;
const ECHO_CAP = 600;

/** Only the customer's words begin, end or take back a matter: never once a document has been read. */
const CHANGES_MATTERS: readonly string[] = ['start_flow', 'cancel_flow', 'cancel_human'];

/** What a turn knows so far; each round of the loop makes a new one. */
export interface Heard {
  readonly messages: readonly BaseMessage[];
  readonly lookups: Lookups;
  readonly called: readonly Command[];
  readonly spent: number;
}

/** What the calls of one turn share. */
export interface ReadingTurn extends Surroundings {
  readonly tools: readonly ModelTool[];
  readonly journal: Journal;
  readonly today: LocalDate;
  readonly marker: string;
}

/** Every call of one answer is settled and answered, in order; one id counts once. */
export async function settle(before: Heard, answer: Answer, turn: ReadingTurn): Promise<Heard> {
  const calls = answer.calls
    .filter(({ id }, at) => answer.calls.findIndex((other) => other.id === id) === at)
    .slice(0, MAX_CALLS);
  // The model's own words beside its calls are not kept: they were written before it had read.
  const asked = new AIMessage({ content: '', tool_calls: calls.map(echoed) });
  let heard: Heard = { ...before, messages: [...before.messages, asked] };
  const hasRead = before.lookups.runs.length > 0;
  for (const call of calls) heard = await settleOne(heard, call, turn, hasRead);
  return heard;
}

/** The call as it goes back; what nobody could have meant does not fill the next prompt. */
const echoed = ({ id, name, args }: RequestedCall) => ({
  id,
  name: name.slice(0, 64),
  args: JSON.stringify(args).length > ECHO_CAP ? {} : args,
  type: 'tool_call' as const,
});

async function settleOne(
  heard: Heard,
  requested: RequestedCall,
  turn: ReadingTurn,
  hasRead: boolean,
): Promise<Heard> {
  const counted = { ...heard, spent: heard.spent + 1 };
  const tool = turn.tools.find(({ name }) => name === requested.name);
  if (heard.spent >= MAX_CALLS) {
    return answered(counted, requested, '查询次数已用完，请直接作答。', true);
  }
  if (!tool) return answered(counted, requested, '没有这个工具。', true);
  const args = tool.args.safeParse(requested.args);
  if (!args.success) return answered(counted, requested, '参数不合格，请按说明重写。', true);
  if (hasRead && CHANGES_MATTERS.includes(tool.name)) {
    return answered(counted, requested, '查过资料以后不能再办这件事，请直接作答。', true);
  }
  if (tool.kind === 'command') {
    return answered(
      { ...counted, called: [...heard.called, tool.command(args.data)] },
      requested,
      '已记下。',
    );
  }
  const call = tool.call(args.data, turn);
  if (typeof call === 'string') return answered(counted, requested, call, true);
  const result = await turn.journal.run({ name: tool.name, args: call });
  const lookup = { tool: tool.name, asked: args.data, result };
  const { lookups, text } = addLookup(heard.lookups, lookup, turn.today);
  return answered({ ...counted, lookups }, requested, section('资料', text, turn.marker));
}

function answered(
  heard: Heard,
  { id, name }: RequestedCall,
  content: string,
  wrong = false,
): Heard {
  const status = wrong ? 'error' : 'success';
  const message = new ToolMessage({ tool_call_id: id, name, content, status });
  return { ...heard, messages: [...heard.messages, message] };
}
