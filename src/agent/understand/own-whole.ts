import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { justSingledOut, saysAccount } from './account-told.js';

/** 整个账户问的: of all that is held together, what a few words ask. */

/** As the account is asked it. */
export const HELD_AGAINST_CLASS = '我手里的东西风险高不高，跟我等级配不配';

const LEAD = '(那|就|到底|现在|目前|这些|它们|都|所以)*';
const OUR_MATCH =
  '(匹不匹配|匹配|配不配|配(?=吗|么|不)|合不合适|合适|对不对得上|对得上|符不符合|符合|相符|一致|适不适合|适合)';
const MY_CLASS = '(我|俺)(自己)?的?(风险)?(承受能力|等级|级别|测评|情况)*(结果)?';

/** Right after the account was told: whether all of it is within the class. */
const AGAINST_CLASS = [
  new RegExp(
    `^${LEAD}(它们?的?|这几只的?|持仓的?)?(风险|等级|级别)*(跟|和|与|同|对)${MY_CLASS}(是|都|还)*${OUR_MATCH}(吗|么|不|呢|啊)*$`,
  ),
  new RegExp(
    `^${LEAD}(风险|等级|级别|都|是)*(符不符合|符合|超没超|超了?|超过了?|超出)${MY_CLASS}(了)?(吗|么|没有?|不)*$`,
  ),
  new RegExp(
    `^${LEAD}(有没有|有)?(哪(一|几|些)?(只|个)?)?(是)?(超|高)(过|出|于|了)*${MY_CLASS}(的)?(吗|么|没有?|呢)*$`,
  ),
];
/** 「集中度高不高」 of no product that was spoken of. */
const CONCENTRATED =
  /^(那|我的?|现在|目前|这些|持仓|账户|整体)*(的)?集中度?(程度)?(是|算|会)?(不是)?(高不高|高吗|大不大|怎么样|如何|咋样|多少|太高|过高|集不集中)(了)?(吗|么|呢|啊)*$/;

/** How concentrated all of it is, or whether it is within the class; null: neither is asked. */
export function askedOfWhole(context: TurnContext, folded: string, text: string): Command | null {
  const isUnnamed = context.state.products.length === 0 || saysAccount(context);
  if (isUnnamed && CONCENTRATED.test(folded)) {
    return { do: 'own_account', query: text, about: 'shares' };
  }
  const isTold = context.state.held.length > 0 && saysAccount(context);
  return isTold && justSingledOut(context) === null && AGAINST_CLASS.some((one) => one.test(folded))
    ? { do: 'own_account', query: HELD_AGAINST_CLASS, about: 'holdings' }
    : null;
}
