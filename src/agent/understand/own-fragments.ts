import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import { spokenWindow } from '../../language/spoken-window.js';
import type { AccountSide, Command } from '../../terms/command.js';
import { justSingledOut, saidAccount, saysAccount } from './account-told.js';
import { ownDragAsked } from './own-drag-words.js';
import { ownExitAsked } from './own-exit-words.js';
import { ownFiguresAsked, gaveBack } from './own-figure-words.js';
import { ownIndexAsked } from './own-gains.js';
import { ownOfKind } from './own-of-kind.js';
import { ownSupposed } from './own-supposed.js';
import { ownTermAsked } from './own-term-words.js';
import { ownUntold } from './own-untold.js';
import { askedOfWhole, HELD_AGAINST_CLASS } from './own-whole.js';
import { referredProducts, tellsOfOthers } from './references.js';
import type { Router } from './router.js';
import { currentProduct } from './topic.js';

/** 只言片语问自己的账: 「哪个亏」 「手里的」 of a customer who is signed in is about what they hold. */

interface Reading {
  readonly when: RegExp;
  readonly about: AccountSide;
  /** As the account is asked it; absent: in the customer's own words. */
  readonly say?: string;
}

const LEAD = '(那|就|到底|其中|里面|这里面|这里头|现在|目前|这些|它们|都|所以)*';
const MINE =
  '((我|俺)?(的|们)?(手(里|上|头|里头)|名下|持仓|仓位|持有|买)?(的|里|中|了|这些|这几只|那些|现在)*)';
const PIECE = '(基金|产品|理财)?';
const WHICH = `(有|是)?(哪|那)(一|几|些)?(只|个|支|款|些)${PIECE}(的)?(是|都|在|正|现在)*`;
const ONE =
  '(的)?(那|是|是那|有|都有)?(哪|几|一|这)*(只|个|支|款|些)*(是)?(哪|什么|啥)?(只|个|支|款|些)?';
const END = '(呢|啊|呀|吗|么|嘛|了|没有|没)*';
const LOSES = '(亏|赔|跌|绿)(本|损|钱)?(了|着|的)*';
const GAINS = '(赚|涨|盈|挣|红)(利|钱)?(了|着|的)*';
const MUCH = '(多|惨|狠|厉害|大|重|高)';
const MOST_LOST = `(最(亏|赔|惨)(钱)?|(亏|赔|跌)(损|钱|本)?得?最${MUCH}?)`;
const MOST_WON = `(最(赚|挣)(钱)?|(赚|涨|盈|挣)(利|钱)?得?最${MUCH}?)`;
const MOST_RISKY =
  '(的)?((风险|等级|波动){1,2}(最|更|比较)?(高|大)|(最|更)(吓人|危险|激进|悬|刺激)|最不(安全|稳|保险))';
const SELL = '(卖|赎|取|清|割|出手)(了|掉|出|回|出来|仓|光|完)*';
const CAN = '(现在|马上|随时|先|想|要|该|能|可以|能不能|可不可以|给我|帮我|我)*';

const whole = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join('')}$`);

const LOST = '把亏的列一下';
const WON = '把赚的列一下';
const MOST_HELD = '我哪只市值最大';
const LOST_MOST = '哪只亏得最多';
const WON_MOST = '哪只赚得最多';
const RISKIEST = '哪只等级最高';
const JUST_SAID = '((你|您)?(刚才|刚刚|前面|前头|之前)?(你|您)?(说|讲|列)?的?)';
const AGAIN = '(来着|来的|呢|啊|呀|嘛|哦|吗)*';

/** Asked of the list that was told: without one they could be of anything. */
const OF_THE_TOLD: readonly Reading[] = [
  {
    when: whole(LEAD, JUST_SAID, `(${WHICH}${MOST_RISKY}|${MOST_RISKY}${ONE})`, AGAIN),
    about: 'holdings',
    say: RISKIEST,
  },
  { when: whole(LEAD, MINE, WHICH, LOSES, END), about: 'profit', say: LOST },
  { when: whole(LEAD, MINE, '(有没有|有)?', LOSES, '的?', ONE, END), about: 'profit', say: LOST },
  { when: whole(LEAD, MINE, WHICH, GAINS, END), about: 'profit', say: WON },
  { when: whole(LEAD, MINE, '(有没有|有)', GAINS, '的?', ONE, END), about: 'profit', say: WON },
  { when: whole(LEAD, MINE, GAINS, '的', ONE, END), about: 'profit', say: WON },
  {
    when: whole(LEAD, MINE, `(${WHICH})?`, MOST_LOST, ONE, END),
    about: 'profit',
    say: LOST_MOST,
  },
  { when: whole(LEAD, MINE, `(${WHICH})?`, MOST_WON, ONE, END), about: 'profit', say: WON_MOST },
  {
    when: whole(LEAD, MINE, '(钱|市值|金额|占得?|买得?)?最(多|大)的?', ONE, END),
    about: 'holdings',
    say: MOST_HELD,
  },
  {
    when: whole(CAN, MOST_LOST, ONE, CAN, SELL, '(吧|行|好|可以|吗|么|呢|不)*'),
    about: 'exit',
    say: `${LOST_MOST}，现在卖`,
  },
  {
    when: whole(CAN, MOST_WON, ONE, CAN, SELL, '(吧|行|好|可以|吗|么|呢|不)*'),
    about: 'exit',
    say: `${WON_MOST}，现在卖`,
  },
];

/** Asked of what is one's own by their words. */
const OF_ONES_OWN: readonly Reading[] = [
  {
    when: whole(
      LEAD,
      '(我|俺)(的|们|这些|那些|手里|手上|手头|名下|持仓|买|持有)+(的|里头|里面|里|当中|中|这些|这几只|东西|了){0,4}',
      `(${WHICH})?${MOST_RISKY}`,
      ONE,
      AGAIN,
    ),
    about: 'holdings',
    say: RISKIEST,
  },
  {
    when: /^(那)?(我|俺)的?(买|手里|手上|手头|名下|现在|持有|持仓|仓位)(的|了|过|这些|那些|产品|东西|基金|理财|都|风险)*(跟|和|与|对)?(我|俺)?(自己)?(的)?(风险)?(等级|情况|测评)?(匹不匹配|匹配|配不配|合不合适|合适|对不对得上|对得上)(我|我的(风险)?等级)?(吗|么|不|呢|啊)*$/,
    about: 'holdings',
    say: HELD_AGAINST_CLASS,
  },
  {
    when: /^(那|看|查|就)*(我|俺)(的|那些|这些|那几只|这几只)(呢|账|东西|情况|啊)*$/,
    about: 'holdings',
    say: '我的持仓',
  },
  {
    when: /^(那|就|看(一下)?|查)*(我|俺)?(的)?(现在)?(持仓|仓位|手(里|上|头)的?|名下的?)(有)?(呢|啥|什么|哪些|情况|产品|东西|基金|理财|都有|的|是|这些|看看|怎么样)*$/,
    about: 'holdings',
    say: '我的持仓',
  },
  {
    // 「帮我看看哪些可以先止损的」
    when: /^(你|您)?(帮我|给我)?(看(一下)?|挑|找)*(我的?|手里的?)*(哪些|哪几只|哪只|哪个)(是)?(该|能|可以|应该|要)*(先)?(止损|割肉|割|减仓?)(的|了|掉)*(呢|啊|吗)?$/,
    about: 'profit',
    say: LOST,
  },
  {
    when: whole(
      LEAD,
      '(我|俺)?(的)?(手(里|上|头)|名下|持有|持仓|买)(的|里|了|有|这些|现在|里面)*(哪些|哪只|哪个|哪几只|什么|啥|都)*(是|现在|马上|随时)*(能|可以|可|能不能)',
      SELL,
      '的?',
      END,
    ),
    about: 'exit',
    say: '我手里有哪些可以卖',
  },
  {
    // 「我手上这几只哪个更好一点 你帮我比比」: which, nobody says; how each does, the account.
    when: /^(那|你|您|帮我|看看)*(我|俺)?(手(里|上|头)|名下|买的|持有的?)(的|有的|买的)*[这那](几|些|两|三)(只|个|款|支)?(基金|产品|理财)?(你|您|帮我|给我)*((哪(个|只|款|支)(更|比较|最)?(好|强|稳|划算|值))|比(一)?(比|下|较)|对比)(?!.*(卖|买哪))/,
    about: 'profit',
    say: '我的持仓赚亏',
  },
  {
    // 「就我买的那两只 哪个波动小一点」
    when: /^(那|就|问下)*(我|俺)(手里|手上|名下|买|持有)(的|有)*[这那](几|些|两|三)(只|个|款|支)?(基金|产品|理财)?哪(个|只|款|支)(的)?(风险|波动|回撤|等级)(更|比较|最)?(小|低|大|高)(一点|点|些|一些)?(呢|啊)?$/,
    about: 'holdings',
    say: HELD_AGAINST_CLASS,
  },
];

/** 「最近亏没」 「余额」 before any product was shown: only theirs can be meant. */
const NOTHING_NAMED: readonly Reading[] = [
  {
    when: /^(那|我)?(最近|这几天|这两天|这个?月|上个?月|今年|今天|昨天|现在|到底|总共|一共)(的|我|是)*(有没有|有)?(亏|赚|跌|涨|赔|挣)(钱|了|着)*(没有?|吗|么|不|多少|没(亏|赚))?(呢|啊)?$/,
    about: 'profit',
  },
  {
    when: /^(亏|赚|跌|涨)(了|没|吗|么)*$/,
    about: 'profit',
  },
  {
    when: /^(查|一下|下|看|账户|我|现在|的)*(账户)?(余额|总资产|资产)(是|还有|有|剩)?(多少|呢|啊|查询|几块)?(钱)?$/,
    about: 'holdings',
    say: '我的持仓',
  },
];

const RECALLS = /^(那|就)?(你|您)?(刚才|刚刚|前面|前头|之前)/;
const GAIN_ALONE =
  /^(那|我的?|现在|总共|一共|到底|合计|总的)*(收益|盈亏|盈利|亏损|收益率|赚没赚|赚了吗|赚钱了吗|(赚|亏|赔)(了|掉)多少)(情况|多少|怎么样|如何|咋样|呢|啊)*$/;

/** Null: nothing of the kind, or nobody is signed in. */
export function ownFragment(router: Router, context: TurnContext, text: string): Command | null {
  const { customer, state } = context;
  if (customer === null || state.flow !== null || tellsOfOthers(text)) return null;
  const outright = outrightAsked(router, context, text);
  if (outright) return outright;
  const folded = normalize(text).text.replace(/[\s，。！？!?,.~]/g, '');
  const ofAll = askedOfWhole(context, folded, text);
  if (ofAll) return ofAll;
  const reading = readingsFor(context, folded).find(({ when }) => when.test(folded));
  if (reading) {
    const { about, say = text } = reading;
    return { do: 'own_account', query: say, about };
  }
  return GAIN_ALONE.test(folded)
    ? gainAlone(router, context, text)
    : ownUntold(router, context, text);
}

/** What words of their own say whole, or of the one that was just told. */
const outrightAsked = (router: Router, context: TurnContext, text: string): Command | null =>
  ownFiguresAsked(context, text) ??
  ownSupposed(router, context, text) ??
  ownIndexAsked(text) ??
  ownOfKind(router, context, text) ??
  ownTermAsked(context, text) ??
  gaveBack(text) ??
  movedIn(router, context, text) ??
  ownExitAsked(router, context, text) ??
  ownDragAsked(context, text) ??
  worthOfTwo(router, context, text) ??
  whyOfOne(router, context, text) ??
  howMuchOfIt(router, context, text) ??
  ofGrade(router, context, text);

const WHAT_MOVED =
  /(什么|谁|哪(一|几)?(只|个|些|支|款)?)(基金|产品|理财)?(在|最|给我|把我)?(涨|跌|拖|带|拉|贡献|赚|亏)|(涨跌|涨|跌|赚|亏)(的|主要)?(是|靠|因为)?(什么|谁|哪(一|几)?(只|个|些|支|款))|拖了?后腿/;
/** 「是什么让它涨跌的」 「涨跌是因为什么」: the cause, by its own words. */
const WHAT_CAUSED =
  /(涨跌|盈亏|波动|变化|起伏)(的|了|主要|都|是|靠|因为|由于|原因)*(什么|啥|谁|哪(一|几)?(只|个|些|支|款))|(什么|啥|谁)(东西|原因|因素)?(让|使得?|令|叫|导致|造成|影响|带动|引起)(了|着)?(它们?|我|账户|持仓|收益|整体|钱|的)*(这样|这么|会|在)?(涨|跌|亏|赚|变|波动)/;
/** Said of all that is theirs, whether or not it was just told. */
const ALL_OF_MINE =
  /账户|帐户|持仓|仓位|(我|俺)(的(钱|基金|理财|产品|收益)|手(里|上)|名下|买的|持有)/;
/** As the account is asked it, where no stretch is named. */
const MOVED_AT_ALL = '我的持仓涨跌来自哪几只';
const OF_THE_MARKET = /大盘|指数|市场|行情|板块|行业|股市|a股/i;

/** 「这个月是什么在涨什么在跌」 after the list: what moved all of it over the stretch that is named. */
function movedIn(router: Router, context: TurnContext, text: string): Command | null {
  const asksCause = WHAT_CAUSED.test(text);
  if (!(asksCause || WHAT_MOVED.test(text)) || OF_THE_MARKET.test(text)) return null;
  if (router.names.find(text).length > 0) return null;
  const isOver = spokenWindow(text, context.today) !== null;
  const isOfAll = asksCause && ALL_OF_MINE.test(text);
  const goesOn = isOver && context.state.held.length > 0 && saidAccount(context, STILL_MEANT);
  return isOfAll || goesOn
    ? { do: 'own_account', query: isOver ? text : MOVED_AT_ALL, about: 'profit' }
    : null;
}

/** 「刚才你说哪个风险最大」 goes back to the list, whatever was told since. */
function readingsFor(context: TurnContext, folded: string): readonly Reading[] {
  const recalls = context.state.held.length > 0 && RECALLS.test(folded);
  const unnamed = context.state.justShown.length === 0 ? NOTHING_NAMED : [];
  const own = [...OF_ONES_OWN, ...unnamed];
  return isOfTheTold(context) || recalls ? [...OF_THE_TOLD, ...own] : own;
}

/** 「那这俩现在一共多少钱」 of two they hold: what the two are worth. */
function worthOfTwo(router: Router, { state }: TurnContext, text: string): Command | null {
  const two = referredProducts(text, state);
  const isTheirs = two.length === 2 && two.every((code) => state.held.includes(code));
  if (!isTheirs || !WORTH.test(text)) return null;
  const names = two.flatMap((code) => router.labels.get(code) ?? []).join('、');
  return { do: 'own_account', query: `${names}，${text}`, about: 'holdings' };
}

const WORTH = /(一共|总共|加起来|合起来|现在|还|各)?(有|值|是|剩)?多少钱|市值|值多少|亏|赚/;

const ONLY_WHY =
  /^(那|它|这|这只|这个|那只|是)*(为啥|为什么|为何|咋|怎么|咋回事|怎么回事|什么原因|啥原因)(呢|啊|呀|嘛|跌|亏|会这样|这样)*[?？]*$/;

/** 「为啥」 right after one of theirs was singled out is asked of that one, after all of them of all. */
function whyOfOne(router: Router, context: TurnContext, text: string): Command | null {
  if (!ONLY_WHY.test(text.trim())) return null;
  const label = router.labels.get(justSingledOut(context) ?? '');
  if (label !== undefined)
    return { do: 'own_account', query: `${label}，为什么涨跌`, about: 'profit' };
  return saysAccount(context) && context.state.justShown.length !== 1
    ? { do: 'own_account', query: '我的持仓为什么涨跌', about: 'profit' }
    : null;
}

const HOW_MUCH_ALONE = /^(那|一共|总共|是|到底|有)*多少(钱)?(呢|啊|呀)*[?？。]*$/;

/** 「多少」 right after the account was told of: what it comes to. */
function howMuchOfIt(router: Router, context: TurnContext, text: string): Command | null {
  if (!HOW_MUCH_ALONE.test(text.trim()) || !saysAccount(context)) return null;
  const label = router.labels.get(justSingledOut(context) ?? '');
  return {
    do: 'own_account',
    query: `${label === undefined ? '一共' : `${label}，`}赚了多少`,
    about: 'profit',
  };
}

const GRADE_ALONE =
  /^(那|就|看看|说说|说的是|我说)*(那|这)?(一)?(个|只|款)?r([1-5])(级)?(的)?(那|这)?(个|只|款)?(呢|吧)?$/;

/** 「那个R3的」 points at those of theirs that are graded so; where they have none, at the shelf. */
function ofGrade(router: Router, context: TurnContext, text: string): Command | null {
  const { held } = context.state;
  const folded = normalize(text).text.replace(/[\s，。！？!?,.~]/g, '');
  const grade = Number(GRADE_ALONE.exec(folded)?.[5] ?? 0);
  if (grade === 0 || held.length === 0 || !saidAccount(context, STILL_MEANT)) return null;
  const names = held
    .filter((code) => router.products.get(code)?.riskLevel === grade)
    .flatMap((code) => router.labels.get(code) ?? []);
  return names.length === 0
    ? { do: 'list_products', query: `R${grade}的产品`, skip: 0 }
    : { do: 'own_account', query: names.join('、'), about: 'holdings' };
}

/** So many replies back the account is still what is talked about. */
const STILL_MEANT = 6;

/** 「收益」 of a product that is spoken of is that product's. */
function gainAlone(router: Router, context: TurnContext, text: string): Command | null {
  const current = currentProduct(router, context);
  if (current !== null && !saysAccount(context)) return null;
  const label = router.labels.get(justSingledOut(context) ?? '');
  const query = label === undefined ? text : `${label}，${text}`;
  return { do: 'own_account', query, about: 'profit' };
}

/** What they hold was told, and no other list came after it. */
const isOfTheTold = ({ state: { held, listed } }: TurnContext): boolean =>
  held.length > 0 && listed.every((code) => held.includes(code));
