import { ASKS_WHO_INHERITS } from './own-end.js';
import { refusedBefore } from './fraud/refused.js';
import { hasCoveredSecret } from '../../compliance/identifiers.js';
import { stockQuestionIn } from '../../compliance/named-stock.js';
import type { ConversationState } from '../../conversation/evolve.js';
import { BEREAVED } from '../../conversation/told-of-self.js';
import { normalize } from '../../language/fold.js';
import { PRODUCT_ASPECTS } from '../../terms/command.js';
import type { Command } from '../../terms/command.js';
import type { JsonObject } from '../../terms/json.js';
import { productCode } from '../../terms/ids.js';
import { askedAfterFlow } from './after-flow.js';
import { conversionAsked } from './conversion-asked.js';
import { LEAVES_POLICY, leavesPolicy } from './leaves-policy.js';
import { complaintAnswerAsked } from './complaint-answer.js';
import { FRAUD_IN_GENERAL } from './fraud/in-general.js';
import { fraudNewsIn } from './fraud/news.js';
import { asksOfGradeRaised, GRADE_RAISED } from './grade-raised.js';
import { isMoneyGone } from '../../terms/fraud.js';
import { matterOf } from './matters.js';
import { moodOf } from './mood.js';
import { meansOne } from './means-one.js';
import { accountSide } from './own-gains.js';
import { asksOwnClass } from './own-class.js';
import { pickWish, planWish } from './plan-wishes.js';
import { isAgreement } from './short-answers.js';
import { promiseAsked } from './wronged.js';
import { isQuestion } from './question-words.js';

/** Explicit rules that stand before any model: what must never be missed or is said outright. */

interface Rule {
  readonly when: RegExp;
  /** A sentence that only asks about the matter is not the matter. */
  readonly unless?: RegExp;
  readonly command: Command;
}

/** Whoever speaks of themselves is heard as someone in danger, whatever clause they ask about. */
const SUICIDE_CLAUSE =
  /^(?!.*(我|俺|自己)).*(被保险人|受益人|理赔|条款|寿险|保险|保单|赔不赔|免责)/;

const RULES: readonly Rule[] = [
  {
    when: /自杀|轻生|遗书|不想活|活不下去|活着(还有|也?没|真没|真的?没|没有?|好没)(什么|啥)?(意思|意义|盼头|劲)|了结(自己|生命)|想死|跳楼|割腕|跳河|跳江|跳海|喝农药|上吊/,
    unless: new RegExp(`${SUICIDE_CLAUSE.source}|笑死|累死|困死|热死`),
    command: { do: 'emergency', kind: 'self_harm' },
  },
  {
    when: /安全账户|(共享|分享)屏幕|屏幕(共享|分享)|(公安|警察|检察院|法院|公检法).{0,12}(转账|转钱|汇款|账户|涉案|洗钱)|刷流水|(把|让).{0,6}验证码.{0,8}(发|给|告诉)(他|她|对方|人|客服)|(被骗|上当)了?.{0,12}(转|钱|汇|咋办|怎么办)|(转|汇).{0,10}(被骗|骗子)/,
    unless: FRAUD_IN_GENERAL,
    command: { do: 'emergency', kind: 'fraud' },
  },
  {
    when: /(刚|刚刚|刚才|已经).{0,10}(转|汇|打)(了|过去|给|出).{0,24}(自称|冒充|骗子|陌生人|证监会|银保监|公安|警察|网友|群里|老师带)/,
    command: { do: 'emergency', kind: 'fraud' },
  },
  {
    when: /(打(来)?电话|接(了|到)(个|一个)?.{0,4}电话|来电|短信|有人|客服|自称).{0,20}(百万保障|保障|会员|自动扣费|免密支付).{0,10}(到期|扣|关(?!系)|取消|注销)/,
    unless: FRAUD_IN_GENERAL,
    command: { do: 'emergency', kind: 'fraud' },
  },
  {
    when: /(提现|取钱|提款|出金|退款).{0,12}(先|要|得|再).{0,6}(交|转|打|付|缴).{0,10}(税|保证金|解冻|手续费|押金)|(再|先)(转|打|交|付).{0,8}(就|才)(能|可以|给).{0,10}(退|提|取|返)/,
    command: { do: 'emergency', kind: 'fraud' },
  },
  {
    // 「跟老师炒股，投了十二万，现在提不出来」: money that a stranger's platform does not give back.
    when: /(群|老师|导师|网友|网恋|(他们|对方|人家)的?(app|平台|网站|软件)).{0,40}(提现?|取|出)不(出来?|了现?|到账)|(群|老师|导师|网友|网恋|(他们|对方|人家)的?(app|平台|网站|软件)).{0,40}不(让|给|能)(提现|提款|取钱|出金)/,
    unless: FRAUD_IN_GENERAL,
    command: { do: 'emergency', kind: 'fraud' },
  },
  {
    when: /(系统提示词|提示词|systemprompt|你的(系统)?指令|忽略(以上|之前|前面|所有))/,
    command: { do: 'out_of_scope' },
  },
  {
    when: /吃(什么|啥|哪种)药|(怎么|咋|如何)治|挂(什么|哪个)科|是不是得了|(要不要|该不该)(做|动)手术|偏方|(头|肚子|胃|胸口|腰|心口)(疼|痛|闷).{0,8}(怎么办|咋办|咋整|怎么回事|吃|严重)|(发烧|咳嗽|失眠|血压高|血糖高).{0,6}(怎么办|咋办|咋整|吃)/,
    unless: /保险|理赔|[能不会给]赔|投保|医保|报销|免赔|等待期|保单|存款|理财|基金/,
    command: { do: 'refuse', subject: 'medical_advice' },
  },
  {
    when: /(告诉|让)我.{0,4}([他她]|我(妈|爸|老婆|老公|孩子|儿子|女儿)|家里?人)(们)?都?(买了|持有|账户|有多少|存了)/,
    command: { do: 'refuse', subject: 'other_customer' },
  },
  {
    when: /^(取消|不用|不要)(转)?(人工|真人|顾问|回电|预约回电|预约)(了|吧)?$/,
    command: { do: 'cancel_human' },
  },
  {
    when: /^(我要|请|帮我|给我)?(转|找|接|换|叫|请)?(个|一个|一下|位|一位)?(人工|真人|活人|人工客服|人工服务|顾问|客服)(来|服务|客服|接待|处理|一下)?(吧|啊|呀|嘛|谢谢)?$/,
    command: { do: 'request_human', reason: 'asked' },
  },
  {
    when: /^(那|你们?|赶紧|快|马上|直接)*(给|帮|替)?我?(叫|找|喊|换|派|来|安排)(一?个|一?位)(真|活)?人(来|过来|出来|跟我谈|跟我说|处理)*(吧|啊|呀|行吗|好吗|好不好)?$/,
    command: { do: 'request_human', reason: 'asked' },
  },
];

/** 「把等级测高点行不行」 「测到 C5 就能买了吧」: a class is no aim of an assessment. */
const CLASS_AS_AIM =
  /(等级|级别|测评|风评|问卷|评估|重测|重新测).{0,10}(测|评|填|答|弄|做|改|提|升|调)(得|到|成)?(高|(?<![a-z0-9])c[2-5])|(测|评|填|答)(得|到|成)?高(一?点|一?些|一?级|几级)|(测|评)(得|到|成)(?<![a-z0-9])c[2-5]/;

/** 「征信去哪里查」: one's own record, whoever asks. */
const CREDIT_RECORD =
  /(征信|信用报告)(报告)?(去|在|要|能|可以|到)*(哪里?|哪儿|怎么|咋|如何)(能|可以|才能)?(查|打|看)(啊|呀|呢|吗)*$|(哪里?|哪儿|怎么|咋|如何)(能|可以|才能)?查(自己|个人|我)?(的)?(征信|信用报告)(啊|呀|呢)*$/;
const WHERE_TO_LOOK: Command = {
  do: 'answer',
  query: '征信去哪里查',
  entry: 'faq:id-number-leaked',
};

/** As the handbook asks it. */
const HIGHER_CLASS = '能教我把等级做高一点吗？';

/** 「还是同样的问题」 says no more than that it was not answered. */
const SAME_AGAIN = /^(还是)?(同样|一样|同一个|相同)的?问题(啊|呀|呢)*$/;

/** The same, except inside a complaint, where such words are part of what is complained of or wanted. */
const WISHES: readonly Rule[] = [
  {
    when: /^(那|好|我|想|要|再)*(换|换成)(个|一个|一种|种)(问法|说法|方式)(来)?(问|说|讲)?(吧|一下|好了|看看)*$/,
    unless: /^(换个|换一?种)说法$/,
    command: { do: 'social', act: 'listening' },
  },
  {
    // 「我那个 R 几的」: the list of what is held tells every grade.
    when: /^(请问|那)?(我|俺)(的|买的|手里的?)?[那这]?(个|只|几只|几个|款)?(基金|理财|产品)?(都)?(是)?(属于)?r几(级)?(的)?[啊呀呢]?$/,
    command: { do: 'own_account', about: 'holdings', query: '我的持仓' },
  },
  {
    when: ASKS_WHO_INHERITS,
    command: { do: 'answer', query: '去世客户的存款和基金怎么取？' },
  },
  {
    // 「我想帮我妈问问，她72了」: for whom it will be asked, and nothing asked yet.
    when: /^(我)?(想|要|来)?(帮|替)(我|俺|咱)?(家)?(妈|爸|爹|娘|老妈|老爸|爸妈|父母|老人|婆婆|公公|岳母|岳父|老伴|爱人|老公|老婆|爷爷|奶奶|姥姥|姥爷|外公|外婆)(来)?(问|打听|咨询)(问|打听|咨询|一下|下|个事|点事|事|情|儿)+[，,。！!]*((她|他)?(今年|都|快|已经)*[\d一二三四五六七八九十]+多?岁?了?)?[啊吧。！!]*$/,
    command: { do: 'social', act: 'listening' },
  },
  {
    when: /^(那|我|要是|如果|现在)*(转|找|叫|有)?(人工|真人|顾问|客服)(服务|客服|顾问)?(的话)?(是|现在|马上|立刻|这会儿|晚上|周末|就|还|会|能)*(有人|在线|在|接|上班)(在|接|值班|理|回)?(吗|么|没有?|不)$/,
    command: { do: 'answer', query: '人工服务几点有人？' },
  },
  {
    when: SAME_AGAIN,
    command: { do: 'clarify', options: [] },
  },
  {
    when: /^(哦+|噢+|嗯+|啊)?(原来)?是?(这么|这样)(一?回事|啊|呀|子)[啊呀哈]?$/,
    command: { do: 'social', act: 'noted' },
  },
  {
    when: /^(去)?(叫|找|让|喊|换)(个|一个)?(你们|你)?(的)?(领导|经理|主管|负责人|管事的|能做主的)(来|出来|过来|跟我说|跟我谈|接|听)*(一下|吧|啊)?$/,
    command: { do: 'request_human', reason: 'asked' },
  },
  {
    when: /^(我)?(要|想|到底)?(找|问)?(谁|哪个)(能|可以)?(做|作|说了)(得了)?(主|算)/,
    command: { do: 'request_human', reason: 'asked' },
  },
  {
    when: /(跌|亏|绿|赔)(成狗|麻了|惨了|懵了|傻了|哭了|成渣|到姥姥家|得(我)?(心疼|肉疼))|腰斩了|血亏/,
    unless: /多少|几|怎么|咋|为什么|为啥|吗$|么$|哪|要不要|谁|投诉|举报|告你/,
    command: { do: 'social', act: 'upset' },
  },
  {
    when: /(让|叫|找|请|换|派)(个|位|一个)?(人|真人|顾问|人工|专人)(来)?(跟|和|给|联系|回|打).{0,3}(我|咱)/,
    unless: /骗|转账|他让|她让|不要|别|说和|调解|调停|评理|居中/,
    command: { do: 'request_human', reason: 'asked' },
  },
  {
    when: /(发|给|告诉|报|列|导出|查).{0,10}(客户|用户|c\d{4}).{0,6}(手机号|电话|持仓|资料|名单|余额|信息|身份证)|(客户|用户|c\d{4})的(手机号|电话|持仓|资料|余额|身份证)|(别的|其他|其它|大|老|有钱的?)(客户|用户|人)们?.{0,6}(都)?(买|持有|投|拿|选)(了|的|着)?(什么|啥|哪|多少)/,
    command: { do: 'refuse', subject: 'other_customer' },
  },
  {
    when: /我是(他|她)的?(老公|老婆|丈夫|妻子|爱人|儿子|女儿|孩子|妈|爸|父|母|家人|家属).{0,14}(有权|知道|查|看|知情)/,
    command: { do: 'refuse', subject: 'other_customer' },
  },
  {
    when: /(密码|口令|验证码|动态码)[^。]{0,10}(发|告诉|报)(给)?(你|您)/,
    unless: /不(会|能|想|敢|要)?(发|告诉|报)/,
    command: { do: 'refuse', subject: 'credentials' },
  },
  {
    when: /(他|她|老婆|老公|客户|别人|人家)的?(手机号|电话|余额|持仓|账户|身份证|卡号|密码).{0,10}(告诉|给我|报|发)/,
    command: { do: 'refuse', subject: 'other_customer' },
  },
  {
    when: /(明年|后年|下个?月|下个?(周|礼拜|星期)|年底|以后|未来|将来|往后).{0,14}(七日年化|万份|收益|净值|利率|金价|大盘|指数|基金).{0,8}(会|能|大概|可能|预计).{0,8}(多少|几|到|涨|跌|升|降|怎么样)/,
    unless: /去年|规定|新规|怎么算/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /(明天|后天|下个?(周|礼拜|星期)|这个?(周|礼拜|星期)|下个?月|下半年|明年|后年|年底|以后|未来|将来|往后|接下来|后面).{0,14}(涨|升|上|高)(还是|或者?|跟|或|是)(是|会|要)?(跌|降|下|低)/,
    unless: /去年|历史|过去|怎么算|什么意思/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /(人民币|美元|日元|欧元|港币|汇率|油价|房价|楼市|比特币|以太坊|币价|彩票).{0,10}((还|要|会|能|是不是)(不会|会|要|再|继续|得)?(涨|跌|升|降|贬|崩|破|到多少|回到)|(涨|跌|升|降|贬|到)(不|到)?(涨|跌|升|多少|哪))/,
    unless: /影响|为什么|为啥|怎么算|什么意思|去年|历史|过去|(基金|理财|产品|qdii).{0,8}(会|怎么)/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /(给|报|说)个?.{0,2}(目标价|目标点位|点位)|(目标价|目标点位)(是|看|给|定)?(到)?(多少|几)/,
    unless: /什么意思|啥意思|止盈/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /(告诉|说说|讲讲|透露)(我|下|一下|个)?[^，。]{0,4}(能|会|可以)(涨|赚|挣)(多少|几)/,
    unless: /去年|过去|历史|规定|怎么算/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /我不怪你|说错(了)?也?不怪|就当(闲聊|聊天|随便聊)|你就(随便)?(猜|蒙)(一个|个|一下)/,
    command: { do: 'refuse', subject: 'market_prediction' },
  },
  {
    when: /(小助手|小屿|助手|机器人|你们?)(可)?(真|挺|好|太|很)(不错|棒|厉害|好用|聪明|贴心|可以)/,
    unless: /吗|么$|不过|但/,
    command: { do: 'social', act: 'praise' },
  },
  {
    when: /(说|讲)得?(简单|简短|短|慢|通俗|明白|清楚)(一)?点|简单(点|一点)(说|讲)|太(长|多|啰嗦)了.{0,4}(看|听|读|简|短)|(你)?说的?太(长|多|快|啰嗦)了/,
    unless: /(能|会|可以).{0,4}(干|做|帮)|什么|啥|多少|几|吗|怎么/,
    command: { do: 'social', act: 'simpler' },
  },
  {
    when: /(经理|顾问|员工|柜员|老板|行长|总裁|客服|小[\u4e00-\u9fa5])[^，。]{0,6}(家住|住在?哪|住哪|家庭(住|地)址|家里?地址|住址|哪个小区|结(了)?婚(没|了|吗)|有(没有)?对象|私人(电话|微信|手机)|(工资|奖金|年薪)(是)?(多少|几))/,
    unless: /我(是|在|家|的)/,
    command: { do: 'refuse', subject: 'other_customer' },
  },
  {
    when: /(悄悄|偷偷|私下)(地|里)?(告诉|透露|跟|和|给|说).{0,3}(我|咱)|我(绝对|保证|肯定)?不(会)?(说|讲|传)出去|透(露)?(点|个|一?点)(消息|口风|风|底|信)/,
    unless: /骗|他|她|对方|群里|老师/,
    command: { do: 'refuse', subject: 'inside_information' },
  },
  {
    when: /全权(委托|托管|代理|打理|操作|交给)|(代|替)(客|我)(操盘|炒股|理财|交易)|授权给?(你们?|您|贵).{0,4}(操作|买卖|交易|打理|决定)/,
    unless: /合法|违法|违规|什么是|是什么|骗/,
    command: { do: 'refuse', subject: 'discretion' },
  },
];

/** A single sign means nothing, but for 「在」, 「嗨」, 「谢」, 「好」 and the class of a fund that was just listed. */
const isOneSign = (folded: string, { flow, listed, products, held }: ConversationState): boolean =>
  [...folded].length <= 1 &&
  flow === null &&
  !isAgreement(folded) &&
  !/^[在嗨喂嘿哈谢拜]$/.test(folded) &&
  !(/^[ac]$/.test(folded) && listed.length + products.length > 0) &&
  !(/^[费赎卖取]$/.test(folded) && products.length > 0) &&
  !(/^[亏赚跌涨]$/.test(folded) && held.length > 0);

/** A command that needs no model, or null. */
export function ruleFor(text: string, state: ConversationState): Command | null {
  if (hasCoveredSecret(text)) return { do: 'refuse', subject: 'credentials' };
  const folded = normalize(text).text.replace(/[\s，。！？!?,.]/g, '');
  if (isOneSign(folded, state)) {
    return { do: 'clarify', options: [] };
  }
  if (state.handoff !== 'none' && TAKES_BACK.test(folded)) return { do: 'cancel_human' };
  const always = refusedBefore(state, text) ?? outrightOf(folded, text, state);
  if (always || state.flow?.name === 'complaint') return always;
  return (
    askedAfterFlow(folded, state) ??
    firstOf(WISHES, folded, state) ??
    ofAStock(text) ??
    pickWish(folded, state) ??
    askedOf(folded, text, state) ??
    planWish(folded, state) ??
    begun(matterOf(folded), state)
  );
}

/** What waits for a yes does not begin again: the flow hears what is said to it. */
function begun(matter: Command | null, { flow }: ConversationState): Command | null {
  const isOpen = flow?.name === 'privacy' && flow.stage === 'confirming';
  return isOpen && matter?.do === 'start_flow' && matter.flow === 'privacy' ? null : matter;
}

/** While somebody is being cheated, what is new has its own next step; nothing else waits for it. */
function outrightOf(folded: string, text: string, state: ConversationState): Command | null {
  const rule = firstOf(RULES, folded, state);
  const mayBeNews = rule === null || (rule.do === 'emergency' && rule.kind === 'fraud');
  if (mayBeNews && wantsPersonAfterAll(folded, state)) {
    return { do: 'request_human', reason: 'asked' };
  }
  const news = mayBeNews ? fraudNewsIn(text, state) : null;
  return news ?? rule ?? moodOf(folded, state);
}

/** 「我不会给他钱的，我想请真人顾问给我打电话」: where nothing is lost, the alarm keeps nobody from a person. */
const wantsPersonAfterAll = (folded: string, { fraud }: ConversationState): boolean =>
  fraud !== null && isMoneyGone(fraud) !== true && WANTS_PERSON.test(folded);

const WANTS_PERSON =
  /(请|找|叫|转|要|让|安排|想和|想跟)[^，。]{0,4}(真人|人工|顾问|你们的人)[^，。]{0,8}(打|来电|联系|来|接|帮|谈|聊|说|处理|$)|(真人|人工|顾问)[^，。]{0,4}(给我|跟我|联系我)/;

const firstOf = (
  rules: readonly Rule[],
  folded: string,
  { self }: ConversationState,
): Command | null => {
  const isOfTheDead = self.traits.includes('bereaved') || BEREAVED.test(folded);
  return (
    rules.find(
      ({ when, unless, command }) =>
        when.test(folded) &&
        !unless?.test(folded) &&
        // The dead sign nothing any more: what they held is told to heirs in its own way.
        !(isOfTheDead && command.do === 'refuse' && command.subject === 'other_customer'),
    )?.command ?? null
  );
};

/** One security by name is neither predicted nor picked, nor is its time; its facts are not ours to give. */
function ofAStock(text: string): Command | null {
  const wants = stockQuestionIn(text)?.wants ?? 'facts';
  if (wants === 'facts') return null;
  return { do: 'refuse', subject: wants === 'predict' ? 'market_prediction' : 'personal_pick' };
}

/** 「宣传能写最高收益率吗」 asks what may be written, not which product to pick. */
const OF_ADVERTISING =
  /(宣传|广告|海报|传单|折页)(单|册|页|材料|语|里|上|中)?[^，。]{0,8}(写|印|放|标|说)/;

/** What is looked up, or only the customer's own records tell. */
function askedOf(folded: string, text: string, state: ConversationState): Command | null {
  if (/自杀|轻生/.test(folded) && SUICIDE_CLAUSE.test(folded)) return { do: 'answer', query: text };
  const plainly = plainlyOf(folded, text, state);
  if (plainly) return plainly;
  if (CLASS_AS_AIM.test(folded)) return { do: 'answer', query: HIGHER_CLASS };
  if (CREDIT_RECORD.test(folded)) return WHERE_TO_LOOK;
  if (asksOwnClass(folded)) return { do: 'my_profile' };
  if (OF_ADVERTISING.test(folded) && isQuestion(text)) return { do: 'answer', query: text };
  const ofComplaint = complaintAnswerAsked(text);
  if (ofComplaint) return ofComplaint;
  const ofPromise = promiseAsked(text);
  if (ofPromise !== null) return { do: 'answer', query: ofPromise };
  // Whoever cannot get in asks how to, and reads nothing of it until then.
  if (CANNOT_ENTER.test(folded) && isQuestion(text)) return HOW_TO_ENTER;
  return OWN_ACCOUNT.test(folded) || isOwnUnnamed(folded, state) ? ownAccount(folded, text) : null;
}

/** What the suitability table owes whoever says so: rows 25, 23 and 31. */
function owedBy(folded: string, text: string, state: ConversationState): Command | null {
  if (asksOfGradeRaised(folded)) return { do: 'answer', query: GRADE_RAISED };
  if (leavesPolicy(text)) return { do: 'answer', query: LEAVES_POLICY };
  return conversionAsked(text, state);
}

const plainlyOf = (folded: string, text: string, state: ConversationState): Command | null =>
  owedBy(folded, text, state) ?? meansOne(folded);

const HOW_TO_ENTER: Command = {
  do: 'answer',
  query: '登录不上去怎么看我的持仓',
  entry: 'faq:forgot-password',
};
const CANNOT_ENTER =
  /(登录?|登陆|上|进)不(上|了|进|去|来)+[^，。]{0,8}(看|查)[^，。]{0,6}(持仓|账户|余额|收益|盈亏|基金|理财|产品)|没(法|办法)登(录|陆)/;

function ownAccount(folded: string, text: string): Command {
  const about = accountSide(folded);
  return { do: 'own_account', query: text, ...(about && { about }) };
}

const OWN_ACCOUNT =
  /我(的)?(账户|帐户|账号)?(里)?(的)?(余额|持仓)(?!怎么|在哪|哪里|.{0,4}(要不要|该不该|需不需要|用不用|是不是(该|要)|合不合理|偏))|(手机号码?|身份证号?|卡号|我叫).{0,24}(帮我|给我|麻烦|能)(查|看)|我(那|这)(一)?(笔|单).{0,8}(到哪|哪一步|进度|怎么样了|成了没|成交了?没)/;

/** 「我买的那只还要多久」 before any product was spoken of: only their records know which. */
const isOwnUnnamed = (folded: string, { products }: ConversationState): boolean =>
  products.length === 0 &&
  /我.{0,4}(买|持有|存)的?(那|这)(个|只|款|笔|支|期).{0,12}(多久|什么时候|啥时候|几时|几天|赚|亏|多少)/.test(
    folded,
  );

/** What takes a request back while one is open, and means nothing otherwise. */
const TAKES_BACK =
  /^(取消|取消吧|算了|算了吧|不用了|不需要了|先不用了|不找了|不等了|算了不(用|等|找|要|说)了)$/;

/** A pressed card button as a command; null when it is not one of ours. */
export function commandOfCard(value: JsonObject): Command | null {
  const { intent, code, aspect, slot } = value;
  if (intent === 'request_human') return { do: 'request_human', reason: 'asked' };
  if (intent === 'callback') return { do: 'request_human', reason: 'callback' };
  if (intent === 'handoff_cancel') return { do: 'cancel_human' };
  if (intent === 'handoff_return') return { do: 'return_to_assistant' };
  if (intent === 'complaint') return { do: 'start_flow', flow: 'complaint' };
  if (intent === 'csat') return ratingOf(value);
  if (intent === 'book_callback') return { do: 'book_callback', slot: String(slot ?? '') };
  if (intent === 'describe_product' && typeof code === 'string') {
    const known = PRODUCT_ASPECTS.find((one) => one === aspect) ?? 'overview';
    const described = { do: 'describe_product', code: productCode(code), query: '' } as const;
    return known === 'suitability'
      ? { ...described, aspects: [known], buyer: 'self' }
      : { ...described, aspects: [known] };
  }
  return null;
}

const MAX_RATING_WORDS = 200;

/** A score outside the card's five is no answer of ours. */
function ratingOf({ score, solved, words }: JsonObject): Command | null {
  const given = Number(score);
  if (!Number.isInteger(given) || given < 1 || given > 5) return null;
  const text = typeof words === 'string' ? words.trim().slice(0, MAX_RATING_WORDS) : '';
  return {
    do: 'rate_service',
    score: given,
    solved: solved === 'yes' ? true : solved === 'no' ? false : null,
    words: text === '' ? null : text,
  };
}
