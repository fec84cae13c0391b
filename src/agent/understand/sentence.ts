import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { productCode } from '../../terms/ids.js';
import { aspectsNamed } from './aspect-words.js';
import { namesClass } from './class-asked.js';
import { againstDeposits } from './deposit-asked.js';
import { alikeKinds } from './alike-kinds.js';
import { firstSteps } from './first-steps.js';
import { figuresAsked } from './figures-asked.js';
import { clausesOf } from './clauses.js';
import { withIdentity } from './asked-beside.js';
import { asksTheirPrice, holdsAgainstTheirs } from './foreign-products.js';
import { withHowDaysCount } from './late-money.js';
import { weighsClasses } from './meant-products.js';
import { pointFirst } from './point-first.js';
import { isQuestion } from './question-words.js';
import { questionsIn } from './questions.js';
import type { Router } from './router.js';
import { route } from './routing.js';
import { ruleFor } from './rules.js';
import { asksOfSides, piecesOf } from './sides-asked.js';
import { speakingOf } from './sides-of-one.js';
import { unlessUnsaid } from './speaks-of.js';
import { wishesToBuy } from './suitability-words.js';
import { mattersIn } from './topic.js';
import { withDates } from './with-dates.js';

/** 一句话: one message by itself, clause by clause, and what its questions come to together. */

/** A sentence by itself, whatever was under way. */
export function freely(router: Router, context: TurnContext, text: string): readonly Command[] {
  const answered = pointFirst(router, context, text, read(router, context, text));
  const commands = withDates(router, context, text, answered);
  return withHowDaysCount(text, commands);
}

function read(router: Router, context: TurnContext, text: string): readonly Command[] {
  const whole = unlessUnsaid(route(router, context, text), text);
  if (isUrgent(whole)) return withIdentity(text, [whole]);
  if (isOfOneMore(whole)) return [whole];
  const several = severalAsked(router, context, text);
  if (several) return several;
  if (isWish(whole) && wishesToBuy(text)) return [whole];
  const clauses = clausesOf(text);
  const isOneMatter = clauses.length === 1 || clauses.every(namesClass);
  const cost = isOneMatter ? figuresAsked(router, context, text) : null;
  if (cost) return [cost];
  if (clauses.length === 1 || isOfBothClasses(clauses)) {
    // 「大额存单和一年定期，提前取哪个亏得多」: two are weighed, in both halves.
    const isWhole = whole.do === 'compare_products' || isOnCard(router, context, whole);
    const questions = isWhole ? null : questionsIn(router, context, text, whole);
    return questions ?? [whole];
  }
  const parts = partsOf(router, context, clauses);
  return parts.find(isUrgent)
    ? withIdentity(text, parts.filter(isUrgent))
    : mergeParts(router, context, whole, parts);
}

/** 「单位上过同样的，我还想配一份」: one matter, over however many clauses it is told. */
const isOfOneMore = (command: Command): boolean =>
  command.do === 'describe_product' && command.told?.['finding'] !== undefined;

/** First steps; one of ours against a deposit, a kind like it, another of ours or another house's. */
function severalAsked(
  router: Router,
  context: TurnContext,
  text: string,
): readonly Command[] | null {
  const asked =
    firstSteps(router, context, text) ??
    againstDeposits(router, context, text) ??
    alikeKinds(router, context, text);
  if (asked) return asked;
  const weighed = weighedIn(router, context, text);
  return weighed ? [weighed] : heldAgainstTheirs(router, text);
}

/** 「A类C类有什么区别？我放半年买哪个」: which of the two is part of what they differ in. */
const isOfBothClasses = ([first = '', ...others]: readonly string[]): boolean =>
  weighsClasses(first) &&
  others.length > 0 &&
  others.every((one) => weighsClasses(one) || WHICH_CLASS.test(one));

const WHICH_CLASS =
  /^[^，。]{0,14}(买|选|挑|拿|用|是)?(哪(一)?(个|类|种|边)|怎么(选|挑))(更|比较)?(合适|划算|省|好|便宜|合算)?(点|一点|些)?[啊呀呢]?[？?]?$/;

/** 「养老目标2045不错，想买那个，锁三年那个」: whether it suits is all there is to say. */
const isWish = (command: Command): boolean =>
  command.do === 'describe_product' && command.buyer === 'self';

/** A section written for this very question answers both halves of it. */
const AS_WRITTEN = 0.95;
/** … unless the card has a section for each of them. */
const BY_ITSELF = 0.75;

function isOnCard(router: Router, { today }: TurnContext, command: Command): boolean {
  if (command.do !== 'describe_product' || !/[，,、]/.test(command.query)) return false;
  if (asksOfSides(command.query)) return false;
  const product = router.products.get(command.code);
  if (!product) return false;
  const supportOf = (words: string) => router.cardSupport(product, words, today);
  const isOfTwo = piecesOf(command.query).every(
    (piece) => isQuestion(piece) && supportOf(piece) >= BY_ITSELF,
  );
  return !isOfTwo && supportOf(command.query) >= AS_WRITTEN;
}

const WEIGHED = /(跟|和|与|还是|比|对比).*(哪|比|区别|不同|差别|适合|合适|划算|好)/;
/** 「那跟日日现金比」. */
const AGAINST_IT =
  /^(那|它|这只?|要是|我说的是|我问的是)*(跟|和|与|同|比起)[^，。]{2,14}(比|相比|对比)/;

/**
 * 「我问安禾30天跟日日现金，生活费随时要用放哪个」: two of ours are weighed, whatever the money is for, and
 * whatever else was named only to be left aside.
 */
export function weighedIn(
  { names, otherHouses }: Router,
  { state }: TurnContext,
  text: string,
): Command | null {
  if (!WEIGHED.test(text)) return null;
  const codesIn = (clause: string): readonly string[] => [
    ...new Set(names.find(clause).flatMap(({ codes }) => (codes.length === 1 ? codes : []))),
  ];
  for (const clause of text.split(/[，,。！!；;？?\n]/)) {
    if (otherHouses.test(clause)) continue;
    const [first, ...more] = codesIn(clause);
    if (first === undefined) continue;
    if (more.length > 0 && /跟|和|与|还是|比/.test(clause) && isPersonal(text)) {
      return weigh([first, ...more]);
    }
    const before = state.products.find((code) => code !== first);
    const isAgainst = AGAINST_IT.test(clause.trim()) && codesIn(text).length === 1;
    if (isAgainst && before !== undefined && otherHouses.test(text)) return weigh([before, first]);
  }
  return null;
}

/** What the money is for, and when, would begin a plan. */
const isPersonal = (text: string): boolean => /我|放哪|存哪|随时|要用|急用/.test(text);

const weigh = (codes: readonly string[]): Command => ({
  do: 'compare_products',
  codes: codes.slice(0, 3).map(productCode),
  aspects: [],
});

/** Another house's product beside one of ours: that we cannot speak for theirs, and what ours is. */
function heldAgainstTheirs(
  { names, otherHouses }: Router,
  text: string,
): readonly Command[] | null {
  const isPrice = asksTheirPrice(text, otherHouses);
  if (!isPrice && !holdsAgainstTheirs(text, otherHouses)) return null;
  const [code, ...more] = names.find(text).flatMap(({ codes }) => codes);
  if (more.length > 0) return null;
  if (code === undefined) return besideAKind(text.replace(otherHouses, ''));
  const ours: Command = {
    do: 'describe_product',
    code: productCode(code),
    aspects: isPrice ? aspectsNamed(text) : ['overview'],
    query: text,
  };
  return [{ do: 'foreign_product' }, ours];
}

/** 「余额宝和你们的货币基金有啥区别」: of a kind of ours, what is on the shelf. */
function besideAKind(text: string): readonly Command[] | null {
  const [kind] = /你们|咱们|贵行/.test(text) ? mattersIn(text) : [];
  return kind === undefined
    ? null
    : [{ do: 'foreign_product' }, { do: 'list_products', query: `你们有哪些${kind}`, skip: 0 }];
}

/** Clause by clause; a later one means the product an earlier one named. */
function partsOf(
  router: Router,
  context: TurnContext,
  clauses: readonly string[],
): readonly Command[] {
  let { state } = context;
  return clauses.flatMap((clause) => {
    const within = { ...context, state };
    const outright =
      ruleFor(clause, state) ?? figuresAsked(router, within, clause, clauses.join('，'));
    const commands = outright
      ? [outright]
      : (questionsIn(router, within, clause) ?? [route(router, within, clause)]);
    state = commands.reduce(speakingOf, state);
    return commands;
  });
}

export const isUrgent = (command: Command): boolean =>
  command.do === 'emergency' || command.do === 'request_human';

/** Two questions are two commands; a story with one question is one. */
function mergeParts(
  router: Router,
  { today }: TurnContext,
  whole: Command,
  parts: readonly Command[],
): readonly Command[] {
  const isIdle = (command: Command) =>
    (command.do === 'social' && command.act !== 'upset' && command.act !== 'wronged') ||
    command.do === 'out_of_scope' ||
    // 「好的。」 before a question answers nothing that was asked.
    (command.do === 'clarify' && command.options.length === 0);
  // 「我就一万块钱扣多少啊」 after 「听说要扣1.5%？」 is about the charge, not about an account, and
  // 「我每月定投的话每笔都单独算吗」 about the rule.
  const isCharge = (command: Command) =>
    command.do === 'own_account' &&
    command.about === undefined &&
    /扣|手续|费|每(一)?(笔|期|次|月)/.test(command.query) &&
    parts.some(({ do: act }) => act === 'answer' || act === 'describe_product');
  const substantial = parts.filter((command) => !isIdle(command) && !isCharge(command));
  if (substantial.length === 0) return [whole];
  // 「…，几天之内算数」 alone has no basis and was answered with the rest: no apology beside the answer.
  const isSupported = (command: Command) =>
    command.do !== 'answer' ||
    router.lookUp(command.query, today).support >= router.supportThreshold;
  const supported = substantial.filter(isSupported);
  if (supported.length === 0) return [whole];
  // 「我签字还不行吗，我就要买」: the opinion says of it what the handbook does.
  if (supported.some(isInsisting)) return supported.filter(({ do: act }) => act !== 'answer');
  return isSupported(whole) ? supported : substantial;
}

const isInsisting = (command: Command): boolean =>
  command.do === 'describe_product' && command.buyer === 'insistent';
