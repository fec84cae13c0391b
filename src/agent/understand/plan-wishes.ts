import type { ConversationState } from '../../conversation/evolve.js';
import type { Command } from '../../terms/command.js';

/** 要方案: once a need is on record, a wish for a plan. */

const WANTS_PLAN =
  /(给|出|做|排|弄|拿|来|看看|看|要|起草|生成)(我|咱)?(一?个|一?份|一下|下)?(理财|配置|资产|投资)?(配置)?(的)?(方案|草稿|建议书)|(帮|给|替)(我|咱)(们)?.{0,4}(配置|排一排|排一下|配一下|配一配|配一?[个份套])|怎么(配|分配|配置)(好|合适)?[呢啊]?$|^(方案|草稿)(呢|出来了吗|好了吗)?$/;
/** 「那把个性化推荐打开，再给我方案」 wants the other first. */
const FIRST_ELSE = /打开|开启|开通|关/;
export const ANOTHER = /重新|另外|别的|换一?笔|还有一?笔|基金经理|顾问|人工|投诉/;
/** Whether a sum can be reached is asked, or wished. */
export const WITHIN_REACH =
  /够不?够|够吗|怎么|如何|怎样|咋|有没有戏|有戏|要多|能不能|可能性|几成|概率|来得及|做得到|(能|可以|会|才)(攒|存|达|到|有|变)|想(要)?(攒|存)|目标/;

/** Whether words wish for a plan, and for no other matter's. */
export const wantsPlan = (folded: string): boolean =>
  WANTS_PLAN.test(folded) && !ANOTHER.test(folded);

/** 「按我的情况挑几只」. */
const PICKED_FOR_ME =
  /(按|照|根据|结合|看|依)(着|照|据)?(我|俺|咱)(自己|本人|现在|目前)?的?(情况|条件|等级|风险|测评|打算|需要|需求|持仓|实际)[^，。]{0,8}(挑|选|推荐?|荐|找|列)/;

/** Null: no picking is asked. With a need on record, a plan is what there is instead. */
export function pickWish(folded: string, { flow, need }: ConversationState): Command | null {
  // 「按我的情况选」 is said of answers, too.
  const mayPick = flow === null || flow.name === 'need' || flow.name === 'privacy';
  if (!mayPick || !PICKED_FOR_ME.test(folded) || ANOTHER.test(folded)) return null;
  return need !== null && flow === null
    ? { do: 'propose_plan', target: null }
    : { do: 'refuse', subject: 'personal_pick' };
}

/** Null: nothing of the kind is asked, or there is no need on record, and none told of, to plan for. */
export function planWish(folded: string, { need, flow }: ConversationState): Command | null {
  if (!wantsPlan(folded)) return null;
  if (flow?.name === 'need' && !FIRST_ELSE.test(folded)) return { do: 'start_flow', flow: 'need' };
  return need === null || flow !== null ? null : { do: 'propose_plan', target: null };
}
