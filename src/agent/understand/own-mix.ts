import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';

/** 没有方案时问配比: 「为什么不给我配多点股票」 before there is a plan to ask it of. */

const CLASS = '(股票|权益|黄金|债券?|固收)';
const AMOUNT = '(得|了|的|这么|那么|太|才|只|多|少|一?点|一?些)*';
const OWN_MIX = new RegExp(
  `(给|帮|替)我们?(只|才|不|没|多|少|再|全)*(配|放|安排)${AMOUNT}${CLASS}|${CLASS}类?(基金)?(怎么|为什么|为啥|咋)?(只|才|没|不)?(给我)?(配|放)(得|的)?(这么|那么|太)?(少|多)(?!久|长|少)`,
);
/** As the handbook asks it. */
const HOW_MIXED = '股票和债券怎么搭配，资产配置看什么？';

/** What decides a mix, and that there is no plan yet; null: it is not asked, or there is a plan. */
export function mixAskedWithoutPlan(
  { state }: TurnContext,
  text: string,
): readonly Command[] | null {
  if (state.need !== null || !OWN_MIX.test(normalize(text).text.replace(/\s/g, ''))) return null;
  const answer: Command = { do: 'answer', query: HOW_MIXED };
  return state.flow === null ? [answer, { do: 'plan_status' }] : [answer];
}
