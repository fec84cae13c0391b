import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command, SocialAct } from '../../terms/command.js';
import { saidAccount } from './account-told.js';
import { BLAMES } from './feelings.js';
import { isQuestion } from './question-words.js';

/** 气话里的理: anger over a loss makes points, and each of them has an answer of its own. */

const OUR_FORMULA =
  /(别|少|不要|甭|不想|懒得)(再)?(跟|和|给|拿|扯|说|提|来|听|用)[^，。]{0,4}(我)?[^，。]{0,6}(市场|行情|波动|大盘|大环境|长期|耐心|风险自担|历史|套话|官话|废话)|(每次|老是|总是|又是|都是|天天|一跌就|一亏就|动不动就?|全)(说|怪|赖|拿)?(是)?[^，。]{0,4}(行情|市场|波动|大环境|大盘|长期持有)(不好|波动|的错|说事|当借口)?(?!.*(吗|么|怎么|多少))|^(得了吧?|少来|拉倒|算了吧)[，,。！!]?(这套|吧)?$|^(得了吧?|少来)[，,]|又(是)?(这套|这些|那套)(话|说辞|说法)?|(能不能|会不会)?(说|讲)(点|句)人话/;
const MOCKS =
  /(你们?|贵行|贵司|青屿)[^，。]{0,3}(可|还|也|倒)?(真|太|挺|够)[^，。]{0,2}(行|会(做|赚|玩|忽悠|算|说)[^，。]{0,4}|有本事|有脸|好意思|能耐|敢|可以的?|有一套|牛|逗)(了|啊|呀|呢|的)*[!！。]*$|割(我们?|老百姓|散户)?的?韭菜|^(呵呵|哈哈|好家伙)+[，,。！!]?$|(佩服|领教|长见识|开眼)(了|你们)+[!！。]*$|(谢谢|多谢|感谢)(你们|您们|贵行)[^，。]{0,4}(让|把|害|给)我[^，。]{0,4}(亏|赔)|(拿|收|赚)(着)?(我们?|老百姓|客户)的钱[^，。]{0,8}(工资|奖金|吃|花|不心疼|心安)|吃人(不吐骨头)?|吸血|喝(我们?|老百姓|人)的?血|黑心|不要脸|缺德|丧(尽天)?良|良心(被狗|不会?痛|呢)|没良心|一群(废物|草包|饭桶|王八|混蛋|强盗|土匪)|饭桶|草包/;
const SHOUTS =
  /(账户|持仓|余额|app)[^，。]{0,8}(背过气|心(都|脏)?(凉|碎|堵|揪)|手抖|血压|差点(晕|没)|眼前一黑|想哭)|(绿油油|绿了?一片|一片(都是)?绿|全(是|都)绿|绿得发|绿成)(?!.*(吗|么|怎么|为什么|多少)[？?]?$)/;
const BETTER_IN_BANK =
  /(还)?(不如|比不上|早知道|同样的钱|当初|要是)[^，。]{0,10}(存(银行|定期|款|活期|起来)|定期|国债|余额宝|放(在)?银行|买房|藏床底|压箱底|放家里)|(存|放)(在)?(银行|定期|余额宝|活期)[^，。]{0,10}(都|也|起码|至少|还|总)(有|能|不会?|没|比)[^，。]{0,6}(利息|亏|强|好|赚|钱)/;
const WHO_SOLD =
  /(当初|当时|之前|原来|那时|到底|究竟)?(是)?(谁|哪个(人|经理|王八蛋|混蛋)?)(给|跟|向|让|叫|忽悠)我(推|介绍|推荐|卖|买|上的?|整)(荐)?(的)?|(谁|哪个)(推|推荐|介绍|卖)给我的/;
const SMALL_PRINT =
  /((提示|揭示|说明|条款|合同|协议)[^，。]{0,6}|字[^，。]{0,3}(写|印)(得)?)(那么|这么|太|跟蚂蚁)[^，。]{0,4}(小|多|长|厚|难懂|绕|一样)|(合同|条款|提示|揭示书?|协议|说明书?)[^，。]{0,10}(谁|哪个)(会|能|有空)?[^，。]{0,3}(看|读)(得懂|完|懂)?|(打|点|划|签)(个)?勾[^，。]{0,8}谁(会|知道|看)/;
const WANTS_ANSWER =
  /(必须|得|要|总得)(给|拿)(我|咱|个)?[^，。]{0,3}(一)?(个)?(交代|说法|解释)|(给|拿)(我|个)[^，。]{0,2}(交代|说法)(来|吧)?$/;
const REGULATOR =
  /(找|去|打|向|告到|捅到|举报|投诉到|上|给)[^，。问]{0,6}(银保监|证监|金监局?|金融监管|监管|12378|12386|12345|12315|消协|法院|媒体|记者|微博|抖音|小红书|315|网上)|(曝光|告|起诉|举报)(你们|到底|去)|法院见|法庭见|律师函|拉横幅|发(到)?网上|(让|叫)(大家|全网|网友|所有人)(都)?(看看|知道|评评)/;
/** 「等了一礼拜没人理我」 「说了也白说」 of us; a complaint that went unheard has an answer of its own. */
const IGNORED =
  /^(?!.*(投诉|举报|骗|亏|跌)).*((等|催|问|打|反映|留言)了[^。]{0,12}(没|不见|没见)(个|有)?人(理|管|回|接|答)|(没|不)(个|有)?人(理|管|搭理|回复)我?[^。]{0,8}(你们|管不管)|(说|讲|问|反映)了[^，。]{0,4}(也|都|还)?(是|等于)?白(说|讲|问|搭))/;
const BROKEN =
  /(破|烂|垃圾|什么鬼|啥鬼)[^，。]{0,3}(系统|app|软件|平台|网站|网页|页面|程序)|(系统|app|软件|页面)[^，。]{0,3}(太|真|这么|咋这么)(烂|差|卡|慢|破|难用)/;
const SHUT_OUT = /(登|进|上)[^，。]{0,4}不(上|了|进|去|来)|(登录|登陆)(失败|不|没)|打不开/;
const PAID_BACK =
  /^(你们?)?(给我|快|赶紧|必须|马上)*赔(我)?(的)?(钱|本金|血汗钱)[!！]*$|(你们|银行|经理|公司|谁)[^，。]{0,8}(得|要|必须|应该|该|不)?(给|替|把)?(我)?(们)?[^，。]{0,6}(补|赔|退|还)(给|我|一|点|回|上|偿|齐|钱|吗|不)|(亏|损失|跌|赔)[^，。]{0,10}(得|要|必须|应该)(你们|给我|全)?[^，。]{0,4}(补|赔|退|还)|(亏|赔|跌|损失)[^，。]{0,8}(谁|哪个|找谁)(来)?(负责|负这个责|担(责|着)?|管|认账)|(赔|补)(偿)?我(的)?(损失|本金|钱|差价|多少)|要(个)?(说法|赔偿|补偿)$/;

const POINTS: readonly (readonly [SocialAct, RegExp])[] = [
  ['to_regulator', REGULATOR],
  ['who_sold', WHO_SOLD],
  ['small_print', SMALL_PRINT],
  ['no_excuse', OUR_FORMULA],
  ['deposit_better', BETTER_IN_BANK],
  ['mocked', MOCKS],
  ['ignored', IGNORED],
  ['broken', BROKEN],
];

/** What is asked for, and not thrown at us; a plan, or a rule, or another house. */
const ASKS =
  /怎么(投诉|举报|联系)|电话(是)?多少|在哪|要不要|值不值|合适|简单(说|讲)|(说说|讲讲)[^，。]{0,8}(投|是什么|怎么)|(主要|都)投(了)?(什么|啥|哪)|利率|利息(有)?多少|想存|打算存/;
/** Money that was lost, and no claim on a policy. */
const OF_A_LOSS =
  /^(?!.*(保险|理赔|保单|险|利息|分红|手续费)).*(亏|跌|损失|本金|差价|[补赔]我|赔(我的?)?(血汗)?钱)/;

const WHOLE_LOSS: Command = {
  do: 'own_account',
  query: '我的持仓亏在哪几只',
  about: 'profit',
};
const TO_ENTER: Command = {
  do: 'answer',
  query: '密码没错却登不进去',
  entry: 'faq:forgot-password',
};
const WHO_BEARS_IT: Command = {
  do: 'answer',
  query: '产品亏了，能要求你们赔吗？',
  entry: 'faq:loss-compensation',
};
/** 「要不要补点仓」 pays in, and asks for nothing back. */
const ADDS_MORE = /补[^，。]{0,3}仓|摊(低|薄|平)/;
/** So many replies back the account was told, and is not told again. */
const JUST_TOLD = 3;

/** Null: no such point is made, or a matter is under way that hears the words itself. */
export function angryPoint(context: TurnContext, text: string): readonly Command[] | null {
  if (context.state.flow !== null) return null;
  const folded = normalize(text).text.replace(/\s/g, '');
  if (context.customer !== null && (BLAMES.test(folded) || SHOUTS.test(folded))) {
    return [{ do: 'social', act: 'upset' }, WHOLE_LOSS];
  }
  const act = ASKS.test(folded) ? null : pointIn(folded);
  if (act === null) return wantedIn(context, folded);
  const isFiled = act === 'to_regulator' && context.state.complaintDue !== null;
  if (isFiled) return [{ do: 'follow_settled', flow: 'complaint' }];
  const said: Command = { do: 'social', act };
  if (act === 'broken' && SHUT_OUT.test(folded)) return [said, TO_ENTER];
  const isToldOf = context.customer === null || saidAccount(context, JUST_TOLD);
  return act === 'no_excuse' && !isToldOf ? [said, WHOLE_LOSS] : [said];
}

/** What is demanded of us: an account of it, or the money; null: neither. */
function wantedIn({ state }: TurnContext, folded: string): readonly Command[] | null {
  if (WANTS_ANSWER.test(folded)) {
    return state.complaintDue === null
      ? [{ do: 'social', act: 'wronged' }]
      : [{ do: 'follow_settled', flow: 'complaint' }];
  }
  return PAID_BACK.test(folded) && !ADDS_MORE.test(folded) && OF_A_LOSS.test(folded)
    ? [WHO_BEARS_IT]
    : null;
}

/** Upset over a loss before anything was named: what they hold is told, and nobody asks them which it is. */
export function withLossTold(
  context: TurnContext,
  text: string,
  commands: readonly Command[],
): readonly Command[] {
  const { customer, state } = context;
  const [only, ...more] = commands;
  const isUpset = only?.do === 'social' && only.act === 'upset' && more.length === 0;
  const isUnnamed = state.products.length === 0 && state.flow === null && !state.comforted;
  return isUpset && isUnnamed && customer !== null && /亏|跌|赔|绿|套|血汗|缩水/.test(text)
    ? [only, WHOLE_LOSS]
    : commands;
}

/** 「信不信我…」 asks nothing. */
const RHETORIC = /信不信(我)?|行不行|懂不懂|知不知道/g;

/** A regulator who is asked after is looked up; a threat asks nothing. */
const pointIn = (folded: string): SocialAct | null => {
  const [act] = POINTS.find(([, words]) => words.test(folded)) ?? [];
  if (act === undefined) return null;
  const isAsked = act === 'to_regulator' || act === 'deposit_better' || act === 'mocked';
  return isAsked && isQuestion(folded.replace(RHETORIC, '')) ? null : act;
};
