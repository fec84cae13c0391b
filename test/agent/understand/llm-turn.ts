import { createBreaker } from '../../../src/agent/models/circuit-breaker.js';
import { openaiChatModel } from '../../../src/agent/models/openai.js';
import type { ModelUnderstanding } from '../../../src/agent/understand/llm.js';
import { understandWithModel } from '../../../src/agent/understand/llm.js';
import type {
  Journal,
  ToolCall,
  ToolResult,
  TurnContext,
} from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { conversationId, customerId, passageId, productCode } from '../../../src/terms/ids.js';
import type { Passage } from '../../../src/terms/passage.js';
import type { Product } from '../../../src/terms/product.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import type { Script, ScriptedOpenai } from '../models/scripted-openai.js';
import { startScriptedOpenai } from '../models/scripted-openai.js';

/** One turn through a scripted server, and what came of it. */

const nothing: ToolResult = {
  facts: [],
  passages: [],
  products: [],
  slots: [],
  support: null,
  failure: null,
};
export const found = (result: Partial<ToolResult>): ToolResult => ({ ...nothing, ...result });

export const passage = (id: string, text: string): Passage => ({
  id: passageId(id),
  document: id,
  kind: 'faq',
  title: `问答 ${id}`,
  article: null,
  text,
  issuer: '青屿财富',
  effective: '2026-01-01',
  expires: null,
  source: null,
  evidence: null,
  product: null,
});

export const product = (code: string, name: string): Product => ({
  code: productCode(code),
  name,
  aliases: [],
  type: 'fund',
  regime: 'CSRC_FUND',
  issuer: '青屿基金',
  manager: null,
  riskLevel: 2,
  issuerRiskLevel: 2,
  status: 'on_sale',
  gradeValidUntil: null,
  private: false,
  lockDays: 0,
  insuranceKind: null,
  termYears: null,
  agency: true,
  minAmount: 10,
  step: null,
  fees: [],
  benchmark: null,
  settlementDays: 3,
  interestRate: null,
  performance: null,
  mainLoss: '债券价格下跌',
  description: '',
  asOf: '2026-11-25',
});

export const turnOf = (words: string, changes: Partial<TurnContext> = {}): TurnContext => {
  const conversation = conversationId('conversation-1');
  const at = changes.now ?? 0;
  const customer = customerId('C1003');
  return {
    conversation,
    customer,
    messages: [{ conversation, customer, id: 'm1', text: words, value: null, attachments: [], at }],
    state: emptyState,
    history: [],
    register: 'standard',
    now: 0,
    today: '2026-11-25',
    seed: 7,
    signal: new AbortController().signal,
    ...changes,
  };
};

export type Shelf = (call: ToolCall) => ToolResult;

export interface Stage {
  readonly server: ScriptedOpenai;
  readonly ran: readonly ToolCall[];
  readonly understand: (context: TurnContext) => ReturnType<ReturnType<typeof understandWithModel>>;
  readonly journal: Journal;
  readonly primary: ReturnType<typeof understandWithModel>;
}

/** `shelf` is what the tools find. */
export async function stage(
  script: Script,
  shelf: Shelf = () => nothing,
  options: Partial<ModelUnderstanding> = {},
): Promise<Stage> {
  const server = await startScriptedOpenai(script);
  const ran: ToolCall[] = [];
  const journal: Journal = {
    run: async (call) => {
      ran.push(call);
      return shelf(call);
    },
  };
  const primary = understandWithModel({
    model: openaiChatModel({
      baseURL: server.baseURL,
      apiKey: 'not-a-real-key',
      model: 'scripted',
      breaker: createBreaker({ now: Date.now }),
      random: () => 0,
    }),
    prompts: loadWordings('prompts/llm'),
    institution: { name: '青屿财富', assistant: '小屿' },
    budgetMs: 5_000,
    now: Date.now,
    shelf: async () => [
      product('QY0001', '青屿稳健债券A'),
      product('QY0002', '青屿稳健债券C'),
      product('QY0003', '临溪成长混合A'),
    ],
    ...options,
  });
  return { server, ran, journal, primary, understand: (context) => primary(context, journal) };
}
