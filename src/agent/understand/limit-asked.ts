import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { describe } from './about-products.js';
import type { Router } from './router.js';
import { currentProduct } from './topic.js';

/** 赎回的限额和时点: how much comes out in a day, how soon after buying, and by when it has to be sold. */

const OUT = /取|赎|提现|提出|拿出|到账/;
const IN = /买|申购|转账|付款|充|存|绑|投/;
const LIMIT =
  /限额|上限|(单日|一天|每天|每日|当天|一次)[^，。？?]{0,6}(赎|取|提|拿)[^，。？?]{0,4}(多少|几)/;
const BUY_THEN_TAKE =
  /(今天|明天|周.|刚)?买[^，。？?]{0,6}(明天|后天|当天|第二天|次日)[^，。？?]{0,4}(取|赎|卖|拿)/;
/** Of these a limit is one of the quick way out, unless buying is spoken of. */
const PAYS_AT_ONCE = ['money', 'cash_management'];
const LATEST = /最(晚|迟)[^，。？?]{0,10}(赎|取|卖)/;

/** 「最晚什么时候赎周一能到账」: no order is told that days could be reckoned from. */
export const asksLatestOrder = (text: string): boolean => LATEST.test(text);

/** Whether any of these may be asked, by the words alone. */
export const mayAskLimit = (text: string): boolean =>
  [LIMIT, BUY_THEN_TAKE, LATEST].some((words) => words.test(text));

/** Null: none of these is asked of a product. `whole`: the message this is a piece of. */
export function limitAsked(
  router: Router,
  context: TurnContext,
  text: string,
  whole: string = text,
): Command | null {
  const [named, ...more] = new Set(router.names.find(whole).flatMap(({ codes }) => codes));
  const code = named ?? currentProduct(router, context);
  if (code === null || more.length > 0) return null;
  const isOfCash = PAYS_AT_ONCE.includes(router.products.get(code)?.type ?? '');
  const query = queryOf(context, text, isOfCash ? `${whole}，取` : whole);
  return query === null ? null : describe(code, ['redemption'], query);
}

function queryOf({ history }: TurnContext, text: string, whole: string): string | null {
  if (BUY_THEN_TAKE.test(text)) return '买入几天确认，赎回几天到账';
  if (LATEST.test(text)) return text;
  if (!LIMIT.test(text)) return null;
  const last = history.findLast(({ role }) => role === 'customer')?.text ?? '';
  const isOut = OUT.test(text) || (!IN.test(text) && (OUT.test(whole) || OUT.test(last)));
  return isOut ? '一天最多能取多少' : null;
}
