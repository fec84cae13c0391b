import { figuresSaid } from '../../compliance/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { sentencesOf } from './sentences.js';

/**
 * 顾问口吻: what is drafted for a person to say. A person calls no person, and offers no button; what
 * was written for the digital employee to say of advisors is said of oneself.
 */

/** The wording a person would use, `<id>.advisor`, wherever one is written. */
export const advisorFirst = (wordings: Wordings): Wordings => ({
  ...wordings,
  get: (id) => wordings.get(wordings.has(`${id}.advisor`) ? `${id}.advisor` : id),
});

const OF_ONESELF: readonly (readonly [RegExp, string])[] = [
  [/由(?:持证)?顾问(?=[先再]?[和跟]您)/g, '由我'],
  [/请(?:持证)?顾问(?=[先再]?[和跟]您)/g, '由我'],
  [/(?:持证)?顾问(?=[和跟]您)/g, '我'],
  [/，供(?:持证)?顾问核对/g, ''],
  // 「要盖章的纸质件，请转人工。」: what a person is called for, a person does.
  [/(?<=[件单明据书料])，请转人工(?=[。，；])/g, '，我帮您办'],
  [/(?:请|对我|您)?说「我要投诉」/g, '跟我说一声'],
  [/(?:由|等)(?:持证)?顾问审核(?:以后|之后)?/g, '审核通过后'],
  [/让(?:持证)?顾问(?=(?:先)?(?:看|核|查|算))/g, '我'],
  [/(?:持证)?顾问(?=会)/g, '我'],
];

/** A clause that sends the customer to a person. */
const CALLS =
  /转人工|(?:可以|再|就|先|也|或者|帮您|我)?(?:请|让|约|找)(?:一位|我们的)?(?:真人|人工|持证)?(?:顾问|专员|客户经理)|接真人|对我说「(?:开始|做)?(?:风险)?测评」|AI\s*(?:助手|数智员工)|点回答下面/;
/** 「要谈的话，…」 begins what is then left out. */
const LEADS =
  /^(?:需要|仍|还是|还不行|想|要|如果|您?(?:要是|如果|万一)|急|怕|有疑问|拿不准|不清楚|不放心|觉得|实在|确实|已有的?|已经)|(?:的话|的时候|真人说|人说|人聊|谈谈?|听听人声|不好办|拿不准|没(?:有)?(?:看|收|查)?到|[不没][^，]{1,3}的)$/;

/** Where nothing is left of a text it stays as it was: the person sees that it will not do. */
export function inAdvisorsVoice(text: string): string {
  const spoken = withoutOtherCautions(text)
    .split('\n')
    .map((line) => (line.trim() === '' ? line : lineInVoice(line)))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return spoken === '' ? text : spoken;
}

const CAUTION = /^请留意：(.+?)(?:（R\d）)?(?:占了|现在的风险等级)/;

/** What is to be minded of other products than the answer's own stands beside the draft, among the warnings. */
function withoutOtherCautions(text: string): string {
  const blocks = text.split('\n\n');
  const others = blocks.filter((block) => !CAUTION.test(block)).join('\n');
  return blocks
    .filter((block) => {
      const [, name] = CAUTION.exec(block) ?? [];
      return name === undefined || others.includes(name);
    })
    .join('\n\n');
}

function lineInVoice(line: string): string {
  // A mark within a quotation would end the sentence there.
  const quoted = line.replace(/[？?](?=」)/g, '');
  const mine = OF_ONESELF.reduce((words, [of, own]) => words.replace(of, own), quoted);
  const kept = sentencesOf(mine)
    .map(sentenceInVoice)
    .filter((sentence) => sentence !== '');
  return kept.join('').replaceAll('持证顾问', '我们');
}

/** A person who has the account before them asks for no name: 「您告诉我名字，我帮您查」. */
const ASKS_NAME =
  /^(?:您|请)?(?:可以)?(?:告诉我|说出)(?:产品|基金|理财)?(?:名字|是哪一期|是哪一只)/;
const LOOKS_IT_UP = /^我(?:再|就)?(?:(?:帮您|给您)?(?:查|看|算)|把)/;

/** A clause with a figure or a source stays, whatever else it says. */
function sentenceInVoice(sentence: string): string {
  if (!CALLS.test(sentence) && !/告诉我|说出/.test(sentence)) return sentence;
  const [, body = '', close = ''] = /^([\s\S]*?)([。！？]?(?:\s*\[\d+\])*)$/.exec(sentence) ?? [];
  const clauses = body.split(/(?<=[，；：,;])/);
  const isOut = clauses.map(
    (clause, at) =>
      ((CALLS.test(clause) || ASKS_NAME.test(clause)) && !mustStay(clause)) ||
      (LOOKS_IT_UP.test(clause) && ASKS_NAME.test(clauses[at - 1] ?? '')),
  );
  const kept = clauses.filter(
    (clause, at) => !isOut[at] && !(isOut[at + 1] && LEADS.test(clause.replace(/[，；：,;]$/, ''))),
  );
  const words = kept.join('').replace(/[，；：,;]$/, '');
  // Its source stands for what was said before it as well.
  return words === '' ? close.replace(/^[。！？]/, '') : `${words}${close}`;
}

const mustStay = (clause: string): boolean =>
  figuresSaid(clause).length > 0 || /\[\d+\]/.test(clause);
