import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Product } from '../../terms/product.js';
import { shelfFilter } from '../tools/shelf-filter.js';
import { isQuestion } from './question-words.js';
import { pointsAtProduct } from './references.js';
import type { Router } from './router.js';
import { asksWhetherItSuits } from './suitability-words.js';

/** 话题: what the conversation is about where no product is, so that a short question need not repeat it. */

/** Kinds of things one can hold: 「理财呢」 puts one in the place of another. */
const KINDS =
  /个人养老金|养老目标基金|目标日期基金|目标风险基金|储蓄国债|国债|大额存单|结构性存款|定期存款|存款利息|定期|活期|货币基金|货基|现金管理|指数基金|债券基金|债基|短债|qdii|etf|fof|reits?|私募|信托|资管计划|医疗险|重疾险|年金险|分红险|万能险|投连险|意外险|增额寿|寿险|保险|投顾|理财|基金|存款/;

/** What else a question can be about. */
const MATTERS =
  /存款保险|普通投资者|理赔|定投|分红|撤单|犹豫期|等待期|退保|专业投资者|合格投资者|风险测评|测评|双录|录音录像|录像|录音|聊天|反洗钱|资金来源|钱哪来|投诉|个性化推荐|推荐|资料|个人信息|授权|注销|销户|清盘|巨额赎回|摆动定价|侧袋|转托管|密码|手机号|验证码|银行卡|身份证|开户|继承|保本|承诺|税|撤单|三点|下单|等级|卡被冻|荐股|炒股|外国人|护照|境外|风险等级|[rc][1-5]|老人|我妈|我爸/;

/** Sides of a product: with one spoken of, they are about it. */
const FEES = /赎回费|申购费|管理费|托管费|销售服务费|业绩报酬|[ac]\s*类/;

const ALL = new RegExp(`${MATTERS.source}|${KINDS.source}|${FEES.source}`, 'g');
/** 「比活期安全吗」 holds the topic against something; it is not about that something. */
const HELD_AGAINST = new RegExp(`(比|跟|和|与)(${KINDS.source})`, 'g');
const ONLY_A_KIND = new RegExp(
  `^那?(${KINDS.source})(呢|也(是|这样|一样)(吗|么|的吗)?|怎么样)?[？?]?$`,
);

/** Evidence this good outweighs a routing that is not sure. */
export const STRONG_EVIDENCE = 0.8;

/** Longer than this, a question says itself what it is about. */
const SHORT = 20;
/** Evidence must be this much better with the topic said than without. */
const GAIN = 0.03;
/** … and by this much where the question by itself already has good evidence. */
const GAIN_OVER_STRONG = 0.06;
/** So much better another topic must be than one before it. */
const LITTLE = 0.02;
/** 「能赔我吗」: so few words mean what was spoken of, unless the evidence speaks clearly against it. */
const BARE = 6;
const LOSS_IF_BARE = 0.05;
/** An answer names its subject in its first words. */
const FIRST_WORDS = 24;
/** Measured on the golden conversations: below it hardly any entry found answers the question. */
const SPOKEN_OF = 0.2;
const MAX_TOPICS = 4;
/** Messages back in which a topic still stands. */
const REMEMBERED = 3;

const fold = (text: string): string => normalize(text).text.replace(/\s/g, '');

/** Whether a kind of things one can hold is named. */
export const namesKind = (text: string): boolean => KINDS.test(fold(text));

/** Words a sentence says it is about, in their order; may be empty. */
export const mattersIn = (text: string): readonly string[] => [
  ...new Set(fold(text).replace(HELD_AGAINST, '').match(ALL) ?? []),
];

/** Tax is asked of something: 「能省多少税」 goes on about the account just spoken of. */
const topicsIn = (text: string): readonly string[] =>
  mattersIn(text).filter((matter) => !NO_TOPIC.includes(matter));

/** Tax is asked of something, and whose money it is changes no rule but their own. */
const NO_TOPIC = ['税', '我妈', '我爸'];

const POINTS =
  /它|这只|那只|这款|那款|[一两二三五1235]年(期|的)|第.{1,2}(个|只)|^(那|就|要|选)?\s*[ACac]\s*(类|份额|的)?[吧呢。？?]*$/;

/** The product spoken of; null once the talk has turned to something else. */
export function currentProduct({ names, products }: Router, context: TurnContext): string | null {
  const [current = null] = context.state.products;
  for (const text of askedBefore(context)) {
    if (names.find(text).length > 0 || POINTS.test(text)) return current;
    // 「我妈退休了，这个合不合适」 is of the product, whoever it is asked for.
    if (current !== null && asksWhetherItSuits(text)) return current;
    if (isTopic(text)) return isOfKind(products.get(current ?? ''), text) ? current : null;
  }
  return current;
}

/** 「国债也行吗」 was answered about the one bond there is, and speaks of it. */
function isOfKind(product: Product | undefined, text: string): boolean {
  if (!product) return false;
  const { name, aliases, kinds = [] } = product;
  return mattersIn(text).every((matter) => {
    const kind = shelfFilter(matter);
    const isNamed = [name, ...aliases, ...kinds].some((one) => fold(one).includes(matter));
    return isNamed || (kind.isNarrow && kind.matches(product));
  });
}

/** Whether words say what they are about, other than a product or a side of one. */
export function isTopic(text: string): boolean {
  const folded = fold(text);
  return MATTERS.test(folded) || KINDS.test(folded);
}

/**
 * The words to look a question up with: its own, or with what was spoken of put in where the question
 * leaves it out and the evidence is better for it.
 */
export function withTopic(router: Router, context: TurnContext, text: string): string {
  if ([...text].length > SHORT) return text;
  const supportOf = (query: string) => router.lookUp(query, context.today).support;
  const ofProduct = text.includes('税') ? kindOfCurrent(router, context) : [];
  const joints = [...ofProduct.map((kind) => `${kind}${text}`), ...jointQuestions(context, text)];
  const [joint, support] = joints.reduce<readonly [string, number]>(
    (best, query) => {
      const found = supportOf(query);
      // What was asked comes before what an answer happened to name.
      const ahead = best[1] > 0 ? LITTLE : 0;
      return found > best[1] + ahead ? [query, found] : best;
    },
    [text, 0],
  );
  const isKindChanged = /呢[？?]?$|也/.test(text) && ONLY_A_KIND.test(fold(text));
  const own = isKindChanged ? 0 : supportOf(text);
  const isBetter = support >= router.supportThreshold && support > own + gainWanted(text, own);
  return isBetter && (isKindChanged || speaksOf(router, context, { joint, text })) ? joint : text;
}

/** A topic finds an entry about itself whatever is asked: the entry must speak of the question, too. */
function speaksOf(
  router: Router,
  { today }: TurnContext,
  { joint, text }: { readonly joint: string; readonly text: string },
): boolean {
  const { document } = router.lookUp(joint, today);
  return document !== null && router.covers(document, text) >= SPOKEN_OF;
}

/** How a product is called where only its kind counts. */
export const KIND_OF_REGIME: Readonly<Partial<Record<Product['regime'], string>>> = {
  CSRC_FUND: '基金',
  NFRA_INVEST: '银行理财',
  DEPOSIT: '存款',
  GOV_BOND: '国债',
  NFRA_INSURANCE: '保险',
};

/** 「税要付吗」 of a fund asks of funds. */
function kindOfCurrent(router: Router, context: TurnContext): readonly string[] {
  const product = router.products.get(currentProduct(router, context) ?? '');
  return (product && [KIND_OF_REGIME[product.regime] ?? []].flat()) ?? [];
}

function gainWanted(text: string, own: number): number {
  if (own >= STRONG_EVIDENCE) return GAIN_OVER_STRONG;
  return [...fold(text)].length <= BARE ? -LOSS_IF_BARE : GAIN;
}

/** What a short question may mean in full. */
function jointQuestions(context: TurnContext, text: string): readonly string[] {
  const asked = askedBefore(context);
  const [kind] = ONLY_A_KIND.exec(fold(text))?.slice(1) ?? [];
  if (kind) {
    const before = asked.find((one) => mattersIn(one).length > 0 && !ONLY_A_KIND.test(fold(one)));
    const isFragment = fold(text) === kind && !KINDS.test(fold(before ?? ''));
    return before === undefined || isFragment ? [] : [inPlaceOf(before, kind)];
  }
  if (pointsAtProduct(text)) return [];
  const isOfSomeone = /^(他|她|对方|人家)/.test(text);
  if (!isOfSomeone && (topicsIn(text).length > 0 || !isQuestion(text))) return [];
  const spoken =
    asked
      .slice(0, REMEMBERED)
      .map(topicsIn)
      .find((matters) => matters.length > 0) ?? [];
  const answered = context.history.findLast(isOurs)?.text ?? '';
  // The grade beside a product's name is no subject of what was said of it.
  const told = topicsIn(answered.slice(0, FIRST_WORDS)).filter((one) => !/^[rc][1-5]$/.test(one));
  const topics = new Set([...spoken, ...told]);
  return [...topics].slice(0, MAX_TOPICS).map((topic) => `${topic}${text}`);
}

/** 「理财呢」 after 「基金赚的钱要交税吗」. */
function inPlaceOf(before: string, kind: string): string {
  const folded = fold(before);
  return KINDS.test(folded) ? folded.replace(KINDS, kind) : `${kind}${folded}`;
}

/** What the customer said before, latest first. */
const askedBefore = ({ history }: TurnContext): readonly string[] =>
  history
    .filter(({ role }) => role === 'customer')
    .map(({ text }) => text)
    .reverse();
