import type { ZodType } from 'zod';
import type { ToolName, ToolResult } from '../../conversation/agent.js';
import { emptyResult } from '../../conversation/agent.js';
import type { Bound } from '../../conversation/journal.js';

/** One thing the digital employee can look up or draft. No tool takes a customer as an argument. */
export interface Tool<Input> {
  readonly name: ToolName;
  readonly effect: 'read' | 'write';
  readonly input: ZodType<Input>;
  run(input: Input, bound: Bound): Promise<ToolResult>;
}

export const nothingFound = (failure: string): ToolResult => ({ ...emptyResult, failure });

export const found = (part: Partial<ToolResult>): ToolResult => ({ ...emptyResult, ...part });
