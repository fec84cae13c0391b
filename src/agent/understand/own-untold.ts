import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import { holdingPointedAt } from '../../language/points-at-holding.js';
import type { AccountSide, Command } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { justSingledOut, saidAccount, saysAccount } from './account-told.js';
import { tellsOfOthers } from './references.js';
import { asksToSellOrHold } from './sell-or-hold.js';
import type { Router } from './router.js';
import { currentProduct } from './topic.js';

/**
 * 没报过持仓就问自己的: 「我那个亏的还留不留」 「现在出来划算吗」 「啥时候能拿」 of a signed-in customer are of what
 * they hold, whether or not it was told before: the holdings answer, and show which is meant.
 */

/** 「基金亏了该不该卖」 asks of a kind, whoever holds it. */
const OF_A_KIND = /基金|理财|债券|股票|国债|存款|存单|保险|产品|黄金|信托/;
const OWN = /我|俺|手里|手上|手头|名下|[那这](个|只|款|支|几只|几个)/;

const LEAVES =
  /卖|赎|割|清仓|出(来|掉|去)|取|撤|到账|拿(回|到|出)|[扣收](费|钱|多少|不扣|不收)|手续费|几天|多久|啥时候|什么时候|能动/;
const CAUSES = /为(什么|啥|何)|咋回事|怎么(会|回事|搞)|原因/;

const LEAD = '(那|就|我的?|俺的?|钱|现在|到底|大概|要是|这|些|要|得|需要|手里的?){0,6}';
const SELL = '((卖|赎|取|割|出|清)(了|掉|出|回|来|仓|肉|光|完|以后|之后|后|的话){0,3})';
const WHEN = '(几天|多久|多长时间|多少天|什么时候|啥时候|哪天|几号)';
const COMES =
  '(钱)?(才|就)?(能|可以|会|要)?(到|拿|取|回|动|提|进|打)(账|得?到|回|出|来|手){0,3}(钱|我的?|卡|卡里|卡上|手里|账上){0,4}';
const END = '(呢|啊|呀|吗|么|不|的|了|钱|哦)*';
/** 「要几天钱到我卡上」 「卖了扣不扣手续费」 and no more: of a product only where one is spoken of. */
const DATES = new RegExp(`^${LEAD}${SELL}?${LEAD}${WHEN}${COMES}${END}$`);
const FEES = new RegExp(
  `^${LEAD}${SELL}(还)?(要|会|得)?(不要|不会)?(扣不扣|收不收|要不要|扣|收|交|要)(多少|啥|什么|几个点|我)?(手续费|赎回费|费用|费|钱)${END}$`,
);

/** Before it stands at most a word that begins anew. */
const MINE =
  /^(对了|那个|话说|顺便问问?|问一下|请问|想问一?下?)?(我|俺)(的|买的|存的|手里的?)?[那这]?(个|只|款|笔|支|些)(理财|基金|产品|存款|定期|债基)?/;

/** Null: nothing of the kind is asked, nobody is signed in, or of what they do not hold. */
export function ownUntold(router: Router, context: TurnContext, text: string): Command | null {
  const { customer, state } = context;
  if (customer === null || state.flow !== null || tellsOfOthers(text)) return null;
  const named = router.names.find(text).flatMap(({ codes }) => codes);
  if (isOfAnotherList(context, text)) return null;
  const about = sideIn(router, context, text, named);
  if (about === null) return null;
  const last = saysAccount(context) ? null : oneTold(context);
  if (about === 'exit' && last !== null && asksOnlyWhen(text)) {
    return {
      do: 'describe_product',
      code: productCode(last),
      aspects: ['redemption'],
      query: text,
    };
  }
  const label = named.length > 0 ? undefined : labelOf(router, context, text);
  return { do: 'own_account', query: label === undefined ? text : `${label}，${text}`, about };
}

/** A list of what is not theirs was shown, and the words do not say that theirs is meant. */
const isOfAnotherList = ({ state: { held, listed } }: TurnContext, text: string): boolean =>
  listed.some((code) => !held.includes(code)) && !/我|俺|手里|手上/.test(text);

function sideIn(
  router: Router,
  context: TurnContext,
  text: string,
  named: readonly string[],
): AccountSide | null {
  const folded = normalize(text).text.replace(/[\s，。！？!?,.~]/g, '');
  const isOwn = named.length > 0 || !OF_A_KIND.test(folded) || OWN.test(folded);
  if (asksToSellOrHold(text) && isOwn && !OTHERWISE.test(folded)) return 'keep';
  const pointed = named.length === 0 ? holdingPointedAt(text) : null;
  if (pointed !== null) {
    if (CAUSES.test(folded) || (pointed !== 'locked' && !LEAVES.test(folded))) return 'profit';
    return 'exit';
  }
  return named.length === 0 && asksOfLeaving(router, context, text) ? 'exit' : null;
}

/** 「我打算买，要不要…」: nothing is held yet; nor is what is added to it what is held. */
const OTHERWISE = /打算买|想买|准备买|没买|要是买|如果买|买之前|补仓|加仓|抄底|定投/;

/** 「我想出来了，要几天钱到我卡上」: when or at what cost, of theirs by their own word, or as nothing else is spoken of. */
function asksOfLeaving(router: Router, context: TurnContext, text: string): boolean {
  const clauses = normalize(text)
    .text.split(/[，。！？!?,.~]/)
    .map((clause) => clause.replace(/\s/g, ''));
  const asks = (clause: string) => DATES.test(clause) || FEES.test(clause);
  // 「对了我那个理财什么时候能取」 says whose it is.
  if (clauses.some((clause) => MINE.test(clause) && asks(clause.replace(MINE, '我')))) return true;
  if (!clauses.some(asks)) return false;
  if (saysAccount(context) || oneTold(context) !== null) return true;
  const isGeneral = OF_A_KIND.test(text) || /^(赎回|申购|卖出)/.test(text);
  return currentProduct(router, context) === null && !isGeneral && isUnsaid(context);
}

/** How many days it takes is the same for everybody. */
const asksOnlyWhen = (text: string): boolean =>
  DATES.test(normalize(text).text.replace(/[\s，。！？!?,.~]/g, ''));

/** So many replies back, leaving the one of theirs that is still spoken of is what is talked about. */
const STILL_MEANT = 4;

const oneTold = (context: TurnContext): string | null => {
  const { held, products } = context.state;
  const [last = null] = products;
  return saidAccount(context, STILL_MEANT) && held.some((code) => code === last) ? last : null;
};

/** Nothing was told of before that the words could go on about. */
const isUnsaid = ({ state }: TurnContext): boolean =>
  state.entries.length === 0 && state.listed.length === 0;

/** The one that is spoken of, unless the words point at another. */
function labelOf(router: Router, context: TurnContext, text: string): string | undefined {
  if (holdingPointedAt(text) !== null || /都|全|各|这些|那些|哪/.test(text)) return undefined;
  const current =
    justSingledOut(context) ?? heldOf(context, currentProduct(router, context)) ?? oneTold(context);
  return router.labels.get(current ?? '');
}

/** What was spoken of is theirs, or may be. */
const heldOf = ({ state: { held } }: TurnContext, code: string | null): string | null =>
  code !== null && (held.length === 0 || held.includes(code)) ? code : null;
