import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { AccountSide, Command } from '../../terms/command.js';
import { saysAccount } from './account-told.js';
import { tellsOfOthers } from './references.js';

/** 自己的账: whether words ask for the customer's own holdings or gains, beyond what the router learned. */

const NOT_ON_RECORD =
  /分红|利息|体验金|优惠券|可用余额|订单|到账|手续费|测评|等级|到期|手机|卡号|身份证|[那这]一?[笔单](?!钱)|定投[^。]{0,20}(停|继续|坚持|接着投)/;

/** Whether holdings and prices can answer at all: of dividends, orders and papers they know nothing. */
export const isOnRecord = (text: string): boolean => !NOT_ON_RECORD.test(normalize(text).text);

/** 「现在赎能拿多少」 of what was bought: its value; what is taken off is a fee. */
const REDEEMED_FOR =
  /(买|持有)[^。]{0,16}(赎|卖|取|退)(回|出|掉|来)?[^扣费收。]{0,6}(拿|到手|值|剩|得|是|有)?回?多少(?!费|手续)/;

/** 「查我买入日期」 */
const BOUGHT_WHEN =
  /(买入|申购|购买)(的)?(日期|时间|日子)|(哪天|(什么|啥)时候|几号)(买|申购)(的|进)/;

/** 「我能取多少」: what is there to be taken out. */
const TO_BE_HAD = /(能|可以)(取|赎|拿|提)(出来?|回来?)?(的)?(有)?[^，。]{0,2}多少(?!天|费|手续)/;

/** Which side of the account a question is about; null: neither holdings nor gains. */
export function accountSide(text: string): AccountSide | null {
  const folded = normalize(text).text;
  if (!isOnRecord(text)) return null;
  if (/赚|亏|收益|盈|涨|跌|回本|成本|挣|绿/.test(folded)) return 'profit';
  if (BOUGHT_WHEN.test(folded)) return 'purchases';
  if (REDEEMED_FOR.test(folded) || TO_BE_HAD.test(folded)) return 'holdings';
  return /持仓|余额|资产|仓位|市值|持有|名下|买了(什么|啥|哪)|(还|一共|总共)[^，。]{0,4}(剩|有|值)(下|了)?多少/.test(
    folded,
  )
    ? 'holdings'
    : null;
}

const WHEN =
  '((最近|近|过去|上|这|本|前|今|去)*(一|两|三|四|五|六|半|\\d)*个?(年|月|周|星期|礼拜|季度|阵子?|段时间)(里|以来|内)?)?';
const OWN_WHY =
  /^(那)?(我|俺)(的|买|持有|那|这|账|名下|亏|现在|最近|今年|怎么|为|咋|手).{0,16}(怎么|为什么|为啥|咋|为何).{0,8}(亏|跌|绿了|少了|缩水)|^(那)?(我|俺)(怎么|为什么|为啥|咋).{0,6}(亏|跌)/;
/** 「为啥我买了都两个多月了还亏着呢」 */
const WHY_MINE =
  /^(那)?(为什么|为啥|怎么|咋|为何)(我|俺).{0,16}(亏|跌|绿|没赚|不赚)(?!.*(如果|要是|会不会))/;
/** 「股票和债券我各占多少」 */
const OWN_PARTS = /(我|俺)[^，。]{0,8}(各|分别)占?(了|比|有)?(多少|几|百分)/;
const OWN_WHICH =
  /^(那)?(我|俺).{0,10}哪(只|个|一只|一个|支|款|几只).{0,8}(亏|赚|跌|涨|挣).{0,2}(最|多|厉害|狠|惨)/;
const OWN_GAIN =
  /^(那)?(我|俺)(的|买的|持有的|[那这][只个款笔]|那些|这些|手里的|手上的).{0,20}((涨|跌|赚|亏|挣)了?(没有?|吗|么|多少|几个?点)|成本(价)?(是)?多少|回本了?(没有?|吗|么))/;
const OWN_WORTH =
  /^(那)?(我|俺)(的|买的|持有的|那只|手里的|手上的|有|还有).{1,20}(值多少|市值(是)?多少|(还)?(有|剩)?多少份)|^(那)?(我|俺)(手上|手里|名下|持有|买过?)的?.{0,12}(有哪些|有哪几只|有几只|有什么)$|^(我|俺)都?(有|买了|买过|持有)(哪些|哪几只|几只|什么|啥)(基金|理财|保险|存款|国债|债券|产品)?$/;
/** 「最近一个月我的钱咋变的」. */
const OWN_CHANGE = new RegExp(
  `^${WHEN}(我|俺)的?(钱|账户|持仓|资产|收益|东西|基金|理财|那些|这些)?${WHEN}(是)?(咋|怎么|为什么|为啥|为何)(就|会)?(变|动|波动|跌|涨|亏|少|多)(化|成这样)?(了|的|钱)*(呢|啊)?$`,
);
/** 「你们那个基金怎么回事，我都亏成什么样了」: whatever is shouted beside it, the loss is theirs. */
const OWN_STATE =
  /(我|俺)(的钱|买的|现在)?(都|已经|这|全)*(亏|赔|跌|绿)(成|到)(什么|啥|这|那|这个|那个|什么个)?(样|鬼|德行|地步|程度|狗)/;
/** 「我的钱是不是太集中了」 「我手里的东西风险高不高」. */
const OWN_SPREAD =
  /^(那)?(我|俺)(的|买的|手里|手上|现在|持有).{0,10}((是不是|会不会)?(太|过于|很|比较|够)?(集中|分散)|放(在)?一个篮子|风险(高不高|大不大|怎么样|高吗|大吗|是不是太?(高|大)))/;
/** Of no list that was shown: of what is owned. */
const BARE_LOST =
  /^(那)?(是)?哪(只|个|支|款|几只)(基金|产品|理财)?(害得?我|让我|把我|给我)?(亏|赔)得?(最|更)(多|厉害|狠|惨)(了|呢|啊)?$/;
const BARE_WHY =
  /^(那|这)?(为什么|为啥|怎么|咋|为何|凭什么|凭啥)(会|就|都|我)?(一直|老是|老|还|又)?在?(亏|跌)(了|钱|损)?(这么|那么|好|很)?(多|惨)?(钱)?(了|啊|的|呀)?$|^(都|钱)?(是)?(亏|跌)在(哪|哪里|哪儿|哪只|什么地方)(了|啊)?$/;
/** Right after the account was told, which of them lost most is asked of it. */
const BARE_WHICH =
  /哪(只|个|一只|一个|支|款|几只).{0,8}(亏|赚|跌|涨|挣)得?((最|更|比较)(多|厉害|狠|惨)?|多|厉害|狠|惨)/;
/** … and which of them is most of it: 「哪个多」. */
const BARE_MOST =
  /^(那|里面|其中|它们|这些|这里面)*哪(只|个|一只|一个|支|款)(产品|基金|理财)?(的)?(钱|市值|金额|占比|放|买|占|持有|投)?(得|的|了)*(最|更|比较)?(多|大|重)(一点|一些|些)?(了|的|呢|啊|呀)?$/;

/**
 * 「为什么亏」 of a customer who is signed in asks about their own money, unless a product was just
 * spoken of; a visitor's asks why such things lose at all.
 */
export function ownGainsAsked(context: TurnContext, text: string): Command | null {
  const { customer, state } = context;
  if (customer === null || state.flow !== null || tellsOfOthers(text)) return null;
  const folded = normalize(text).text.replace(/[\s，。！？!?,.]/g, '');
  const about = OWN_SPREAD.test(folded) ? 'holdings' : isOnRecord(text) && sideIn(context, folded);
  if (about === 'shares') return { do: 'own_account', query: sharesOf(text), about };
  return about ? { do: 'own_account', query: text, about } : null;
}

/** 「HHI呢」 of a customer who is signed in is reckoned; what it is, the handbook tells. */
const OWN_INDEX =
  /^(那|我|我的|持仓|组合|算(一下|下)?|现在)*(的)?(hhi|赫芬达尔(指数)?|集中度指数)(指数)?(现在)?(是|有)?(多少|多大|多高|高吗|高不高|几)?(呢|啊)?$/;
const OWN_INDEX_ASKED = '我的持仓各占多少，HHI 是多少';

export function ownIndexAsked(text: string): Command | null {
  const folded = normalize(text).text.replace(/[\s，。！？!?,.]/g, '');
  return OWN_INDEX.test(folded)
    ? { do: 'own_account', query: OWN_INDEX_ASKED, about: 'shares' }
    : null;
}

/** Each of them is told, whichever kinds are named. */
const sharesOf = (text: string): string =>
  `我的持仓各占多少${text.includes('集中') ? '，是不是太集中了' : ''}`;

function sideIn(context: TurnContext, folded: string): AccountSide | null {
  const { state } = context;
  if (OWN_PARTS.test(folded)) return 'shares';
  if (OWN_WORTH.test(folded) || isRedemption(folded)) return 'holdings';
  if (BARE_MOST.test(folded) && saysAccount(context)) return 'holdings';
  const isLost = BARE_LOST.test(folded) && state.listed.length === 0;
  const isOwn =
    isLost ||
    [OWN_WHY, WHY_MINE, OWN_WHICH, OWN_GAIN, OWN_CHANGE].some((words) => words.test(folded));
  if (OWN_STATE.test(folded)) return 'profit';
  const isBare = BARE_WHY.test(folded) && (state.products.length === 0 || saysAccount(context));
  const isOneOfThem = BARE_WHICH.test(folded) && saysAccount(context);
  return isOwn || isBare || isOneOfThem ? 'profit' : null;
}

/** 「去年三月买的，现在赎多少钱」: their own, whether or not they say 「我」, unless only asked in case. */
const isRedemption = (folded: string): boolean =>
  REDEEMED_FOR.test(folded) && !/如果|要是|假如|比如|打算买|想买/.test(folded);
