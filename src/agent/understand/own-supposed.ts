import type { TurnContext } from '../../conversation/agent.js';
import { asksBreakEven, supposedMove } from '../../language/supposed-move.js';
import type { Command } from '../../terms/command.js';
import { justSingledOut, saidAccount } from './account-told.js';
import { tellsOfOthers } from './references.js';
import type { Router } from './router.js';

/** 自己那笔的假设: 「要是再跌10%我还剩多少」 「得涨多少才回本」 of what a signed-in customer holds. */

const OWN =
  /(我|俺)(?!妈|爸|老公|老婆|朋友|同事|们|想买|要买|打算)[^，。]{0,8}(的|买|那|这|持有|高点|手|投|剩|还有|亏|套|能|才)|(我|俺)$/;
/** What a policy pays back, or a thing not bought yet, is none of their account. */
const OTHERWISE = /保险|保单|寿|年金|保费|存款|定期|打算买|想买|准备买|理论|一般/;
/** 「大盘要是跌三成」 is supposed of all they hold in stocks. */
const OF_THE_MARKET = /大盘|股市|指数/;
/** So many replies back the account is still what is talked about. */
const STILL_MEANT = 4;

/** Null: nothing of the kind is asked, or not of their own. */
export function ownSupposed(router: Router, context: TurnContext, text: string): Command | null {
  const { customer, state } = context;
  if (customer === null || state.flow !== null || tellsOfOthers(text)) return null;
  const about = sideOf(text);
  if (about === null || OTHERWISE.test(text)) return null;
  const named = router.names.find(text).flatMap(({ codes }) => codes);
  const isTheirs = named.some((code) => state.held.includes(code)) || OWN.test(text);
  const isTold = named.length === 0 && saidAccount(context, STILL_MEANT);
  if (!isTheirs && !isTold) return null;
  const label =
    named.length === 0 && !OF_THE_MARKET.test(text)
      ? router.labels.get(justSingledOut(context) ?? '')
      : undefined;
  return { do: 'own_account', query: label === undefined ? text : `${label}，${text}`, about };
}

function sideOf(text: string): 'if_moved' | 'break_even' | null {
  if (supposedMove(text) !== null) return 'if_moved';
  return asksBreakEven(text) ? 'break_even' : null;
}
