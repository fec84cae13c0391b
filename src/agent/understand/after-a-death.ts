import type { TurnContext } from '../../conversation/agent.js';
import { BEREAVED, KIN, SUPPOSED, withToldOfSelf } from '../../conversation/told-of-self.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import { clausesOf } from './clauses.js';
import { askedByHeir } from './heirs-questions.js';
import { isQuestion } from './question-words.js';
import type { Router } from './router.js';
import { ruleFor } from './rules.js';
import { STRONG_EVIDENCE } from './topic.js';

/**
 * 身后事: once a death in the family was spoken of, what is asked is asked as an heir: 「能先卖掉吗」 is
 * about what the dead left, and nobody is asked to sign in, to open an account or to buy.
 */

const ENTRY = 'faq:inheritance';
/** So like a question of one of its parts must be, where no words of heirs were found. */
const LIKE = 0.55;
/** So many replies later, bare words (「要预约吗」) are no longer asked of it. */
const STANDS = 3;
const MOST = 3;

const OF_HEIRS =
  /继承|遗产|遗嘱|死亡证明|亲属关系|公证|(去世|过世|离世|身故|逝)(了?的|后|的|者|客户)|人(没|走)了.{0,6}(钱|理财|基金|账户)/;
const OF_THE_DEAD = new RegExp(`${OF_HEIRS.source}|${KIN}|[他她](?!们)|爸|妈|名下|老人家?|后事`);
/** Whoever sees to their own end is no heir, and these have rules of their own. */
const ELSEWHERE =
  /(我|自己)(以后|将来|哪天|要是|万一|如果|死|走了|不在|没了|百年)|万一我|(立|写|改)(一?份|个)?遗嘱(?!.{0,4}(怎么分|谁))|指定|受益人|保险|保单|理赔|信托|股票|房(子|产)?|离婚|赠/;
/** What the living do with their own money. */
const OWN_BUSINESS =
  /(我|自己|妈|帮|想|打算)[^，,。]{0,6}(买(?!过|了|的)|投资|存(点|钱|款)|配置|规划)|推荐|开(个)?户(?!才|吗)|(?<!到|进)(我|自己)的?(钱|账户|持仓|卡|风险|测评|等级|密码|基金|理财)|收益|利息|行情|赎回?几天|货币基金|债券?基金|活期|定期存?/;

/** Null: no death was spoken of, or the words go on about something else. */
export function askedAfterDeath(
  router: Router,
  context: TurnContext,
  text: string,
): readonly Command[] | null {
  if (context.state.flow !== null || !isOfHeirs(router, context, text)) return null;
  const read = clausesOf(text).map((clause) => ({
    clause,
    question: questionOf(router, context, clause),
  }));
  if (read.every(({ question }) => question === null)) return ofNews(text);
  const commands = read.flatMap(({ clause, question }) =>
    question === null
      ? besideIt(router, context, clause)
      : [{ do: 'answer', query: question, entry: ENTRY } as const],
  );
  return commands.slice(0, MOST);
}

/** 「我妈走了，她在你们这买过基金」 asks nothing yet, and means what is to be done. */
const ofNews = (text: string): readonly Command[] | null =>
  tellsOfDeath(foldedOf(text)) && LEFT_WITH_US.test(text)
    ? [{ do: 'answer', query: WHAT_TO_DO }]
    : null;

const LEFT_WITH_US =
  /(买|投|存)(了|过|有)|名下|(有|留下?(了|的)?).{0,6}(理财|基金|存款|产品|账户)|(理财|基金|存款|账户|产品).{0,6}(怎么|咋|如何)/;
/** As the handbook asks it. */
const WHAT_TO_DO = '家里老人去世了，他名下的产品怎么取？';

const tellsOfDeath = (folded: string): boolean => BEREAVED.test(folded) && !SUPPOSED.test(folded);

/** 「现在就有人吗」 beside an heir's question is asked of the house, and answered with it. */
function besideIt(router: Router, context: TurnContext, clause: string): readonly Command[] {
  if (!isQuestion(clause)) return [];
  const rule = ruleFor(clause, context.state);
  if (rule?.do === 'answer') return [rule];
  const { support } = router.lookUp(clause, context.today);
  return support >= STRONG_EVIDENCE ? [{ do: 'answer', query: clause }] : [];
}

function isOfHeirs({ names }: Router, context: TurnContext, text: string): boolean {
  const folded = foldedOf(text);
  if (names.find(text).length > 0 || ELSEWHERE.test(folded)) return false;
  if (tellsOfDeath(folded) || OF_HEIRS.test(folded)) return true;
  const isOwn = OWN_BUSINESS.test(folded);
  if (isBereaved(context) && OF_THE_DEAD.test(folded)) return !isOwn;
  return isFresh(context) && !isOwn;
}

/** What was told, or spoken of, a moment ago. */
const isFresh = ({ state, history }: TurnContext): boolean =>
  state.entries.some(({ document, ago }) => document === ENTRY && ago < STANDS) ||
  history
    .filter(({ role }) => role === 'customer')
    .slice(-STANDS)
    .some(({ text }) => tellsOfDeath(foldedOf(text)));

/** Whether the customer has told of a death in the family, now or before. */
export const isBereaved = ({ state, messages }: TurnContext): boolean =>
  messages
    .reduce((told, { text }) => withToldOfSelf(told, text), state.self)
    .traits.includes('bereaved');

/** A heart that is heavy after a death is not comforted over money. */
export const inMourning = (
  context: TurnContext,
  text: string,
  commands: readonly Command[],
): readonly Command[] =>
  isBereaved(context) && !/[亏跌赔绿套]/.test(text)
    ? commands.map((command) =>
        command.do === 'social' && command.act === 'upset'
          ? { do: 'social', act: 'grief' }
          : command,
      )
    : commands;

/** A clause that only tells (「我是独生女，妈妈还在」) asks nothing of an heir's. */
function questionOf(router: Router, { today }: TurnContext, clause: string): string | null {
  const byWords = asksOrWants(clause) ? askedByHeir(foldedOf(clause)) : null;
  if (byWords !== null) return byWords;
  return router.further(ENTRY, clause, today) >= LIKE ? clause : null;
}

const asksOrWants = (clause: string): boolean =>
  isQuestion(clause) ||
  /想|要|需|遗嘱|定投|还在(扣|跌)|没有?(账户|账号)|登录?不|担心|怕|怎么|如何|谁/.test(clause);

const foldedOf = (text: string): string => normalize(text).text.replace(/\s/g, '');
