import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { tellsOfOthers } from './references.js';

/** 「哪只拖后腿」 where no plan is on the table: of what a signed-in customer holds. */

const MINE = '(我|俺|的|买|持有|手|里|上|头|持仓|仓位|这些|那些|现在|到底|主要|是|中|了){0,8}';
const DRAGS = '(拖了?(我|收益|整体)?的?后腿|拖累|拉低|拉胯)(了|我|收益|整体){0,3}';
const WHICH = '(哪|谁)(一|几)?(只|个|支|款|些|部分|类)?(基金|产品|理财)?';
const END = '(的|呢|啊|吗|最多|最厉害|最狠)*$';
const ASKED = [
  new RegExp(`^${MINE}${WHICH}(在|最)*${DRAGS}${END}`),
  new RegExp(`^${MINE}${DRAGS}的?${MINE}${WHICH}${END}`),
];

/** As the account is asked it: what lost most is what holds the whole back. */
const LOST_MOST = '哪只亏得最多';

/** Bare words are of a plan where one was just told: `planAsked` comes before. */
export function dragAsked({ customer, state }: TurnContext, text: string): Command | null {
  if (customer === null || state.flow !== null || tellsOfOthers(text)) return null;
  const folded = normalize(text).text.replace(/[\s，。！？!?,.~]/g, '');
  return ASKED.some((words) => words.test(folded))
    ? { do: 'own_account', query: LOST_MOST, about: 'profit' }
    : null;
}

/** 「我的持仓里哪只拖后腿」, whatever was told before. */
export const ownDragAsked = (context: TurnContext, text: string): Command | null =>
  /我的|我买|我持|俺的|持仓|仓位|手(里|上|头)|名下/.test(text) && !/方案|草稿/.test(text)
    ? dragAsked(context, text)
    : null;
