import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { describe, HOW_TO_BUY } from './about-products.js';
import type { Router } from './router.js';
import { currentProduct, isTopic } from './topic.js';

/** 开户、绑卡、第一次买: what comes before anything is bought, each asked in the customer's own words. */

const OPENING = '怎么在青屿财富开户？';
const CARD = '怎么更换绑定的银行卡？';
const FIRST_BUY = '第一次买产品，分几步？';
const MINOR = '未成年人可以开户买产品吗？';

const OPENS = /开(过|个|好)?(一个)?(户|账户)|怎么开(?!放)|注册/;
const HAS_NONE = /(没|没有|还没|未)(有)?(开(过|好)?(户|账户)|账户|账号)|新(客户|手|人)|第一次/;
const AGE =
  /(?<!\d)(?<age>1\d|2\d|十[一二三四五六七八九]|二十)(周)?(岁|(?=可|能|行))(了)?(的)?(人|学生)?[^，。？?]{0,2}(可不可以|可以|能不能|能|行不行|行|够不够|够)(?!买|投|存|赎|取)/;
const CHINESE_AGES = [...'十一二三四五六七八九'];
const OF_AGE = 18;
const FAMILY_CARD =
  /(绑|用|拿|刷|付)[^，。？?！!]{0,4}(妈|爸|父母|家人|家里人|老公|老婆|爱人|媳妇|丈夫|妻子|对象|朋友|孩子|儿子|女儿|爷爷|奶奶|别人|他人)[^，。？?！!]{0,3}(的)?(银行|工资|储蓄)?卡/;
/** Whoever wants a person, or tells of a loss or a swindle, is heard on that. */
const ELSEWHERE = /顾问|人工|真人|投诉|骗|丢|挂失|赎|取出|退/;
const MOST = 44;

/** Whether that may be asked, by the words alone. */
export const mayBeFirstStep = (text: string): boolean =>
  [...text].length <= MOST &&
  !ELSEWHERE.test(text) &&
  [HOW_TO_BUY, AGE, FAMILY_CARD].some((words) => words.test(text));

/** Null: nothing of that is asked. */
export function firstSteps(
  router: Router,
  context: TurnContext,
  text: string,
): readonly Command[] | null {
  if ([...text].length > MOST || ELSEWHERE.test(text)) return null;
  const bought = HOW_TO_BUY.test(text) ? buyable(router, context, text) : null;
  const account = ofAnAccount(router, context, text);
  if (bought === null) return account.length > 0 ? account : null;
  const first: Command = { do: 'answer', query: HAS_NONE.test(text) ? OPENING : FIRST_BUY };
  return [first, ...account, describe(bought, ['minimum'], '起购金额多少')];
}

/** How it is opened, from what age, and with whose card; may be empty. */
function ofAnAccount(router: Router, context: TurnContext, text: string): readonly Command[] {
  const age = OPENS.test(text) || wasOfOpening(context) ? ageIn(text) : null;
  const entry = (title: string, query: string) => partOf(router, context, title, query);
  const ofAge =
    age === null
      ? []
      : [age < OF_AGE ? entry(MINOR, '快十八了能开吗') : entry(OPENING, '要满多少岁')];
  const ofCard = FAMILY_CARD.test(text) ? [entry(CARD, '能不能绑家人的卡')] : [];
  const told = context.history.findLast(({ role }) => role !== 'customer')?.text ?? '';
  const asksHow = age !== null && ASKS_HOW.test(text) && !told.includes('点「开户」');
  return [...(asksHow ? [{ do: 'answer', query: OPENING } as const] : []), ...ofAge, ...ofCard];
}

const ASKS_HOW = /(怎么|咋|如何|在哪)(样)?(开|注册|办)/;

/** A part of an entry of the handbook, by a question of its own. */
function partOf(router: Router, { today }: TurnContext, title: string, query: string): Command {
  const { document } = router.lookUp(title, today);
  const isPart = query !== title && document !== null;
  return { do: 'answer', query, ...(isPart && { entry: document }) };
}

function ageIn(text: string): number | null {
  const said = AGE.exec(text)?.groups?.['age'];
  if (said === undefined) return null;
  if (said === '二十') return 20;
  return said.startsWith('十') ? 10 + CHINESE_AGES.indexOf(said.slice(1)) : Number(said);
}

/** So many messages back an account is still what is spoken of. */
const STILL_ASKED = 3;

const wasOfOpening = ({ history }: TurnContext): boolean =>
  history
    .filter(({ role }) => role === 'customer')
    .slice(-STILL_ASKED)
    .some(({ text }) => OPENS.test(text) || HAS_NONE.test(text));

/** How deposits, bonds and policies are bought their own cards tell; so does what is not on sale. */
const AS_USUAL = ['NFRA_INVEST', 'CSRC_FUND'];
const OTHERWISE = ['reit', 'structured', 'trust', 'private', 'advisory_portfolio'];
const SHORT = 12;

function buyable(router: Router, context: TurnContext, text: string): string | null {
  const [named, ...more] = new Set(router.names.find(text).flatMap(({ codes }) => codes));
  if (more.length > 0) return null;
  const isBare = [...text].length <= SHORT && !isTopic(text);
  const code = named ?? (isBare ? currentProduct(router, context) : null);
  const product = code === null ? undefined : router.products.get(code);
  const isUsual =
    product?.status === 'on_sale' &&
    AS_USUAL.includes(product.regime) &&
    !OTHERWISE.includes(product.type);
  return isUsual ? product.code : null;
}
