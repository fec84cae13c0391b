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
import type { Rule } from './wishes.js';
import { WISHES } from './wishes.js';

/** Explicit rules that stand before any model: what must never be missed or is said outright. */

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
