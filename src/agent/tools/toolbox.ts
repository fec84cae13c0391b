import type { ToolCall, ToolName, ToolResult } from '../../conversation/agent.js';
import type { WorkingHours } from '../../advice/routing/working-hours.js';
import type { Bound, RunTool } from '../../conversation/journal.js';
import type { KnowledgeIndex } from '../../retrieval/knowledge-index.js';
import type { Store } from '../../store/store.js';
import type { TradingCalendar } from '../../terms/trading-calendar.js';
import { checkRebalance } from './check-rebalance.js';
import { checkSuitability } from './check-suitability.js';
import type { GateRules } from './gate.js';
import { OWN_CHANNEL } from './gate.js';
import { getMyHoldings } from './my-holdings.js';
import { getMyTransactions } from './my-transactions.js';
import type { Planning } from './planning.js';
import { proposalTools } from './proposals.js';
import { compareProducts, getProduct, listProducts } from './products.js';
import { reckonDates } from './reckon-dates.js';
import type { PlaceFor } from './request-human.js';
import { requestHuman } from './request-human.js';
import { getMyProfile, startRiskAssessment } from './risk-assessment.js';
import { searchKnowledge } from './search-knowledge.js';
import type { Tool } from './tool.js';
import { nothingFound } from './tool.js';

export interface Toolbox {
  readonly run: RunTool;
  readonly effectOf: (name: ToolName) => 'read' | 'write';
}

/** Every tool there is: to add one, write its file and name it here. */
export function createToolbox(
  store: Store,
  index: () => KnowledgeIndex,
  hours: WorkingHours,
  calendar: TradingCalendar,
  rules: GateRules = OWN_CHANNEL,
  planning: Planning | null = null,
  placeFor: PlaceFor | null = null,
): Toolbox {
  const tools: readonly CheckedTool[] = [
    checked(searchKnowledge(store, index)),
    checked(getProduct(store, index, rules)),
    checked(checkSuitability(store, index, rules)),
    checked(compareProducts(store, rules)),
    checked(listProducts(store, rules)),
    checked(reckonDates(store, calendar)),
    checked(getMyHoldings(store)),
    checked(getMyTransactions(store, calendar)),
    checked(requestHuman({ hours, holidays: calendar }, placeFor)),
    checked(getMyProfile(store)),
    checked(startRiskAssessment(store)),
    ...(planning ? planningTools(store, planning, rules, index) : []),
  ];
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  return {
    run: async (call, bound) => {
      const tool = byName.get(call.name);
      return tool ? tool.run(call, bound) : nothingFound(`there is no tool called ${call.name}`);
    },
    effectOf: (name) => byName.get(name)?.effect ?? 'read',
  };
}

/** Where there is a market to plan with. */
const planningTools = (
  store: Store,
  planning: Planning,
  rules: GateRules,
  index: () => KnowledgeIndex,
): readonly CheckedTool[] => [
  ...proposalTools(store, planning, rules, index).map(checked),
  checked(checkRebalance(store, planning, rules, index)),
];

interface CheckedTool {
  readonly name: ToolName;
  readonly effect: 'read' | 'write';
  readonly run: RunTool;
}

/** Arguments are checked here whoever chose them; a bad call finds nothing and does nothing. */
const checked = <Input>({ name, effect, input, run }: Tool<Input>): CheckedTool => ({
  name,
  effect,
  async run(call: ToolCall, bound: Bound): Promise<ToolResult> {
    const parsed = input.safeParse(call.args);
    return parsed.success ? run(parsed.data, bound) : nothingFound(`bad arguments for ${name}`);
  },
});
