import type { FlowState } from '../../../conversation/flows/flow.js';
import { normalize } from '../../../language/fold.js';
import { parseHanNumber } from '../../../language/numerals.js';
import type { SlotValues } from '../../../terms/command.js';
import type { Option, Question, Questionnaire } from '../../../terms/questionnaire.js';
import type { LocalDate } from '../../../terms/time.js';
import { isReason } from './change-reason.js';
import { correctionIn } from './corrections.js';
import { optionByFigure } from './option-figures.js';

/** 测评作答: which options a sentence gives, by letter, number, in the option's words or by a figure. */
export function assessmentSlots(
  text: string,
  flow: FlowState | null,
  questionnaire: Questionnaire,
  today: LocalDate,
): SlotValues {
  const folded = normalize(text).text.trim();
  const asked = flow?.name === 'assessment' ? flow.asked : [];
  const way = wayIn(folded, asked);
  if (way) return { way };
  const { questions } = questionnaire;
  const numbered = numberedAnswers(folded, questions);
  if (Object.keys(numbered).length > 0) return numbered;
  const named = namedAnswers(folded, asked, questions, today);
  if (named) return named;
  if (asked.includes('reason')) return isReason(folded) ? { reason: text.trim() } : {};
  const question = questions.find(({ id }) => asked.includes(id));
  if (!question) return {};
  const row = lettersInRow(folded, question, questions);
  if (row) return row;
  const option = optionIn(folded, question, today) ?? nothing(folded, question);
  return option ? { [question.id]: option.id } : {};
}

/** 「没有」 to a question of which one answer is that there is none. */
const nothing = (folded: string, { options }: Question): Option | null =>
  /^(都|一点|啥)?(没有?|无|零)(啊|呀|呢|哦|吧)?[。！!]?$/.test(folded)
    ? only(options.filter(({ text }) => /^没有/.test(text)))
    : null;

const FORM = /表单|表格|填表|(一次|一起|一页)(性)?(全)?(填|答)|整页/;
const ONE_BY_ONE =
  /(一|逐)(题|道|个)(一|接)?(一)?(题|道|个)?(地|来|答|问)|逐题|聊着|直接(问|答)|在这里答|打字|问吧|^开始/;
const AGREES = /^(好|好的|可以|行|嗯|开始|来吧|准备好了?|ok)+[吧啊呀。!！~]*$/;

function wayIn(folded: string, asked: readonly string[]): 'form' | 'words' | null {
  if (FORM.test(folded)) return 'form';
  if (ONE_BY_ONE.test(folded)) return 'words';
  if (!asked.includes('way')) return null;
  return AGREES.test(folded) || /^(a|1|第一[种个]?)$/.test(folded)
    ? 'words'
    : /^(b|2|第二[种个]?)$/.test(folded)
      ? 'form'
      : null;
}

/** 「1A 2B」 「第 3 题改成 B」 「第三题选错了，应该是 C」. */
const NUMBERED =
  /(?:第\s*([\d一二三四五六七八九十]{1,3})\s*道?题?|(?<![\d.])(\d{1,2}))\s*[.、:)题]*\s*(?:的?(?:答案|选项))?(?:我?(?:选|答|填|写)?错了?)?[，,\s]*(?:我|应该|要|想)*(?:改成|改为|改选|换成|选|答|填|是|为|=)*\s*([a-f])(?![a-z])/g;

function numberedAnswers(folded: string, questions: readonly Question[]): SlotValues {
  const found = [...folded.matchAll(NUMBERED)].flatMap(([, named, bare, letter]) => {
    const question = questions[numberOf(named ?? bare ?? '') - 1];
    return question ? [[question.id, letter ?? ''] as const] : [];
  });
  return Object.fromEntries(found);
}

const numberOf = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : (parseHanNumber(text) ?? 0);

const BY_NUMBER = /第\s*([\d一二三四五六七八九十]{1,3})\s*道?题/;
const BEFORE = /上(一|个)?(道)?题|前(一|面)?(那)?(道)?题/;
/** 「改成B」: of what was just answered. */
const JUST_CHANGES = /^(不对|错了|选错了)?[，,\s]*(应该是|改成|改为|改选|换成|改)\s*[a-f]$/;
const CORRECTS = /改|错|应该|不是|换成/;

/** 「收入那题应该是 20 万」 「上一题选错了，改成不太稳定」: an answer to another question than the one asked. */
function namedAnswer(
  folded: string,
  asked: readonly string[],
  questions: readonly Question[],
  today: LocalDate,
): SlotValues | null {
  const byNumber = BY_NUMBER.exec(folded);
  const at = questions.findIndex(({ id }) => asked.includes(id));
  const isBefore = BEFORE.test(folded) || JUST_CHANGES.test(folded);
  const before = isBefore && at > 0 ? questions[at - 1] : undefined;
  const question =
    (byNumber ? questions[numberOf(byNumber[1] ?? '') - 1] : undefined) ??
    before ??
    (CORRECTS.test(folded) ? byTopic(folded, questions) : undefined);
  if (!question) return null;
  const rest = (correctionIn(folded)?.now ?? folded)
    .replace(BY_NUMBER, '')
    .replace(BEFORE, '')
    .replace(question.topic, '');
  const option = optionIn(rest.replace(SAYS, ''), question, today);
  return option ? { [question.id]: option.id } : {};
}

/** 「收入那题应该是A，经验那题应该是C」: each is read with what is said of it. */
function namedAnswers(
  folded: string,
  asked: readonly string[],
  questions: readonly Question[],
  today: LocalDate,
): SlotValues | null {
  const whole = namedAnswer(folded, asked, questions, today);
  const pieces = folded
    .split(/(?<=[，,；;。])/)
    .reduce<readonly string[]>(
      (read, clause) =>
        read.length === 0 || namesQuestion(clause, questions)
          ? [...read, clause]
          : [...read.slice(0, -1), `${read.at(-1) ?? ''}${clause}`],
      [],
    );
  if (!CORRECTS.test(folded) || pieces.filter((one) => namesQuestion(one, questions)).length < 2) {
    return whole;
  }
  const each = pieces.map((piece) => {
    const words = piece.replace(/[，,；;。\s]+$/, '');
    return namedAnswer(CORRECTS.test(words) ? words : `${words}改成`, asked, questions, today);
  });
  const values = Object.assign({}, ...each) as SlotValues;
  return Object.keys(values).length > 0 ? values : whole;
}

const namesQuestion = (clause: string, questions: readonly Question[]): boolean =>
  BY_NUMBER.test(clause) || byTopic(clause, questions) !== undefined;

const SAYS = /^[\s，,：:]*(那|的|题|选|答|填|是|为|我)*/;

/** The longest topic named: 「收入稳定」 is more than 「收入」. */
const byTopic = (folded: string, questions: readonly Question[]): Question | undefined =>
  questions
    .filter(({ topic }) => folded.includes(topic))
    .sort((a, b) => b.topic.length - a.topic.length)[0];

const ROW = /^[a-f](?:[\s,，、]*[a-f])+$/;

/** 「ABBC」: this question and those after it. */
function lettersInRow(
  folded: string,
  from: Question,
  questions: readonly Question[],
): SlotValues | null {
  const letters = ROW.test(folded) ? (folded.match(/[a-f]/g) ?? []) : [];
  const rest = questions.slice(questions.indexOf(from));
  if (letters.length === 0 || letters.length > rest.length) return null;
  return Object.fromEntries(letters.map((letter, at) => [rest[at]?.id ?? '', letter]));
}

/** The one option of a question that words mean; several or none is no answer. */
export function optionIn(folded: string, question: Question, today: LocalDate): Option | null {
  const words = folded
    .replace(/^(我|就|那|应该|大概|选|答|填|写|是|算|的|，|,|\s)+(?=.)/, '')
    .replace(/[。！!~吧啊呀哦\s]+$/, '');
  return (
    byLetter(words, question) ??
    byText(words, question) ??
    byPlace(words, question) ??
    only(question.options.filter((option) => saysIt(folded, option))) ??
    optionByFigure(folded, question, today)
  );
}

const only = (options: readonly Option[]): Option | null =>
  options.length === 1 ? (options[0] ?? null) : null;

const byLetter = (words: string, { options }: Question): Option | null => {
  const letter = /^([a-f])(?:项|选项)?(?:[.、:：].*)?$/.exec(words)?.[1];
  return options.find(({ id }) => id === letter) ?? null;
};

const bare = (text: string): string => normalize(text).text.replace(/[\s，,。、]/g, '');

function byText(words: string, { options }: Question): Option | null {
  const said = bare(words);
  if (said === '') return null;
  const exact = options.filter((one) => said === bare(one.text) || said === bare(one.label));
  return only(exact) ?? only(options.filter(({ text }) => said.includes(bare(text))));
}

const PLACE = /^第?([一二三四五六1-6])(?:个|项|种)(?:选项)?$/;
const LAST = /^最后(?:一)?(?:个|项|种)?$/;

function byPlace(words: string, { options }: Question): Option | null {
  if (LAST.test(words)) return options.at(-1) ?? null;
  const place = PLACE.exec(words)?.[1];
  return place === undefined ? null : (options[numberOf(place) - 1] ?? null);
}

const saysIt = (folded: string, { words }: Option): boolean =>
  words !== undefined && new RegExp(words).test(folded);
