import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command, PlanSide, SlotValues } from '../../terms/command.js';
import { ANOTHER, WITHIN_REACH } from './plan-wishes.js';
import { isQuestion } from './question-words.js';
import { needSlots, targetOf } from './slots/need-slots.js';

/** 追问方案: what is asked of the plan on the table, and what else is tried out for a sum to be reached. */

const OF_PLAN =
  '(那|这|个|份|次|方案|草稿|里头|里面|里|么|样|配|排|分|下来|按|照|的话|整体|总共|一共|大概|要是|行情|不好|最坏|最差|情况|我|您?你们?|给|它们?|些|产品|东西|现在|就|也|还|请问|所以|好|行|可|是|不是|的)*';

const AHEAD = new RegExp(`^${OF_PLAN}`);
/** 「这里头」 after a plan is the plan. */
const REFERS = /^(那|就)*这?里?(里|头)(头|面)?|这些(产品|东西)/;

/** First hit wins. Each holds for the whole of the folded words. */
const SIDES: readonly (readonly [PlanSide, RegExp])[] = [
  [
    'buy',
    /^(能|可以|可|要|怎么|咋|在哪|去哪|直接|马上|立刻|今天|自己)*(去)?(买|下单|申购|办理?|操作|执行)(吗|么|不|了|吧|啊|呢|这些|它们?)*$|^(这个|它|方案)?(来|买|办|弄)(吧|了)+$|(方案|草稿).{0,8}(按|照)(着|这个|它|这)*(买|下单|办)/,
  ],
  [
    'loss',
    /^(会不会|最多|可能|大概|会|能|要|得|一年|到底|到时候)*(亏|赔|跌|损失)(得?多少|几|多大|掉|光|完|本|钱|多|了)*(吗|么|不|呢|啊|钱|块|个点|成)*$|^(保不?保本|安全|稳当?|风险)(不安全|稳不稳|大不大|高不高|大|高|多大|怎么样)?(吗|么|不|呢)*$|^保本(吗|么|不)$/,
  ],
  [
    'share',
    /^(为什么|为啥|怎么|咋|干嘛|凭什么|有没有|有)*(没有?|不|才|只|放|买|配|有|这么|那么|多|少|点|加|给|我|再|一|些|肯|敢)*(股票|权益|债券?|黄金|现金|存款|活期)类?(基金)?(为什么|为啥|怎么|咋|占|比例|放|有|这么|那么|太|才|只|没|多|少|点|了|几成|一点)*(都没有?)?(吗|么|呢|啊)*$/,
  ],
  [
    'products',
    /^(都|到底|具体|放|配|选|挑|列|排|有|是|了|买)*(哪些|哪几|什么|啥|几)(只|个|款|样)?(产品|东西|基金|理财)?(吗|么|呢|啊)*$|^(合适|能配|能放|配得上|适合)(的)?(产品)?(都)?(有)?(哪些|哪几只|什么|啥)(产品)?(呢|啊)?$/,
  ],
  [
    'next',
    /^(大概|要|得)*(多久|几天|什么时候|啥时候|多长时间)(能|会|可以|才|要|给)*(审|批|出|有|通过|定|联系|找|回|弄|好|完|下来|结果|复|我|消息)+(呢|啊)*$|^(谁|找谁|哪个)(来)?(给)?(审|看|批|负责)(核|批)?(呢|啊)?$|^(审|批)(核|批)?(要)?(多久|几天|过了吗|好了吗|好了没)$/,
  ],
  [
    'bolder',
    /^(能不能|可不可以|能|可以|想|要|再|稍微)*(激进|猛|大胆|进取|(多|再)?冒(一?点|一?些|大)?(风)?险|(收益|赚得?|涨得?)(再|能|更)*(高|多|大)|多(放|配|来|加|买)(一?点|些)?(股票|权益)|加(一?点|些)(股票|权益)|(股票|权益)(类)?(那部分)?(能不能|可不可以|能|可以|再)*多(放|配|来|加|买)?)(一?点|一?些|儿)*(行吗|行不行|可以吗|吗|么|不|吧|呢|的)*$/,
  ],
  [
    'safer',
    /^(能不能|可不可以|能|可以|想|要|再|稍微)*(保守|稳|安全|稳妥|稳健|少(放|配|来)(一?点|些)?(股票|权益)|(亏|风险)(得|能|再)*(小|少|低)|别亏(这么|那么)多)(一?点|一?些|儿)*(行吗|行不行|可以吗|吗|么|不|吧|呢|的)*$/,
  ],
  [
    'why',
    /^(为什么|为啥|凭什么|怎么|咋|干嘛)(要|会|是|就)*(这么|这样|那样)?(配|排|分|安排|搭|选|定)?(的|出来)*(呢|啊|吗)*$|^(有)?(什么|啥)(依据|根据|道理)(吗|呢|啊)?$|^(依据|根据|道理)(是)?(什么|啥)$|^(为什么|为啥|怎么|咋)不(能)?(给)?(我)?(推荐|排|配|出)(方案|产品)?(呢|啊)?$/,
  ],
];

/** 「改成最多亏 5%」 「那就放七年吧」 right after a plan: told of the need, and no question. */
const REVISED = ['amount', 'horizon', 'liquidity', 'loss_limit', 'saving', 'withdrawal', 'target'];
const CHANGES = /改|换|调|不对|错了|变了|算了.{0,4}还是/;

/** Of any product, too: asked of the plan where it was the last thing spoken of. */
const SIDES_OF_ANYTHING: readonly (readonly [PlanSide, RegExp])[] = [
  ['cost', /^(?=.*(费|扣))(?=.*(多少|高|贵|怎么(算|收)|哪些)).{2,12}$/],
  [
    'access',
    /^(?=.*(取|赎|急用|拿(出来|回来)|锁|动用))(?=.*(什么时候|啥时候|能|可以|咋办|怎么办|多久|几年|吗$)).{3,14}$/,
  ],
  [
    'gain',
    /^(?=.*(赚|挣|收益|回报|利息|年化))(?=.*(多少|几个点|高不高|怎么样|如何|能不能)).{3,12}$/,
  ],
];
const POINTS = /它|[这那](只|支|款|个(?!方案))|第.(个|只)|基金|理财|存款|国债|货币/;

const NAMES_PLAN = /方案|草稿|(这么|这样)(配|排|分|搭)/;
/** Every reply about a plan says so. */
const TELLS_PLAN = /草稿|方案|个性化推荐/;
const TELLS_GOAL = /攒够|模拟/;

/** Null: no plan is on the table, or nothing is asked of it. */
export function planAsked(context: TurnContext, text: string): Command | null {
  const { state, history } = context;
  if (state.need === null || state.flow !== null) return null;
  const reached = sumAsked(context, text);
  if (reached) return reached;
  const lately = history
    .filter(({ role }) => role === 'assistant')
    .slice(-LATELY)
    .map((one) => one.text)
    .join('\n');
  const tried = TELLS_GOAL.test(lately) ? triedOut(context, text) : null;
  return tried ?? sideAsked(context, text, TELLS_PLAN.test(lately));
}

function sideAsked(context: TurnContext, text: string, isLately: boolean): Command | null {
  const folded = normalize(text).text.replace(/[\s，。！？!?,.、]/g, '');
  const isNamed = NAMES_PLAN.test(folded);
  if (!isNamed && !isLately) return null;
  const about = sideOf(folded, isOfPlan(context) && !POINTS.test(folded));
  if (!about) return null;
  // What was looked at since is what is bought, or may lose.
  const isMeant = isNamed || isOfPlan(context) || REFERS.test(folded);
  return isMeant || ONLY_OF_PLANS.includes(about) ? { do: 'ask_plan', about } : null;
}

function sideOf(folded: string, isAlone: boolean): PlanSide | null {
  const sides = isAlone && !/攒|存够/.test(folded) ? [...SIDES, ...SIDES_OF_ANYTHING] : SIDES;
  const asked = folded.replace(AHEAD, '');
  return sides.find(([, words]) => words.test(asked) || words.test(folded))?.[0] ?? null;
}

const ONLY_OF_PLANS: readonly PlanSide[] = ['next', 'why', 'products', 'bolder', 'safer'];

/** The very last reply was about the plan. */
const isOfPlan = ({ history }: TurnContext): boolean =>
  TELLS_PLAN.test(history.findLast(({ role }) => role === 'assistant')?.text ?? '');

/** So many replies after it was spoken of, the plan is still meant. */
const LATELY = 2;

/**
 * A line of the need on record is told otherwise after a plan: the matter opens again with all that is
 * known, to be confirmed once more. Null: nothing is.
 */
export function needRevised(context: TurnContext, text: string): readonly Command[] | null {
  const { state, history, today } = context;
  if (state.need === null || state.flow !== null || isQuestion(text)) return null;
  const last = history.findLast(({ role }) => role === 'assistant')?.text ?? '';
  const words = normalize(text).text;
  if (!TELLS_PLAN.test(last) && !CHANGES.test(words)) return null;
  if ([...words].length > SHORT || PAST.test(words)) return null;
  const told = Object.entries(needSlots(text, [], today, state.need)).filter(([slot]) =>
    REVISED.includes(slot),
  );
  if (told.length === 0 || OF_A_PRODUCT.test(words)) return null;
  const { currency: _currency, ...known } = state.need;
  const values = { ...known, ...Object.fromEntries(told) };
  return [
    { do: 'start_flow', flow: 'need' },
    { do: 'set_slots', values },
  ];
}

/** 「那我想买…，三年那个」. */
const OF_A_PRODUCT = /(?<!要)买(?!房|车)|[那这](个|只|款|支)|产品|基金|理财/;

/** A longer sentence tells of something else. */
const SHORT = 24;
const PAST = /(亏|赔|买|存|赚|跌|涨)了|手续费|利率|收益率/;

const TRIED = ['saving', 'horizon'];

/** 「每个月再存三千，十年后能到一百万吗」. */
function sumAsked({ today }: TurnContext, text: string): Command | null {
  const words = normalize(text).text;
  const target = targetOf(words);
  if (!target || !WITHIN_REACH.test(words) || ANOTHER.test(words)) return null;
  const changed = triedIn(text, today);
  const isTried = Object.keys(changed).length > 0;
  return { do: 'propose_plan', target: target.to, ...(isTried && { changed }) };
}

/** 「每个月再存一千呢」 「放到七年呢」 after a sum was reckoned: the same sum, with that as well. */
function triedOut({ history, today }: TurnContext, text: string): Command | null {
  const now = triedIn(text, today);
  if (Object.keys(now).length === 0) return null;
  const said = history.filter(({ role }) => role === 'customer').map((one) => one.text);
  const named = said.findLastIndex((words) => targetOf(normalize(words).text) !== null);
  const target = targetOf(normalize(said[named] ?? '').text);
  if (!target) return null;
  const before = said.slice(named + 1).map((words) => triedIn(words, today));
  return {
    do: 'propose_plan',
    target: target.to,
    changed: Object.assign({}, ...before, now) as SlotValues,
  };
}

const triedIn = (text: string, today: TurnContext['today']): SlotValues =>
  Object.fromEntries(
    Object.entries(needSlots(text, ['saving'], today)).filter(
      ([slot, value]) => TRIED.includes(slot) && value !== null,
    ),
  );
