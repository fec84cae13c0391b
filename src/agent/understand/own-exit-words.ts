import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import { spokenMoney } from '../../language/spoken-money.js';
import type { Command } from '../../terms/command.js';
import { asksForPart } from '../../language/part-sold.js';
import { justSingledOut, saidAccount, saysAccount } from './account-told.js';
import { asksOfOwnSale } from './own-sale-words.js';
import { referredProducts } from './references.js';
import type { Router } from './router.js';
import { currentProduct } from './topic.js';

/** 要是现在全赎了: what leaving what they hold would take, reckoned from the days it was bought. */

const LEAVES =
  /(全(部|都|额)?|都|现在|今天|今日|马上|立刻|要是|如果)[^，。？]{0,8}(赎|卖|取|清仓|割)(回|出|掉|光|完|了|出来)*/;
const WHAT_IT_TAKES = /费|扣|收(?!益)|几天|多久|到账|到手|拿到|能拿|损失/;
/** 「早满180天了吧」 「就说满没满」 */
const HELD_SO_LONG =
  /满没满|够(了)?(不|没)?(免|不收)(掉)?(赎回|手续)?费|^(那|我|俺|这)*(的)?(笔|只|个)?满了(没|没有|吗|么)$|(满|过|超过|够)了?\d{1,4}(天|日)(了)?(吧|吗|么|没)|早[就已]?(满|过|够)了?|\d{1,4}(天|日)(满|过|够|到)(了)?(没|吗|吧|么)/;
const ITS_OWN = /(我|俺)[^，。]{0,8}(买|持有|放|拿)|(我|俺)的|去年|前年|早就买|买了/;

const CAN_BE_SOLD =
  /^(那|就|到底|现在|它|这只|这个|都|全部)*(哪些|哪只|哪个|哪几只|多久|什么时候|啥时候|哪天|几号)?(才)?(能不能|可不可以|能|可以|可|要|想)?(卖|赎回?|取|拿(?=出来|回来))(出来?|回来|掉|了)*(吗|么|不|没|的|呢|啊|吧)*$/;
const DAYS_ALONE =
  /^(那|就|大概|一般)*((卖|赎|取)(出|回|掉|出来)?(以后|之后|后|了)?)?(大概|要|得|需要)*(几天|多久|多长时间|什么时候|啥时候|哪天|几号)(能|可以|才能)?(到账|到手|拿到|到)(钱)?(呢|啊|呀)?$/;

export function ownExitAsked(router: Router, context: TurnContext, text: string): Command | null {
  const folded = normalize(text).text.replace(/[\s，。！？!?,.~]/g, '');
  const named = router.names.find(text).flatMap(({ codes }) => codes);
  if (asksWhenFree(context, folded, named)) return exitOf(text);
  const isOwn = asksOfOwnSale(text) || asksOfOwnPart(router, context, text, named);
  if (!isOwn && !asksOfLeaving(text, folded)) return null;
  const [meant] = named.length > 0 ? named : whichMeant(router, context, text);
  if (meant === undefined) return isOwn || accountWasTold(context) ? exitOf(text) : null;
  // How many days one product takes is the same for everybody.
  if (DAYS_ALONE.test(folded) || !(isOwn || isTheirs(context, meant, text))) return null;
  const label = router.labels.get(meant);
  return exitOf(label === undefined || named.length > 0 ? text : `${label}，${text}`);
}

const isTheirs = (context: TurnContext, meant: string, text: string): boolean =>
  context.state.held.includes(meant) || justSingledOut(context) === meant || ITS_OWN.test(text);

/** 「持有多久赎回就不收钱了」 where no product is spoken of: of each that they hold. */
const WHEN_FREE =
  /(持有|拿|放|拿够|放够|要?满)(够|满|到)?(多久|几天|多少天|多长时间|几个月)[^，。]{0,8}(不收|不扣|不要|免)(我)?(的)?(赎回费|手续费|费|钱)/;

const asksWhenFree = (
  { customer, state }: TurnContext,
  folded: string,
  named: readonly string[],
): boolean =>
  customer !== null && named.length + state.products.length === 0 && WHEN_FREE.test(folded);

/** 「能提前支取不」 「随时可以取吧」 of what is their own. */
export const LEAVES_EARLY =
  /提前(支取|取|兑付?|赎|拿|卖)|(能|可以)(不能|不可以)?(也|先|随时|马上|现在|立刻|提前)(就)?(取|赎|卖|拿)|(随时|马上|现在|立刻)(能|可以|就能)(不能)?(取|赎|卖|拿)/;

const asksOfLeaving = (text: string, folded: string): boolean =>
  LEAVES_EARLY.test(folded) ||
  CAN_BE_SOLD.test(folded) ||
  DAYS_ALONE.test(folded) ||
  asksWhatItTakes(text) ||
  asksHowLongHeld(text, folded);

const accountWasTold = (context: TurnContext): boolean =>
  context.state.held.length > 0 && saidAccount(context, LATELY);

/** So many replies back, all they hold is still what is talked about. */
const LATELY = 2;

/** 「赎一半可以吗」 of the one fund that is spoken of; of one that is named, where it is theirs by the words. */
function asksOfOwnPart(
  router: Router,
  context: TurnContext,
  text: string,
  named: readonly string[],
): boolean {
  if (!asksForPart(text) || HOW_IN_GENERAL.test(text)) return false;
  const [meant = ''] = named.length > 0 ? named : whichMeant(router, context, text);
  const isFund = SOLD_IN_PARTS.includes(router.products.get(meant)?.regime ?? '');
  const { held } = context.state;
  // 「先赎三分之一」 after a look at another one is not of what they do not hold.
  const mayBeTheirs = held.length === 0 || held.includes(meant);
  return isFund && (named.length === 0 ? mayBeTheirs : /我|俺/.test(text));
}

const SOLD_IN_PARTS = ['CSRC_FUND', 'NFRA_INVEST'];
/** 「基金赎一半怎么弄」 asks how it is done, whoever holds it. */
const HOW_IN_GENERAL = /^(基金|理财)|怎么(弄|操作|办|赎|卖)|一般/;

const asksWhatItTakes = (text: string): boolean =>
  LEAVES.test(text) && WHAT_IT_TAKES.test(text) && spokenMoney(text).length === 0;

const asksHowLongHeld = (text: string, folded: string): boolean =>
  HELD_SO_LONG.test(folded) && /满|费|收|扣|要钱/.test(text) && !/测评.{0,4}(过|满)/.test(text);

/** After a list of all they hold all of it is meant, after one product that one. */
function whichMeant(router: Router, context: TurnContext, text: string): readonly string[] {
  const referred = referredProducts(text, context.state);
  if (referred.length > 0) return referred;
  const singled = justSingledOut(context);
  if (saysAccount(context) && singled === null) return [];
  const current = singled ?? currentProduct(router, context);
  return current === null ? [] : [current];
}

const exitOf = (query: string): Command => ({ do: 'own_account', query, about: 'exit' });
