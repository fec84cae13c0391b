import { isQuestion, withoutCounted } from '../question-words.js';

/** 陈述: what of a sentence tells of the customer's own matter, as opposed to what it asks. */

const CLAUSE = /(?<=[，,。！？!?；;…\n])/;

/** 「说不准什么时候用」 holds a word that asks, and tells. */
const UNDECIDED = /说不准|说不好|不一定|随时|(啥|什么|哪)时候.{1,6}(啥|什么|哪)时候/;

/** 「给我说说教育金」 asks without a question word. */
const ASKS_TO_TELL =
  /(给|跟|和|帮)?我?(说说|讲讲|说一说|讲一讲|介绍|科普|解释)|告诉我|我?想(问|知道|了解)/;

/** 「我老公说都放存款」 is somebody else's view, and none of the plan. */
const OTHERS_VIEW =
  /(老公|老婆|爱人|老伴|媳妇|儿子|女儿|闺女|孩子|儿媳|女婿|公公|婆婆|爸|妈|朋友|同事|邻居|亲戚|别人|人家|[他她]们?|银行|经理|网上|群里|有人)(们|都|还|总|就|老|跟我|和我)*(说|讲|觉得|认为|建议|劝|推荐|让)|听(人)?说/;

/** 「三年行吗」, asked for a time, tells one. */
const WHETHER_FINE = /(行不行|可不可以|够不够|可以|行|够|好|成|算)(吗|么|不)?[？?]?$/;

/** 「要是中间看病要用钱」 before a question is what the question is about. */
const SUPPOSES = /^(那)?(要是|如果|假如|假设|万一|比如)/;

export const supposes = (clause: string): boolean => SUPPOSES.test(clause.trim());

const tells = (clause: string): boolean =>
  !supposes(clause) &&
  !ASKS_TO_TELL.test(clause) &&
  !OTHERS_VIEW.test(clause) &&
  (UNDECIDED.test(clause) || !isQuestion(withoutCounted(clause)));

/** The clauses that tell, joined; empty where all of them ask. */
export const toldIn = (text: string): string =>
  text
    .split(CLAUSE)
    .filter((clause) => tells(clause.replace(/[，,。！；;…\n\s]+$/, '')))
    .join('');

/** The same where a question of ours waits: asking back whether an answer will do gives it. */
export const answeredIn = (text: string): string =>
  toldIn(WHETHER_FINE.test(text.trim()) ? text.trim().replace(WHETHER_FINE, '') : text);

/** 「帮我删了行吗」 asks for it to be done; 「能删吗」 asks whether it can be. */
const ORDERS =
  /(帮|替|给)我(们)?.{0,2}(把|关|删|停|查|看|改|撤|取消|登记|办|导|复制|弄)|请(?!问)|麻烦|要求|我要|我想(?!问|知道|了解)|申请|登记|别再|不要再/;

/** What is asked to be done, question or not; what only asks how, why or whether is left out. */
export const orderedIn = (text: string): string =>
  ORDERS.test(text) && !ASKS_TO_TELL_ONLY.test(text) ? text : toldIn(text);

const ASKS_TO_TELL_ONLY = /我?想(问|知道|了解)|^(请)?问/;
