import { spokenHolding } from '../../language/spoken-holding.js';
import type { TurnContext } from '../../conversation/agent.js';
import type { Command, ProductAspect } from '../../terms/command.js';
import { aspectsNamed } from './aspect-words.js';
import { asksForMoney, sumsIn } from './money-words.js';
import { asksYes, isQuestion } from './question-words.js';
import type { Router } from './router.js';
import { isMeasureOnly } from './share-class.js';

/** 说过的数: a time or a sum told before the questions holds for each of them; one told after asks once more. */

type Names = Pick<Router, 'names'>;
type Described = Extract<Command, { do: 'describe_product' }>;

const TELLS_SINCE = /(买|申购|存|投)(了)?的$/;
/** 「我放100天了」 「交2万第二年退」: what was done, or is to be, with money of one's own. */
const OF_ONES_MONEY =
  /(放|拿|持有|买|存|投|交)(了|才|满|够|进)|(放|拿|持有|存|买|投|交)[^，。]{0,8}(天|周|月|年|万|千|百|块|元)|第.年(卖|赎|取|退)/;

/** Whether a piece tells a time or a sum and asks nothing; 「放10天就卖呢」 before any question, too. */
export function tellsMeasure(
  router: Names,
  context: TurnContext,
  before: readonly string[],
  piece: string,
): boolean {
  const words = withoutNames(router, piece);
  if (asks(piece.replace(/呢[？?]?$/, '')) || WISHES_TO_KNOW.test(words)) return false;
  if (/呢[？?]?$/.test(piece) && before.some(asks)) return false;
  if (TELLS_SINCE.test(piece) && spokenHolding(words, context.today) !== null) return true;
  return isMeasureOnly(words, context) || (OF_ONES_MONEY.test(words) && namesOne(context, words));
}

const asks = (piece: string): boolean => isQuestion(piece) || asksYes(piece);
const WISHES_TO_KNOW = /多少|扣|费|亏|(?<!可)能|够|行|可以/;

const withoutNames = ({ names }: Names, text: string): string =>
  names.mask(text).replaceAll('{product}', '');

const namesOne = ({ today }: TurnContext, words: string): boolean =>
  spokenHolding(words, today) !== null || sumsIn(words).length > 0;

/** What is reckoned or held against a time or a sum. */
const MEASURED: readonly ProductAspect[] = ['fees', 'redemption', 'minimum', 'term'];

/** The question with the time and the sum told before it, where it names none of its own. */
export function withTold(
  router: Names,
  context: TurnContext,
  told: readonly string[],
  command: Command,
): Command {
  if (command.do !== 'describe_product' || told.length === 0) return command;
  const isOfGain = command.aspects.includes('performance');
  const isMeasured = isOfGain
    ? asksForMoney(command.query)
    : command.aspects.some((aspect) => MEASURED.includes(aspect));
  if (!isMeasured || told.includes(command.query)) return command;
  if (namesOne(context, withoutNames(router, command.query))) return command;
  const words = told.map((piece) => withoutNames(router, piece)).join('，');
  return { ...command, query: `${words}，${command.query}` };
}

/** 「十五万能存吗，三年利息一共多少」: the sum of the question before is meant. */
export function withSumBefore(
  router: Names,
  before: Command | undefined,
  command: Command,
): Command {
  if (before?.do !== 'describe_product' || command.do !== 'describe_product') return command;
  const [sum, ...sums] = sumsIn(withoutNames(router, before.query));
  const isOfMoney =
    (command.aspects.includes('performance') && asksForMoney(command.query)) ||
    (command.aspects.includes('fees') && /多少|几/.test(command.query));
  if (!sum || sums.length > 0 || !isOfMoney || sumsIn(command.query).length > 0) return command;
  return { ...command, query: `${sum.from}元，${command.query}` };
}

/**
 * 「满一个月呢」 after a question with a time of its own asks it once more; 「放10万呢」 after one without a sum
 * says how much was meant. Null: it is no such piece.
 */
export function measuredAnew(
  router: Names,
  context: TurnContext,
  before: Command | undefined,
  piece: string,
): readonly Command[] | null {
  if (before?.do !== 'describe_product' || !isMeasureOnly(piece, context)) return null;
  if (asks(piece.replace(/呢[？?]?$/, '')) || router.names.find(piece).length > 0) return null;
  const [side] = aspectsNamed(piece);
  const said = withoutNames(router, before.query);
  const kept = keptOf(context, said, piece);
  if (side === 'redemption')
    return [before, { ...before, aspects: [side], query: `${kept}${piece}` }];
  if (isOtherDeed(before, piece))
    return [before, { ...before, aspects: ['fees'], query: `${piece}，赎回扣多少` }];
  const again = kept === null ? null : askedAgain(before, said);
  if (kept !== null && again === null) return null;
  const query = kept === null ? `${before.query}，${piece}` : `${kept}${piece}，${again}`;
  return kept === null ? [{ ...before, query }] : [before, { ...before, query }];
}

/** 「去年亏没亏，要是放一周卖呢」: leaving by then is another question than the one before. */
const isOtherDeed = ({ aspects: [side] }: Described, piece: string): boolean =>
  /卖|赎/.test(piece) && side !== 'fees' && side !== 'redemption';

/** What of the question before still holds beside the new time or sum; null: it named neither of its kind. */
function keptOf({ today }: TurnContext, said: string, piece: string): string | null {
  const [sum, ...sums] = sumsIn(said);
  const held = spokenHolding(said, today);
  const isOtherTime = held !== null && spokenHolding(piece, today) !== null;
  const isOtherSum = sum !== undefined && sumsIn(piece).length > 0;
  if (!isOtherTime && !isOtherSum) return null;
  const keepsSum = sum && sums.length === 0 && !isOtherSum ? `${sum.from}元，` : '';
  const keepsTime = held && held.from === held.to && !isOtherTime ? `放${held.from}天，` : '';
  return `${keepsSum}${keepsTime}`;
}

const NAMED_FEE = /(申购|认购|赎回|管理|托管|(销售)?服务|投顾|初始)费/;

const feeAgain = (said: string): string => {
  const [named] = NAMED_FEE.exec(said) ?? [];
  if (named) return `${named}扣多少`;
  return /卖|赎|取|退|扣/.test(said) ? '赎回扣多少' : '费用多少';
};

/** The question before in a few words; null: it hangs on no time or sum. */
function askedAgain({ aspects: [side] }: Described, said: string): string | null {
  switch (side) {
    case 'fees':
      return feeAgain(said);
    case 'performance':
      return '利息多少';
    case 'minimum':
      return '够不够';
    case 'redemption':
      return '能赎回吗';
    default:
      return null;
  }
}
