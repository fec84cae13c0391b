import { join } from 'node:path';
import { createToolbox } from '../agent/tools/toolbox.js';
import { BOT_FRAMEWORK } from '../channels/bot-framework/activity.js';
import { safeStatement } from '../conversation/speak.js';
import type { TurnsDeps } from '../conversation/turns.js';
import { findCustomer } from '../profiles/kyc.js';
import { SUPPORT_THRESHOLD } from '../retrieval/support.js';
import type { Store } from '../store/store.js';
import type { CustomerId } from '../terms/ids.js';
import type { Statement } from '../terms/statement.js';
import { loadTradingCalendar } from './trading-calendar.js';
import { loadGuardModel } from './guard-model.js';
import type { Parts } from './parts.js';
import { aiLabelOf, gateRulesOf } from './proposals.js';
import { loadQuestionnaires } from './questionnaire.js';
import { ORIGIN } from './parts.js';

const TURNS_AT_ONCE = 32;

/** What the page says while a tool works (screens.md §4.1). */
const WORKING_WORDS: Readonly<Record<string, string>> = {
  search_knowledge: '正在查资料…',
  get_product: '正在查产品资料…',
  check_suitability: '正在核对适当性…',
  compare_products: '正在比较产品…',
  list_products: '正在查货架…',
  reckon_dates: '正在算日子…',
  get_my_holdings: '正在查您的持仓…',
  request_human: '正在联系顾问…',
  get_my_profile: '正在查您的测评…',
  propose_allocation: '正在起草方案…',
  match_products: '正在核对货架…',
  project_goal: '正在测算目标…',
  check_rebalance: '正在比较您的持仓…',
  start_risk_assessment: '正在打开问卷…',
};

/** What a turn runs on. `otherHouses`: names of houses and products that are not ours. */
export function turnsDepsOf(parts: Parts, otherHouses: RegExp): TurnsDeps {
  const { config, store, knowledge, agent, watch, meters, owner, now, report } = parts;
  const toolbox = createToolbox(
    store,
    knowledge.index,
    config.institution.hours,
    loadTradingCalendar(),
    gateRulesOf(config),
    parts.planning,
  );
  return {
    store,
    origin: ORIGIN,
    owner,
    agent,
    watch,
    now,
    runTool: toolbox.run,
    effectOf: toolbox.effectOf,
    supportThreshold: SUPPORT_THRESHOLD,
    allowedHosts: config.institution.hosts,
    houseWords: [config.institution.hours.text],
    ownNames: [
      config.institution.name,
      config.institution.legalName,
      config.institution.assistant.name,
    ],
    otherHouses: new RegExp(otherHouses, 'gi'),
    questionnaires: loadQuestionnaires(),
    aiLabel: aiLabelOf(config),
    learned: loadGuardModel(join(config.dataDir, 'models')),
    knowledgeVersion: () => knowledge.index().hash.slice(0, 16),
    tokenPrice: config.model?.price ?? null,
    turnTimeoutMs: config.turnTimeoutMs,
    concurrency: TURNS_AT_ONCE,
    sentChannels: [BOT_FRAMEWORK],
    onWorking: (conversation, tool) =>
      watch.tell(conversation, {
        kind: 'working',
        status: tool === null ? null : (WORKING_WORDS[tool] ?? null),
      }),
    onError: (error, conversation) => report(error, `turn of ${conversation}`),
    onTurn: meters.turnEnded,
  };
}

/** What is said first, by name to a customer who is known. */
export const greeter =
  (store: Store, deps: TurnsDeps) =>
  async (customer: CustomerId | null): Promise<Statement> => {
    const profile = customer ? await findCustomer(store, customer) : null;
    return safeStatement(deps, 'greeting', profile?.address ?? null);
  };
