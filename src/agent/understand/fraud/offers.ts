import { normalize } from '../../../language/fold.js';
import { readSpokenNumber, SPOKEN_NUMBER } from '../../../language/spoken-number.js';
import type { FraudNews } from '../../../terms/fraud.js';
import { KIN_IN_NEED } from './kin-in-need.js';
import { isLovedFromAfar } from './romance.js';
import { isWindfall } from './windfalls.js';

/** 诱人的话: an offer too good to be true, before any money has gone. */

const A_YEAR: Readonly<Record<string, number>> = { 年: 1, 月: 12, 周: 52, 天: 365, 日: 365 };
const PROMISED = new RegExp(
  `(年化|年利|年息|年收益|年回报|月息|月利|月收益|月回报|日息|日收益|(?:一|每)个?(?:年|月|周|天|日))[^\\d一二两三四五六七八九十百]{0,8}(?:百分之)?(${SPOKEN_NUMBER})(%|个点|个百分点|点|分|厘)?`,
);
const PER_CENT: Readonly<Record<string, number>> = { 厘: 0.1 };

/** More than this a year is offered by nobody who means to keep it. */
const TOO_GOOD = 8;

/** The return a year that somebody promises, in per cent; null: none is named. */
export function promisedReturn(folded: string): number | null {
  const [, period = '', number = '', unit = ''] = PROMISED.exec(folded) ?? [];
  // 「一年八万」 is a sum.
  if (!period || (!unit && !/百分之/.test(folded) && !/[息利化]/.test(period))) return null;
  const rate = readSpokenNumber(number)?.from ?? null;
  const times = Object.entries(A_YEAR).find(([word]) => period.includes(word))?.[1] ?? 1;
  return rate === null ? null : rate * (PER_CENT[unit] ?? 1) * times;
}

const SOMEBODY =
  /群|老师|导师|大师|朋友|熟人|同事|邻居|亲戚|有人|(他|她|人家|对方)(们)?(说|让|推|带|给)|加(了)?我|微信|中介|网上|网友|直播|来电|打电话|推销|拉我|带我|名额|说是|项目/;
const SURE_GAIN = /保本|保证|稳赚|包赚|只赚不赔|不会亏|不亏|零风险|没(有)?风险|稳拿|翻倍|兜底/;
const IN_DOUBT = /真的?(吗|么|假)|真假|靠谱|可信|能信|可靠|骗|能投|投不投|能不能投|要不要投|能买/;
const INSIDE =
  /内部(的)?(额度|通道|渠道|名额|票|股|理财|产品|项目|消息|认购|打新|份额|价)|原始股|打新.{0,3}通道|(涨停|妖)(的)?(股|票)/;
const LEADS =
  /(群|直播|网).{0,8}(老师|大师|导师|股神|专家|分析师).{0,12}(带|教|荐|推|喊|跟)|(老师|大师|导师|股神)(说|要)?(带|推荐?|喊)(我|着|单|大家|的?票|股)|带单|喊单|跟单/;
const POSES =
  /(加|联系|打(电话)?给|私信)了?我.{0,14}(青屿|你们|你家|贵行|贵司).{0,12}(顾问|经理|员工|客服|的人|老师|工作人员)|(自称|说是|说他是|冒充)(青屿|你们|你家|贵行|贵司)(.{0,10}(顾问|经理|员工|客服|的人|老师|工作人员)|(行|公司|家)?的(?=有|推|让|要|给|介绍))/;

/** 「邻居说理财也保本」 is hearsay of a whole kind, and no offer. */
const OF_A_KIND =
  /^(?!.*(群|老师|拉我|带我|名额|内部|项目|高息|利息高|收益高|年化|让我|推荐|微信)).*(说|讲|告诉我)(银行|你们)?(的)?(理财|基金|存款|国债|债券|保险)(产品)?(现在|都|也|是|还|就)*(保本|不会亏|不亏|没有?风险|零风险|稳赚)/;

/** Figures of our own shelf, and what is asked of the trade in general. */
const NOT_OFFERED =
  /近(一|三|半|1|3)|过去|去年|历史|业绩|七日|(你们|咱们|贵行)(的|那|这)?(只|款|个|家)?.{0,6}(基金|理财|产品|存款|保险)|当初|当时|柜台|网点|合规|违规|合法|违法|犯法|牌照|什么是|是什么意思|怎么识别|有哪些|从业|资格/;

/** 「有个网友教我投资，先赚了两百，现在叫我加大投」: nobody met on the net leads anybody to a gain. */
const BY_STRANGER =
  /(网友|网恋|网上认识|群友|陌生人|直播间).{0,10}(教|带|拉|让|叫|劝|喊|介绍)(着)?(我|俺|我妈|我爸).{0,12}(投|炒|理财|充值|买币|下注|加大|赚)/;

const isLed = (folded: string): boolean => LEADS.test(folded) || BY_STRANGER.test(folded);

/** There is no call to hang up. */
const BY_MESSAGE = /(加|通过)(了|上)?(我|俺)(的)?(微信|qq|好友)|微信(上)?加(了)?(我|俺)/;

/** What folded words without punctuation tell of an offer; nothing: they tell of none. */
export function offerIn(text: string): readonly FraudNews[] {
  // A point between digits belongs to the figure.
  const folded = normalize(text).text.replace(/[\s，。！？!?,、~]|(?<!\d)\.|\.(?!\d)/g, '');
  const isWritten = BY_MESSAGE.test(folded);
  const called = isCalled(folded) && !isWritten ? (['caller'] as const) : [];
  if (isWindfall(folded)) return ['windfall', ...called];
  if (KIN_IN_NEED.test(folded)) return ['kin'];
  if (isLovedFromAfar(folded)) return ['romance'];
  if (NOT_OFFERED.test(folded)) return called;
  return [
    ...(isOffered(folded) ? (['offer'] as const) : []),
    ...called,
    ...(POSES.test(folded) || CHECKS_STAFF.test(folded) ? (['staff_check'] as const) : []),
  ];
}

function isOffered(folded: string): boolean {
  const isSomebody = SOMEBODY.test(folded);
  const isHigh = (promisedReturn(folded) ?? 0) >= TOO_GOOD;
  const isTooGood = isHigh && (isSomebody || SURE_GAIN.test(folded) || IN_DOUBT.test(folded));
  const isSure = isSomebody && SURE_GAIN.test(folded) && !OF_A_KIND.test(folded);
  return isTooGood || isSure || (isSomebody && INSIDE.test(folded)) || isLed(folded);
}

/** 「你们的客服打电话说我账户异常」 「有人打给我说是青屿的，真的吗」: nobody asked for the call. */
const CALLS =
  '(打(了)?(个|来)?(电话|过来|来)|来电(话)?|(打|发|加)(给|了)?(我|俺)|接到|收到|电话里|发(来|了)(个|条)?短信|短信说|联系(了)?我|找(到)?我)';
const WHO =
  '(客服|工作人员|员工|经理|专员|顾问|官方|你们|青屿|你家|贵行|银行|银保监|银监|证监|平台|支付宝|微信|京东|淘宝|抖音|美团|快递|社保|医保|航空|网贷|花呗|借呗|领导)';
const AMISS =
  '(账户|账号|帐户|帐号|卡|银行卡|资金|理财|存款|身份信息|身份证|信息|操作|交易|贷款|保险|会员|快递|订单|征信|学籍)(有|存在|出现|出|被|是|要|里|上|都|快|已经?|马上|不|涉|过|没)*(点)?(异常|风险|问题|不安全|冻结|封|盗|涉案|涉嫌|违规|过期|到期|升级|核实|注销|登录|逾期|丢|退款|理赔|认证|更新|失效|泄露|洗钱)';
const CALLED = new RegExp(
  `^(?!.*(怎么打|打不通|打不进|给你们打|(?<!给|跟|和|让|叫)我打(了|给|过)?(你们|客服|电话))).*(${WHO}.{0,10}${CALLS}|${CALLS}.{0,12}${WHO})`,
);
/** By nobody in particular: only what is amiss tells of it. */
const BY_SOMEBODY = new RegExp(
  `(有(个)?人|陌生(人|号|电话)|(男|女)的|自称.{0,6}|谁).{0,8}${CALLS}.{0,10}(说|称)`,
);
const IS_AMISS = new RegExp(AMISS);
const ABOUT = new RegExp(
  `${AMISS}|是不是(真的?|你们|骗|假)|真的?(吗|么|假|还是)|真假|是(你们|骗子|真人)(的人|打的)?(吗|么|不)|可信|能信|靠谱|骗`,
);
/** Asked of such calls in general. */
const ASKS_OF_US = /(怎么|如何)(认|防|识别|分辨|看出)|会不会(主动)?(打|给)|套路|有哪些|96110/;

export const isCalled = (folded: string): boolean =>
  ((CALLED.test(folded) && ABOUT.test(folded)) ||
    (BY_SOMEBODY.test(folded) && IS_AMISS.test(folded))) &&
  !ASKS_OF_US.test(folded);

/** 「工号 QY8866，你查查有没有这个人」. */
export const CHECKS_STAFF =
  /^(?!.*(怎么|哪里|在哪|如何)).*((工号|员工号|工牌号?|执业(编)?号|胸牌).{0,20}(查|核实|核对|有没有|真的?|是不是|存在)|(查|核实).{0,6}(工号|有没有(这个|他这|这么个|叫.{1,8}的)?(人|员工|经理|顾问)))/;
