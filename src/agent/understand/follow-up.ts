import type { TurnContext } from '../../conversation/agent.js';
import type { Command, ProductAspect } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { normalize } from '../../language/fold.js';
import { spokenHorizon } from '../../language/spoken-horizon.js';
import { spokenMoney } from '../../language/spoken-money.js';
import { nameWithoutClass } from '../../terms/product.js';
import { aspectsNamed } from './aspect-words.js';
import { isGeneral } from './references.js';
import type { Router } from './router.js';
import { STRONG_EVIDENCE, currentProduct, isTopic } from './topic.js';

/** 省略问句: short words that leave out what the conversation has already said. */

/** Longer than this, a sentence says itself what it is about. */
const SHORT = 18;
const MEASURE = 10;

const FILLERS =
  /那么?|换成|换|如果是|要是|再(看看|说说)?|看看|看一下|说说|呢|的话|吧|啊|呀|嘛|喃|[，,。.？?！!\s]/g;

const POINTING = /第.(个|只|款|支)|(前|后)(面|一)?(那|这)?(个|只|款)|另外?一(个|只|款)/;

const WHY =
  /^(那|这|这是)?(为啥|为什么|为何|咋|怎么|咋个?回事|怎么回事|什么原因|啥原因|凭(啥|什么))(会?这样|[要会得就]?这么(久|慢|贵|少|多))?[呢啊呀嘛]?[?？]*$/;

const AVAILABLE =
  /(还|现在)?(能|可以|可)不?(能|可以)?(买|申购|认购|投)(到|得到|进去)?(吗|么|不|嘛|没|\?|？)|开始(卖|发售|认购)|(?<!现)在(卖|售)(吗|么|不|没)|有卖|卖不卖|卖完|下架了?(吗|么|没)|停售/;

const SELL_OR_HOLD =
  /割肉(?!是|啥|什么)|(该不该|是不是(该|得|要)|要不要|应不应该|应该不应该|用不用).{0,6}(卖|赎|拿|跑|割|止损|清仓|补仓|加仓|抄底)|割(不|还是不)割|(?<!(你们|咱们|你家|[rR][1-5]).{0,8})卖不卖|还能不能拿|还拿不拿|继续(拿|持有)(吗|么|不|还是)|(补仓|加仓)(吗|么|不|好)/;

/** What it costs and how long it takes, if it is sold, is another question. */
const NOT_WHETHER = /手续|费|材料|多久|几天|什么意思|啥意思/;

/** The question written down in the knowledge on a loss. */
const WHETHER_TO_SELL = '亏了，该卖还是该拿着';

const NOT_ITSELF: Readonly<Record<'A' | 'C', RegExp>> = {
  A: /(?<![a-z0-9])a\s*(类|份额)/,
  C: /(?<![a-z0-9])c\s*(类|份额)/,
};

/** A follow-up read in the light of what it follows; null: the sentence stands by itself. */
export function followUp(
  router: Router,
  context: TurnContext,
  text: string,
  codes: readonly string[],
): Command | null {
  if (SELL_OR_HOLD.test(text) && !NOT_WHETHER.test(text)) return sellOrHold(router, context);
  const sister = codes.length === 0 ? otherClass(router.labels, context, text) : null;
  const [code] = sister ? [sister] : codes;
  if (code && codes.length <= 1) {
    if (AVAILABLE.test(text)) return describe(code, ['overview'], text);
    if (isBare(router, text)) return asBefore(router, context, code, text);
    if (sister) return describe(code, aspectsNamed(text), text);
  }
  return (
    weighedAgain(router, context, text, codes) ??
    (codes.length <= 1 ? reasons(router, context, text) : null) ??
    (codes.length === 0 ? sideOfCurrent(router, context, text) : null)
  );
}

/** 「到账呢」: a side of the product last spoken of. */
function sideOfCurrent(router: Router, context: TurnContext, text: string): Command | null {
  const isShort = [...text.replace(/\s/g, '')].length <= SHORT;
  if (!isShort || isGeneral(text) || isTopic(text)) return null;
  const current = currentProduct(router, context);
  const aspects = aspectsNamed(text);
  return current && aspects.length > 0 ? describe(current, aspects, text) : null;
}

/** 「现在是不是该割肉了」 has a written answer: what to think of, and that nobody decides it for them. */
const sellOrHold = (router: Router, { today }: TurnContext): Command =>
  router.lookUp(WHETHER_TO_SELL, today).support >= router.supportThreshold
    ? { do: 'answer', query: WHETHER_TO_SELL }
    : { do: 'refuse', subject: 'personal_pick' };

/** 「放一年多」 「五十万呢」: how long or how much, and nothing else. */
const isMeasureOnly = (text: string, { today }: TurnContext): boolean =>
  [...text].length <= MEASURE &&
  !isTopic(text) &&
  (spokenHorizon(text, today) !== null || spokenMoney(text).length > 0);

const weighedAgain = (
  router: Router,
  context: TurnContext,
  text: string,
  codes: readonly string[],
): Command | null =>
  codes.length === 0 && (isMeasureOnly(text, context) || weighsOver(text, context))
    ? classesAgain(router, context)
    : null;

/** 「如果持有45天，哪一类更划算」 */
const weighsOver = (text: string, { today }: TurnContext): boolean =>
  /哪(一)?(类|个|只|边).{0,4}(划算|省|便宜|合适|少)/.test(text) &&
  spokenHorizon(text, today) !== null;

/** Two classes of one fund that were just weighed are weighed again, for the time or sum now said. */
function classesAgain({ labels }: Router, { state }: TurnContext): Command | null {
  const { listed, products } = state;
  const stems = new Set(listed.map((code) => nameWithoutClass(labels.get(code) ?? code)));
  const isFresh = listed.length === 2 && listed.includes(products[0] as string);
  if (!isFresh || stems.size !== 1) return null;
  return { do: 'compare_products', codes: listed.map(productCode), aspects: ['fees'] };
}

/** 「那 C 类呢」: the other class of the fund last spoken of, or null. */
function otherClass(
  labels: ReadonlyMap<string, string>,
  { state }: TurnContext,
  text: string,
): string | null {
  const folded = normalize(text).text;
  const [wanted, ...more] = (['A', 'C'] as const).filter((one) => NOT_ITSELF[one].test(folded));
  const name = labels.get(state.products[0] ?? '');
  if (!wanted || more.length > 0 || !name || !/[AC]$/.test(name)) return null;
  const sister = name.replace(/[AC]$/, wanted);
  return [...labels].find(([, label]) => label === sister)?.[0] ?? null;
}

/** 「换成日日通呢」: only a name, so the question is the one asked before. */
export const isBare = ({ names }: Pick<Router, 'names'>, text: string): boolean =>
  names
    .mask(text)
    .replaceAll('{product}', '')
    .replace(/[AaCc]\s*(类|份额)/, '')
    .replace(POINTING, '')
    .replace(FILLERS, '') === '' && /呢|换|那|喃|要是|如果/.test(text);

function asBefore(router: Router, context: TurnContext, code: string, text: string): Command {
  const asked = questionBefore(router, context);
  const before = asked === null ? null : maskedOf(router, asked);
  const aspects = before === null ? [] : aspectsNamed(before);
  return describe(code, aspects, before === null || aspects.length === 0 ? text : before);
}

/** What the customer last asked in words of their own; null: nothing. */
function questionBefore(router: Router, { history }: TurnContext): string | null {
  const asked = history.filter(({ role }) => role === 'customer').map(({ text }) => text);
  return asked.findLast((text) => !isBare(router, text) && !WHY.test(text.trim())) ?? null;
}

/** Names of products taken out. */
const maskedOf = ({ names }: Router, text: string): string =>
  names.mask(text).replaceAll('{product}', '');

/** A name may say what the reason hangs on: 「全球科技 QDII」 is slow because it is one. */
function bestOf(
  router: Router,
  { today }: TurnContext,
  queries: readonly string[],
): readonly [string, number] {
  return queries.reduce<readonly [string, number]>(
    (best, query) => {
      const { support } = router.lookUp(query, today);
      return support > best[1] ? [query, support] : best;
    },
    ['', 0],
  );
}

/** 「亏钱了凭什么还收管理费」: a charge or a wait that is complained of. */
const WHY_STILL = /(凭(什么|啥)|为(什么|啥|何)|怎么|咋)(还|也|就)(要)?(收|扣|得|要)/;

function reasons(router: Router, context: TurnContext, text: string): Command | null {
  if (WHY.test(text.trim())) return why(router, context);
  return WHY_STILL.test(text) ? reasonFor(router, context, text) : null;
}

/** The reason, where general knowledge surely has it. */
function reasonFor(router: Router, context: TurnContext, text: string): Command | null {
  const [best, support] = bestOf(router, context, [maskedOf(router, text), text]);
  return support >= STRONG_EVIDENCE ? { do: 'answer', query: best } : null;
}

/** 「为啥」 asks after the reason for what was just answered. */
function why(router: Router, context: TurnContext): Command | null {
  const before = questionBefore(router, context);
  if (before === null) return null;
  const current = currentProduct(router, context);
  const query = `${maskedOf(router, before)}，为什么`;
  const [best, support] = bestOf(router, context, [query, `${before}，为什么`]);
  if (support >= router.supportThreshold) return { do: 'answer', query: best };
  return current ? describe(current, [], query) : null;
}

const describe = (code: string, aspects: readonly ProductAspect[], query: string): Command => ({
  do: 'describe_product',
  code: productCode(code),
  aspects: aspects.length > 0 ? aspects.slice(0, 1) : ['overview'],
  query,
});
