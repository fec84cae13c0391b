import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { AccountSide, Command } from '../../terms/command.js';
import { justSingledOut, saidAccount } from './account-told.js';
import { isBare } from './follow-up.js';
import { isOnRecord, ownGainsAsked } from './own-gains.js';
import { referredProducts, tellsOfOthers } from './references.js';
import type { Router } from './router.js';

/**
 * 接着问自己的账: once the account was told, or where a product of theirs is named, a signed-in customer's
 * short questions are about their own money. `P` stands for a product's name.
 */
const SIDES: readonly (readonly [AccountSide, RegExp])[] = [
  [
    'purchases',
    /(买入|申购|购买)(的)?(日期|时间|日子)|(哪年|哪(一)?天|(什么|啥|几)时(候)?|几号|哪个月|何时|多久(以)?前)[^到能可]{0,4}(买|申购|入手|投)(进|入)?的|(买|拿|持有|放)了(有)?多久/,
  ],
  ['shares', /占(了|比|我|总|持仓|得|的|多|太)|占比|太?集中/],
  ['cost', /(投|花|买)(了|进去?|入)(了|去)?[^能可]{0,3}(多少|几)|(本金|成本)[^，]{0,4}(多少|几)/],
  [
    'profit',
    /(亏|赚|跌|涨|挣|赔)(得|了|掉|成)?[^，]{0,4}(多少|几|百分|啥样|什么样|这么|厉害)|(总|整|加起来|全部)[^，]{0,4}(亏|赚|赔)|(是|还)(亏|赚|赔)(的|着|了)?|P(现在|最近|这阵子)?(怎么样|咋样|如何|还好|(什么|啥)情况|(怎么|咋)(亏|跌|赚|涨))/,
  ],
  [
    'holdings',
    /(能|可以)(取|赎|拿|提)(出来?|回来?)?[^，天费]{0,3}多少(?!天|费|手续)|(卖|赎|取)(了|掉|光|完|出)?[^，]{0,6}(拿|剩|回|到手|值)[^，]{0,4}(多少|几)|(还|里面?|手上|现在)(还)?(有|剩|值)(多少|几)|有多少(钱|份)?P|值多少/,
  ],
];

/** What is charged or how long it takes is the same for everyone. */
const IN_GENERAL =
  /大盘|最(多|惨|坏|差)(的情况)?(会|能)?(亏|跌)|回撤|手续费|赎回费|费率|扣|到账|利率|起(购|投)|会不会|能不能|才能|可以买/;
const WHY = /^(那|它|这)?(又)?(为什么|为啥|怎么|咋|为何)/;
const OF_ALL = /总|一共|全部|所有|加起来|都/;

/** Null: the words ask nothing of the account, or nobody is signed in. */
export function ownAccountAsked(
  router: Router,
  context: TurnContext,
  text: string,
): Command | null {
  const plainly = ownGainsAsked(context, text);
  // Of the one just told of, the reason is the product's own.
  if (plainly && justSingledOut(context) !== null && WHY.test(text)) return null;
  if (plainly?.do === 'own_account') return withWhich(router, context, text, plainly);
  const { customer, state } = context;
  if (isOfOneTheyHold(router, context, text)) return { do: 'own_account', query: text };
  if (customer === null || state.flow !== null || tellsOfOthers(text)) return null;
  const about = isOfTheirs(router, context, text) ? sideAsked(router, context, text) : null;
  return about && withWhich(router, context, text, { do: 'own_account', query: text, about });
}

/** 「我那只赚了多少」 of a visitor, who has named none: only an account could tell which. */
const isOfOneTheyHold = (
  { names }: Router,
  { customer, state: { products, flow } }: TurnContext,
  text: string,
): boolean =>
  customer === null &&
  products.length === 0 &&
  flow === null &&
  names.find(text).length === 0 &&
  /^(我|俺)(的|买的?|持有的?)?[那这]一?(只|个|款|支|些)[^，]{0,4}(赚|亏|涨|跌|收益|挣)/.test(
    text.trim(),
  );

/** Whether the words are about the customer's own, by their words or by what was just told. */
function isOfTheirs(router: Router, context: TurnContext, text: string): boolean {
  const folded = foldedName(router, text);
  if (IN_GENERAL.test(folded) || !isOnRecord(text)) return false;
  if (isOfAccount(context) || asksHowItDoes(router, context, text, folded)) return true;
  return (
    /^(那|所以|然后|就)*(查(一下|一查)?)?(我|俺)(?!妈|爸|老|朋友|同事|爱人|媳|儿|女|家)/.test(
      folded,
    ) && /P|[的了]|买|持有|总|手|能取|可以取|能拿|能赎/.test(folded)
  );
}

/** 「红利基金最近怎么样」 「全球科技占太多了吧」 of one they hold, as was told. */
function asksHowItDoes(
  { names }: Router,
  { state: { held } }: TurnContext,
  text: string,
  folded: string,
): boolean {
  const named = names.find(text).flatMap(({ codes }) => codes);
  const isHeld = named.length > 0 && named.every((code) => held.includes(code));
  return (
    isHeld &&
    /^(那|顺便|问问|剩下的|另外)*P(现在|最近|这阵子)?(怎么样|咋样|如何|还好|占|(什么|啥)情况|(怎么|咋)(亏|跌|赚|涨))/.test(
      folded,
    )
  );
}

function sideAsked(router: Router, context: TurnContext, text: string): AccountSide | null {
  const folded = foldedName(router, text);
  const [side] = SIDES.find(([, words]) => words.test(folded)) ?? [];
  if (side) return side;
  return isOfAccount(context) && isBare(router, text) ? 'profit' : null;
}

const foldedName = ({ names }: Router, text: string): string =>
  normalize(names.mask(text).replaceAll('{product}', 'P'))
    .text.replace(/[\s，。！？!?,.]/g, '')
    .replaceAll('p', 'P');

type OwnAccount = Extract<Command, { do: 'own_account' }>;

/** 「它亏了多少」 is asked of the one singled out before, 「第二个呢」 of the second shown. */
function withWhich(
  { names, labels }: Router,
  context: TurnContext,
  text: string,
  command: OwnAccount,
): Command {
  if (names.find(text).length > 0 || /最/.test(text)) return command;
  const pointed = referredProducts(text, context.state);
  if (pointed.length > 1)
    return {
      ...command,
      query: `${pointed.flatMap((code) => labels.get(code) ?? []).join('、')}，${text}`,
    };
  const isOfAll = OF_ALL.test(text);
  const singled = isOfAll || !isOfAccount(context) ? null : justSingledOut(context);
  const named = isOfAll ? null : justNamed(names, context);
  const label = labels.get(pointed[0] ?? singled ?? named ?? '');
  return label === undefined ? command : { ...command, query: `${label}，${text}` };
}

/** The one product the message before named: 「…2号亏成这样」, then 「我亏了多少」. */
function justNamed({ find }: Router['names'], { history, state }: TurnContext): string | null {
  const before = history.findLast(({ role }) => role === 'customer')?.text ?? '';
  const codes = new Set(find(before).flatMap((mention) => mention.codes));
  const [current = null] = state.products;
  return codes.size === 1 && current !== null && codes.has(current) ? current : null;
}

/** So many replies back an account is still what is talked about. */
const STILL_MEANT = 2;

const isOfAccount = (context: TurnContext): boolean => saidAccount(context, STILL_MEANT);
