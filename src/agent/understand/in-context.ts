import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { needTold } from './need-told.js';
import { mixAskedWithoutPlan } from './own-mix.js';
import { needRevised, planAsked } from './plan-questions.js';
import { dragAsked } from './own-drag-words.js';
import { rebalanceAsked } from './rebalance-words.js';

/**
 * What is read by rule in the light of who asks and what was just said: the plan on
 * the table, what they hold against their class, and a need told in one sentence. Null: none of it.
 */
export function askedInContext(context: TurnContext, text: string): readonly Command[] | null {
  const asked =
    planAsked(context, text) ??
    rebalanceAsked(context, text) ??
    dragAsked(context, text) ??
    ofACompany(context, text) ??
    papersToBuy(text);
  if (asked) return [asked];
  return (
    mixAskedWithoutPlan(context, text) ?? needRevised(context, text) ?? needTold(context, text)
  );
}

const COMPANY =
  /(?<!基金|保险|证券|管理|信托|理财|上市|你们|贵|担保|贷款|这家|那家|别的|哪家|什么|骗子)(公司|企业|单位|厂里?)(账户|账上|户头|的钱|的?闲钱|的?资金|有.{0,8}(钱|万|资金)|客户|名义|富余)|对公/;
const INVESTS = /理财|买|放|存|投|开户|规划|安排|打理|配/;
const OF_STAFF_OR_TAX = /税|隔离|年金|团险|社保|公积金|工资|股票|传承|保险|发的/;

/** A company is no customer of this chat: how it becomes one is in the handbook. */
function ofACompany({ state }: TurnContext, text: string): Command | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  const isIt = COMPANY.test(folded) && INVESTS.test(folded) && !OF_STAFF_OR_TAX.test(folded);
  return isIt && state.flow === null ? { do: 'answer', query: OF_COMPANIES } : null;
}

/** 「买基金要什么证件」: what is bought takes none; the account it is bought with does. */
const papersToBuy = (text: string): Command | null =>
  PAPERS_TO_BUY.test(normalize(text).text.replace(/\s/g, ''))
    ? { do: 'answer', query: '开户要带什么' }
    : null;

const PAPERS_TO_BUY =
  /^(那|我|想|要)*(买|投)(个|点)?(基金|理财|产品|国债)(都)?(要|需要|得|用)(带|准备|什么|啥|哪些)*(证件|材料|资料|东西)(呢|啊|吗)?$/;

/** As the handbook asks it. */
const OF_COMPANIES = '公司可以开户买产品吗？';
