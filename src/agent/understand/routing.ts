import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { suitability, aboutProducts } from './about-products.js';
import { bare, buysUnsaid, tradeAlone } from './bare-words.js';
import { followUp } from './follow-up.js';
import { gainOfKind } from './gain-of-kind.js';
import { heldAgainst } from './held-against.js';
import { generalCommand } from './in-general.js';
import type { Reread } from './in-general.js';
import { meantProducts } from './meant-products.js';
import { confidentIntent } from './router.js';
import type { Router } from './router.js';
import { asksTheirInside } from './foreign-products.js';
import { isOtherMatter, outright, reasonAsked, refusal } from './safety-intents.js';
import { investsBorrowed } from './borrowed-money.js';
import { asksForStockFunds } from './shelf-questions.js';
import { unnamed, ofTheShelf } from './unnamed-products.js';
import { figuresAsked } from './figures-asked.js';
import { ownByName, ownOfKind } from './own-of-kind.js';
import { yieldOfKind } from './yield-of-kind.js';

const NOT_WITH_BORROWED: Command = { do: 'refuse', subject: 'borrowed_money' };

/** The one command a sentence stands for. */
export const route = (router: Router, context: TurnContext, text: string): Command =>
  asksTheirInside(text, router.otherHouses)
    ? { do: 'out_of_scope' }
    : (tradeOf(router, context, text) ??
      ownByName(router, context, text) ??
      ownOfKind(router, context, text) ??
      meaningOf(router, context, text));

function meaningOf(router: Router, context: TurnContext, text: string): Command {
  const ranked = router.classifier.rank(router.names.mask(text));
  const likeliest = confidentIntent(router, ranked);
  const intent = likeliest && isOtherMatter(likeliest, text) ? null : likeliest;
  const { mentioned, codes } = meantProducts(router, context, text);
  const reread: Reread = (before, words) => route(router, before, words);
  return (
    outright(router, context, intent, text) ??
    ofOneOfOurs(router, context, text, codes) ??
    (investsBorrowed(text) ? NOT_WITH_BORROWED : null) ??
    heldAgainst(router, context, text) ??
    whatKindPays(router, context, text) ??
    followUp(router, context, text, codes) ??
    reasonAsked(router, context, intent, text) ??
    refusal(intent, codes, text) ??
    unnamed(router, context, text, mentioned, codes) ??
    aboutProducts(router, ranked, context, text, codes) ??
    ofTheShelf(router, context, text) ??
    generalCommand(router, ranked, intent, context, text, reread)
  );
}

const whatKindPays = (router: Router, context: TurnContext, text: string): Command | null =>
  yieldOfKind(router, context, text) ?? gainOfKind(router, context, text);

/** What it costs, or whether it is for somebody. */
const ofOneOfOurs = (
  router: Router,
  context: TurnContext,
  text: string,
  codes: readonly string[],
): Command | null =>
  figuresAsked(router, context, text) ??
  suitability(router, context, text, codes) ??
  (codes.length === 0 && asksForStockFunds(text)
    ? { do: 'list_products', query: text, skip: 0 }
    : null);

/** 「我要买」 means what was spoken of last; where nothing was, what comes first of it is asked. */
function tradeOf(router: Router, context: TurnContext, text: string): Command | null {
  const [last = ''] = context.state.products.slice(-1);
  const name = buysUnsaid(text) ? router.labels.get(last) : undefined;
  if (name !== undefined) return route(router, context, `${bare(text)}${name}`);
  const isOwnToSell = context.customer !== null && context.state.held.length > 0 && last === '';
  return isOwnToSell && ASKS_TO_SELL.test(bare(text)) ? OWN_TO_SELL : tradeAlone(text);
}

/** 「能卖不」 once what they hold was told. */
const ASKS_TO_SELL = /^(那|现在|我)*(能|可以|能不能)(卖|赎回?|取)(出|掉|了)?(吗|么|不|没)*$/;
const OWN_TO_SELL: Command = {
  do: 'own_account',
  query: '我手里有哪些可以卖',
  about: 'exit',
};
