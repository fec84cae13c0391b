import type { Agent, Journal, TurnContext } from '../../conversation/agent.js';
import type { ConversationState } from '../../conversation/evolve.js';
import { normalize } from '../../language/fold.js';
import { isWithPerson } from '../../conversation/handoff/drafting.js';
import type { EmbeddedDeps } from './embedded.js';
import type { Command } from '../../terms/command.js';
import { GRADE_RAISED_ENTRY, tellsOfGradeRaised } from './grade-raised.js';
import { inOwnNames } from './own-kinds.js';
import type { ProductNames } from './product-names.js';
import { productNames } from './product-names.js';

/**
 * 人工服务中: what is drafted for a person is read with what the person has before them: what the customer
 * holds, whether or not it was told in this talk, and what the person said in words of their own.
 */
export function withDesk(
  { shelf, lookUp }: Pick<EmbeddedDeps, 'shelf' | 'lookUp'>,
  embedded: Agent['understand'],
): Agent['understand'] {
  return async (context, journal) => {
    if (!isWithPerson(context)) return embedded(context, journal);
    const products = await shelf();
    const names = productNames(products);
    const known = { ...context.state, held: await heldBy(context, journal) };
    const told = (words: string): Told =>
      tellsOfGradeRaised(normalize(words).text)
        ? { document: GRADE_RAISED_ENTRY, support: 1 }
        : lookUp(names.mask(words).replaceAll('{product}', '产品'), context.today);
    const state = withSaid(context, known, { names, told });
    const messages = context.messages.map((one) => ({
      ...one,
      text: inOwnNames(products, state.held, afterGradeRaised(context, withoutBot(one.text))),
    }));
    const understood = await embedded({ ...context, state, messages }, journal);
    if (wantsCall(context)) return { ...understood, commands: [CALL] };
    return asksWhoCame(context) ? { ...understood, commands: [WHO_AM_I] } : understood;
  };
}

/** Whoever would rather talk on the telephone tells the rest there. */
const CALL: Command = { do: 'request_human', reason: 'callback' };
const CALL_WISHED =
  /(方便|能|可以|有空|帮忙|麻烦)?(给我|跟我|和我)?(打|回|通|来|接)(一|个|一个|下|我){0,2}电话(吗|么|吧|给我|聊|说|谈|沟通)|(给|回)我(打|回|来)?(个|一个)?电话|电话(里|上)?(说|聊|讲|谈|沟通|联系)/;
const NO_WISH =
  /骗|陌生|自称|打了[^，。]{0,4}电话|接到|别(再)?打|不要打|不用打|打不通|号码是|没人接/;

const wantsCall = ({ messages, state }: TurnContext): boolean =>
  state.flow === null &&
  messages.some(({ text }) => {
    const folded = normalize(text).text.replace(/\s/g, '');
    return CALL_WISHED.test(folded) && !NO_WISH.test(folded);
  });

/** 「你是新接手的吗，之前小李呢」 */
const WHO_AM_I: Command = { do: 'social', act: 'identity' };
const WHO_CAME =
  /(新来|新接手|刚接手|新换|换了?(个|新)?)的?(客户|理财)?(经理|顾问|人)(了)?(吗|么|吧|啊|$)|(之前|原来|以前|前面|上次)(的|那个|那位)*(小[\u4e00-\u9fa5]|(客户|理财)?经理|顾问)(呢|去哪|人呢|不干|走了|离职|调走)|(又|是不是)换(了)?人/;

const asksWhoCame = ({ messages, state }: TurnContext): boolean =>
  state.flow === null &&
  messages.some(({ text }) => WHO_CAME.test(normalize(text).text.replace(/\s/g, '')));

/** 「刚才机器人说的我没太听懂，就是…」: what is asked comes after it. */
const BOT_UNCLEAR =
  /^(刚才|刚刚|之前|前面)*(那个|你们)?(的)?(机器人|智能客服|ai|小屿)(刚才|刚刚)?(说|讲|回|答|给)[^，。]{0,8}(没|不)[^，。]{0,3}(懂|明白|清楚)[^，。\s]{0,2}[，。,\s]+(就是|我就是)?/i;

function withoutBot(said: string): string {
  const rest = said.replace(BOT_UNCLEAR, '');
  return rest.trim() === '' ? said : rest;
}

/** What becomes of it; what leaving costs is asked of the product itself. */
const OF_KEEPING = /拿着|留着|持有|不卖|怎么办|咋办|影响|卖(?!.*(费|多少|到账|几天))/;

/** 「那我还能拿着吗」 after the person told that a product has another grade now is asked of that. */
function afterGradeRaised({ history }: TurnContext, text: string): string {
  const told = history
    .filter(({ role }) => role === 'advisor')
    .slice(-STILL_MEANT)
    .some((one) => !IS_DRAFTED.test(one.text) && tellsOfGradeRaised(normalize(one.text).text));
  return told && OF_KEEPING.test(text) ? `我持有的产品风险等级上调了，${text}` : text;
}

/** Codes, greatest value first; what was told before stands where nobody is signed in. */
async function heldBy({ customer, state }: TurnContext, journal: Journal) {
  if (customer === null) return state.held;
  const { portfolio } = await journal.run({ name: 'get_my_holdings', args: { query: '' } });
  return portfolio?.review.positions.map(({ product }) => product) ?? [];
}

type Told = Pick<ReturnType<EmbeddedDeps['lookUp']>, 'support' | 'document'>;

interface Ears {
  readonly names: ProductNames;
  readonly told: (words: string) => Told;
}

/** A draft has paragraphs or marks of its sources, and what it spoke of is on record already. */
const IS_DRAFTED = /\n|\[\d+\]/;
/** So many of their messages back, what the person spoke of still stands. */
const STILL_MEANT = 3;

/** What the person said last is what the talk is about now; what they said before it, what it was about. */
function withSaid(
  { history }: TurnContext,
  known: ConversationState,
  { names, told }: Ears,
): ConversationState {
  const last = history.at(-1);
  const lately = history.filter(({ role }) => role === 'advisor').slice(-STILL_MEANT);
  return lately.reduce((state, one) => {
    if (IS_DRAFTED.test(one.text)) return state;
    const named = namedIn(names, one.text);
    return one === last
      ? turnedTo(state, named, told(one.text))
      : withOlder(state, named, told(one.text));
  }, known);
}

/** What is not theirs, or not meant: 「您名下没有全球科技」. */
const DENIED = /(没有?|没持有|不是|并非)[^，。]{0,2}$/;

const namedIn = ({ find }: ProductNames, words: string): readonly string[] => [
  ...new Set(
    find(words).flatMap(({ codes, start }) =>
      codes.length === 1 && !DENIED.test(words.slice(0, start)) ? codes : [],
    ),
  ),
];

/** Words as close as this to an entry of the handbook tell what is in it. */
const TELLS_ENTRY = 0.6;

/** Behind what was spoken of since. */
function withOlder(
  state: ConversationState,
  named: readonly string[],
  { document, support }: Told,
): ConversationState {
  const isKnown = state.entries.some((one) => one.document === document);
  const older =
    document === null || support < TELLS_ENTRY || isKnown ? [] : [{ document, ago: STILL_MEANT }];
  return {
    ...state,
    products: [...new Set([...state.products, ...named])],
    entries: [...state.entries, ...older],
  };
}

/** The products named, and the entry that 「还能拿着吗」 goes on about. */
function turnedTo(
  state: ConversationState,
  named: readonly string[],
  { document, support }: Told,
): ConversationState {
  const entries =
    document === null || support < TELLS_ENTRY
      ? state.entries
      : [{ document, ago: 0 }, ...state.entries.filter((one) => one.document !== document)];
  if (named.length === 0) return { ...state, entries };
  return {
    ...state,
    entries,
    products: [...new Set([...named, ...state.products])],
    justShown: named,
    listed: named.length > 1 ? named : state.listed,
  };
}
