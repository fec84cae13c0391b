import { BEREAVED } from '../../conversation/told-of-self.js';
import type { TurnContext } from '../../conversation/agent.js';
import type { Command, RefusedSubject } from '../../terms/command.js';
import type { Ranked } from '../models/embedded/classifier.js';
import { aspectsNamed } from './aspect-words.js';
import { commandOfIntent, destinationsOf } from './destinations.js';
import { speaksOfFailure } from './failed-words.js';
import { FRAUD_IN_GENERAL } from './fraud/in-general.js';
import { namesForeignProduct } from './foreign-products.js';
import type { Intent } from './intents.js';
import { BOTH_CLASSES } from './meant-products.js';
import { comfortFor } from './mood.js';
import { ASKS_WHO_INHERITS } from './own-end.js';
import { isQuestion } from './question-words.js';
import { isQuitting } from './own-sale-words.js';
import { asksForRule, asksWhyShown } from './references.js';
import type { Router } from './router.js';
import { asksForShelf } from './shelf-questions.js';
import { isOfMarket, speaksOfAlarm } from './speaks-of.js';
import { asksWhetherItSuits } from './suitability-words.js';
import { isPromiseReported } from './wronged.js';

/** 先说的事: emergencies, a wish for a person, and what is refused, before any other reading. */

/** What no other reading of the words may stand before: emergencies, a person, and most refusals. */
export const outright = (
  router: Router,
  context: TurnContext,
  intent: Intent | null,
  text: string,
): Command | null =>
  intent && isSafety(intent) && !isWeighable(intent) && !isOnlyAName(router, intent, text)
    ? safetyCommand(router, context, intent, text)
    : null;

/**
 * 「别再打电话了」 wants no call, and what a son abroad pays in tax is nobody's account: one word of the
 * sentence sounds like the alarm, the sentence is not.
 */
export function isOtherMatter(intent: Intent, text: string): boolean {
  if (intent.command === 'refuse' && KEYS_ALONE.test(text)) return true;
  if (intent.command === 'start_flow') return intent.flow === 'need' && isNoNeed(text);
  if (intent.command === 'request_human') return wantsNobody(text);
  if (intent.command === 'emergency')
    return intent.subject === 'fraud' ? isNoFraud(text) : isNoCry(text);
  // 「A类C类有什么区别，我该买哪个」 asks for a rule on fees, whatever is bought.
  if (subjectRefused(intent) === 'personal_pick') return BOTH_CLASSES.test(text);
  if (subjectRefused(intent) === 'market_prediction') return !isOfMarket(text);
  // What one of our people promised is reported, and none is asked of us.
  if (subjectRefused(intent) === 'promise') return isPromised(text);
  // Whether somebody may buy reads nobody's account.
  const isNobodys = IS_OURS.test(text) || asksForShelf(text) || asksWhetherItSuits(text);
  return subjectRefused(intent) === 'other_customer' && isNobodys;
}

/** What was promised before, or lost already: nothing is to be promised now. */
const isPromised = (text: string): boolean => isPromiseReported(text) || HAS_LOST.test(text);

/** 「亏了钱你们能赔我一点不」 asks who bears a loss; 「亏了你给我补上行不行」 wants it promised. */
const HAS_LOST =
  /^(?!.*(保证|担保|打包票|兜底|承诺|先说好|行不行|行吗|算你的)).*(亏|赔|跌)了[^，。]{0,6}(能|会|可以|要|给)?.{0,4}(赔|补偿|负责|索赔|找谁)/;

/** 「asdkjh qwe 123」: keys that were hit, and no word that could ask for anything. */
const KEYS_ALONE = /^(?!.*(pass|code|pin|otp|pwd|mima|yzm))[a-z0-9\s.,;'/-]{1,24}$/i;

const isNoNeed = (text: string): boolean => speaksOfFailure(text) || TAKES_OUT.test(text);

const isNoCry = (text: string): boolean =>
  onlyMourns(text) || ASKS_OF_A_POLICY.test(text) || ASKS_WHO_INHERITS.test(text);

/** 「快速取最多一万，剩下的咋弄」 has money in something already. */
const TAKES_OUT =
  /快速(取|赎)|快赎|赎回|(最多|一次|每天|一天)[^，。]{0,4}(取|赎)|(取|赎)[^，。]{0,3}最多/;

/** 「意外险猝死赔不赔」 「能领到死不」 asks what a policy covers; whoever speaks of themselves is heard all the same. */
const ASKS_OF_A_POLICY =
  /^(?!.*(我|俺|自己|活着|不想活)).*((险|保单|保险)[^，。]{0,12}(赔|保不保|保吗|管吗|管不管)|(赔不赔|理赔|能赔|会赔)|(领|给|发|保|交|用)到死)/;

/** 「我老伴上个月走了」 mourns; 「…走了，我也不想活了」 cries for help. */
const onlyMourns = (text: string): boolean => BEREAVED.test(text) && !OWN_LIFE.test(text);

const OWN_LIFE =
  /不想活|活着|活不|不想(在|待|过)|跟(着)?(他|她|ta)(一起)?(走|去)|陪(他|她)(走|去)|随(他|她)|死|自杀|轻生|解脱|没意思|撑不/i;

const IS_OURS = /税|移民|定居|币/;

/** Of the family's own money, or of such tricks in general. */
const isNoFraud = (text: string): boolean =>
  IN_THE_FAMILY.test(text) || FRAUD_IN_GENERAL.test(text) || ONLY_FEARED.test(text);

/** 「要是她自己乱点把钱转走了咋拦」: nobody else has a hand in it, and nothing has happened. */
const ONLY_FEARED =
  /^(?!.*(骗|对方|他让|他说|陌生|链接|验证码|客服|老师|警|群|屏幕)).*(要是|万一|如果|假如|以后|将来).*(怎么|咋|吗|能不能|怎样|办)/;

const KIN = '(闺女|儿子|女儿|孩子|老公|老婆|儿女|老伴|媳妇)';
const STRANGER =
  '自称|冒充|陌生|链接|验证码|屏幕|打(来)?电话|电话里|微信|短信|换(了)?号|急用|出事|转|说是我';

/**
 * 「我闺女让我把钱都给她管」 「儿子让我把密码给他，他帮我弄」: who keeps the money at home, or helps with it,
 * is no stranger's trick.
 */
const IN_THE_FAMILY = new RegExp(
  `^(?!.*(${STRANGER})).*${KIN}[^，,]{0,3}(让|要|想|叫|说)([^，,]{0,8}(管|打理|保管)|[^，,]{0,10}密码.{0,12}(帮|替)(我|俺|忙))`,
);

/** 「我就要买，亏了算我的」 is no cry. */
const INSISTS = /(就|非|偏|还是)要买|亏了(也)?(算|是)我(自己)?的/;

const wantsNobody = (text: string): boolean =>
  isQuitting(text) || [WANTS_NO_CALL, INSISTS, IF_IT_FELL].some((words) => words.test(text));

/** 「跌太多我晚上睡不着」 says what could be borne; 「跌太多了，我睡不着」 has lost it. */
const IF_IT_FELL =
  /^(?!.*(已经|都|现在|一直|天天|昨|今天|[跌亏赔]了)).*[跌亏赔掉](得)?(太|很|那么|这么|再)?(多|狠|大|厉害)(的话)?[^了，。]{0,6}[会就]?(睡不|受不了|吃不下|心慌|害怕|慌)/;

const WANTS_NO_CALL =
  /(别|不要|不许|不准|停止|少|拒绝)(再|老|总|给我)*(打|推销|骚扰)|(推销|骚扰).{0,6}(烦|受不了)|(天天|老|总).{0,3}打电话/;

/** 「星河对冲九号收益怎么样」: a name nobody knows is no other customer. */
const isOnlyAName = ({ otherHouses }: Router, intent: Intent, text: string): boolean =>
  subjectRefused(intent) === 'other_customer' && namesForeignProduct(text, otherHouses);

/**
 * 「投诉最晚多少天要答复」 「亏了还收管理费？」: whoever asks what knowledge has is answered, however it is
 * asked.
 */
export function safetyCommand(
  router: Router,
  { today }: TurnContext,
  intent: Intent,
  text: string,
): Command {
  const wish = intent.command === 'request_human' ? intent.subject : null;
  const isKnown = () => router.lookUp(text, today).support >= router.supportThreshold;
  const asks = wish === 'complaint' ? asksForRule(text) : wish === 'distress' && isQuestion(text);
  const onlyAsks = wish === 'complaint' && ASKS_SHORTLY.test(text.trim());
  if (onlyAsks || (asks && isKnown())) return { do: 'answer', query: text };
  return wish === 'distress' ? comfortFor(text) : commandOfIntent(intent, text, false);
}

/** 「要我签字不」 is about nobody's wrong. */
const ASKS_SHORTLY = /^(?!.*(投诉|骗|坑|赔|退|举报|说法)).{2,8}[不吗么没][?？]?$/;

/** 「你凭啥给我推这个」 asks why something was shown, not for another to be picked. */
export const reasonAsked = (
  router: Router,
  { today }: TurnContext,
  intent: Intent | null,
  text: string,
): Command | null =>
  intent &&
  subjectRefused(intent) === 'personal_pick' &&
  asksWhyShown(text) &&
  router.lookUp(text, today).support >= router.supportThreshold
    ? { do: 'answer', query: text }
    : null;

/** The refusals that a follow-up, or two named products, may show to be plain questions. */
export const refusal = (
  intent: Intent | null,
  codes: readonly string[],
  text: string,
): Command | null =>
  intent && isWeighable(intent) && !weighsNamed(intent, codes, text) && !asksForShelf(text)
    ? commandOfIntent(intent, text, false)
    : null;

/** A refusal that words about a product, or a pointing word, may show to be a plain question. */
const isWeighable = (intent: Intent): boolean =>
  ['market_prediction', 'personal_pick', 'discretion'].includes(subjectRefused(intent) ?? '');

const subjectRefused = (intent: Intent): RefusedSubject | null =>
  intent.command === 'refuse' ? intent.subject : null;

/**
 * 「A 和 C 放两个月哪个省」 asks us to weigh two named things, not to pick for the customer; 「它会自动
 * 买卖吗」 asks what a product does, not to act for them.
 */
function weighsNamed(intent: Intent, codes: readonly string[], text: string): boolean {
  const subject = subjectRefused(intent);
  if (subject === 'personal_pick') {
    const asksFee = codes.length === 1 && aspectsNamed(text).includes('fees');
    return asksFee || codes.length >= 2 || BOTH_CLASSES.test(text);
  }
  return subject === 'discretion' && codes.length === 1 && /^那?(它|这只|这个|这款)/.test(text);
}

const isSafety = ({ command }: Intent): boolean =>
  command === 'emergency' || command === 'refuse' || command === 'request_human';

/** An alarm this likely is heard where nothing else is known. */
const LIKELY = 0.33;

export function likelySafety(
  { catalogue }: Router,
  ranked: readonly Ranked[],
  text: string,
): Intent | null {
  const [top] = destinationsOf(catalogue, ranked);
  if (!top || top.probability < LIKELY || !isSafety(top.intent)) return null;
  const { intent } = top;
  if (isOtherMatter(intent, text)) return null;
  return intent.command === 'emergency' && !speaksOfAlarm(intent.subject, text) ? null : intent;
}
