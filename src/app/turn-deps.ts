import { join } from 'node:path';
import { articlesOf } from '../agent/tools/articles.js';
import { createToolbox } from '../agent/tools/toolbox.js';
import { BOT_FRAMEWORK } from '../channels/bot-framework/activity.js';
import type { QueueDeps } from '../conversation/handoff/queue.js';
import { placeForNew } from '../conversation/handoff/queue.js';
import type { UnfitDeps } from '../conversation/proposal/suits.js';
import { unfitNow } from '../conversation/proposal/suits.js';
import { safeStatement } from '../conversation/speak.js';
import type { TurnsDeps } from '../conversation/turns.js';
import { findCustomer } from '../profiles/kyc.js';
import { SUPPORT_THRESHOLD } from '../retrieval/support.js';
import type { Store } from '../store/store.js';
import type { CustomerId } from '../terms/ids.js';
import type { Institution } from '../terms/institution.js';
import type { Statement } from '../terms/statement.js';
import { retentionOf } from './retention-rules.js';
import { loadGuardModel } from './guard-model.js';
import type { Parts } from './parts.js';
import { aiLabelOf, gateRulesOf } from './proposals.js';
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
  get_my_transactions: '正在查您的交易记录…',
  request_human: '正在联系顾问…',
  get_my_profile: '正在查您的测评…',
  propose_allocation: '正在起草方案…',
  match_products: '正在核对货架…',
  project_goal: '正在测算目标…',
  check_rebalance: '正在比较您的持仓…',
  start_risk_assessment: '正在打开问卷…',
};

/** What the guard knows of the house, and what is said of itself. */
export const voiceOf = (institution: Institution, otherHouses: RegExp) => ({
  allowedHosts: institution.hosts,
  houseWords: [institution.hours.text],
  ownNames: [institution.name, institution.legalName, institution.assistant.name],
  otherHouses: new RegExp(otherHouses, 'gi'),
  aiLabel: aiLabelOf({ institution }),
});

/** What a turn runs on. */
export function turnsDepsOf(parts: Parts, queue: QueueDeps): TurnsDeps {
  const { config, store, knowledge, agent, watch, meters, owner, now, report } = parts;
  const articlesOn: UnfitDeps['articlesOn'] = (basis, today) =>
    articlesOf(knowledge.index(), basis, today);
  const toolbox = createToolbox(
    store,
    knowledge.index,
    config.institution.hours,
    parts.learned.calendar,
    gateRulesOf(config, parts.house),
    parts.planning,
    (asked) => placeForNew(queue, asked),
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
    ...voiceOf(config.institution, parts.learned.otherHouses),
    get questionnaires() {
      return parts.house.now().questionnaires;
    },
    learned: loadGuardModel(join(config.dataDir, 'models')),
    knowledgeVersion: () => knowledge.index().hash.slice(0, 16),
    archive: parts.archive.places,
    retention: retentionOf(parts),
    needDays: () => parts.house.thresholds.needDays,
    planUnfit: (state, at) =>
      unfitNow({ store, ...gateRulesOf(config, parts.house), articlesOn }, state, at),
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
