import type { ClarifyOption, Command } from '../../../terms/command.js';
import { aspectsNamed } from '../aspect-words.js';
import { isQuestion } from '../question-words.js';
import type { Router } from '../router.js';
import { mattersIn } from '../topic.js';
import type { Correction } from './correction-words.js';
import type { Reader } from './reader.js';
import { answering, questionsAsked } from './reader.js';
import { shortName } from '../../../terms/product.js';

/** 答偏了重答: the question as it was meant, or one question with its likeliest readings. */

/** What the customer meant instead, read in the light of what was asked; else which of a few it was. */
export function repaired(
  reader: Reader,
  { meant, denied }: Correction,
  text = '',
): readonly Command[] {
  const answer =
    meant === null
      ? (besideDenied(reader, text) ?? withoutDenied(reader, denied))
      : (asMeant(reader, meant) ?? null);
  const misheard: Command = { do: 'look_back', how: 'misheard', words: meant ?? '' };
  return [misheard, ...(answer ?? [whichReading(reader, meant)])];
}

/** So few characters leave out the question they change: 「放满三年」 「近一年」. */
const MODIFIER = 9;

function asMeant(reader: Reader, meant: string): readonly Command[] | null {
  const { router, context } = reader;
  const [before] = questionsAsked(reader);
  if (isNameOnly(router, meant)) return answering(reader, again(reader, `那${meant}呢`));
  const swapped = before && inPlaceOf(before.text, meant);
  if (swapped) return answering(reader, again(reader, swapped));
  const isModifier =
    before !== undefined &&
    [...meant].length <= MODIFIER &&
    aspectsNamed(meant).length === 0 &&
    (!isQuestion(meant) || /多少/.test(meant));
  // 「我问的是我亏了多少」 is asked of the customer's own account, whatever was asked before.
  const own = OF_ONES_OWN.test(meant) ? answering(reader, reader.read(context, meant)) : null;
  if (own?.some(({ do: act }) => act === 'own_account')) return own;
  const joint = isModifier ? answering(reader, again(reader, `${before.text}，${meant}`)) : null;
  return joint ?? answering(reader, reader.read(context, meant)) ?? jointly(reader, meant);
}

const OF_ONES_OWN = /^(我|俺)(的|买|亏|赚|持有|现在|能|取|投|全|手)/;

/** 「三年的呢」 after 「一年期利息多少」; null: it goes on about nothing of the kind. */
export function ofAnotherTerm(reader: Reader, text: string): readonly Command[] | null {
  const [, said] =
    /^那?(?:要是|如果|改成|换成)?(?:存|放)?(?:个|满)?(.{1,4}年期?的?)呢[？?]?$/.exec(text.trim()) ??
    [];
  const [before] = questionsAsked(reader);
  const isOfTerm = before !== undefined && /年(期|的|定)|(存|放).{1,3}年/.test(before.text);
  const swapped = said && isOfTerm ? inPlaceOf(before.text, said) : null;
  return swapped ? answering(reader, again(reader, swapped)) : null;
}

/** 「我说的是一年的」 puts the time, or the sum, in the place of the one asked with. */
function inPlaceOf(before: string, meant: string): string | null {
  const same = [TERM, SUM].find((one) => one.test(before) && one.test(meant));
  const [said] = (same && same.exec(meant)) ?? [];
  const isAll = said !== undefined && [...meant].length - [...said].length <= 2;
  return same && isAll ? before.replace(same, said) : null;
}

const TERM = /([一二两三五六七八九十半]|\d+)个?(年|月|天)(?=期|的|$|[^\d])/;
const SUM = /(\d+(\.\d+)?|[一二两三四五六七八九十百]+)(万|千|百|w|k)(块|元)?/i;

function jointly(reader: Reader, meant: string): readonly Command[] | null {
  const [before] = questionsAsked(reader);
  return before ? answering(reader, again(reader, `${before.text}，${meant}`)) : null;
}

const again = ({ context, read }: Reader, words: string): readonly Command[] =>
  read(context, words);

const isNameOnly = ({ names }: Router, words: string): boolean =>
  names.find(words).length > 0 &&
  [
    ...names
      .mask(words)
      .replaceAll('{product}', '')
      .replace(/那?这?(只|款|个|支)|的|基金|产品/g, ''),
  ].length <= 1;

/** 「C类份额呢？有没有C，没问A」: what stands beside the denial asks by itself. */
function besideDenied(reader: Reader, text: string): readonly Command[] | null {
  const rest = text
    .replace(/(^|[，,。；;])[^，,。；;？?]*(没|不是|没有)(问|说|让)[^，,。；;？?]*/g, '')
    .trim();
  const asks = rest !== text.trim() && isQuestion(rest) && [...rest].length > MODIFIER / 2;
  return asks ? answering(reader, reader.read(reader.context, rest)) : null;
}

/** 「没问提前」: the other side of what was asked, where there is one. */
function withoutDenied(reader: Reader, denied: string | null): readonly Command[] | null {
  const [before] = questionsAsked(reader);
  if (!before || denied === null) return null;
  const unwanted = aspectsNamed(denied);
  const sides = aspectsNamed(before.text).filter((side) => !unwanted.includes(side));
  const [reread] = answering(reader, reader.read(reader.context, before.text)) ?? [];
  if (reread?.do !== 'describe_product' || unwanted.length === 0) return null;
  const [side] = sides.length > 0 ? sides : [];
  return side ? [{ ...reread, aspects: [side] }] : null;
}

const MAX_OPTIONS = 3;

/** One question with the likeliest readings to tap. */
function whichReading(reader: Reader, meant: string | null): Command {
  const { router, context } = reader;
  const words = [questionsAsked(reader)[0]?.text, meant]
    .filter((one) => one !== undefined && one !== null)
    .join('，');
  const [code] = context.state.products;
  const product = code === undefined ? undefined : router.products.get(code);
  const named = product && shortName(product);
  const sides = named === undefined ? [] : sidesOf(named, aspectsNamed(words));
  const nearby = router
    .nearby(words, context.today)
    .map(({ title }) => title)
    .filter((title) => !HAS_FIGURE.test(title))
    .map((title) => ({ label: title.replace(/[？?]$/, ''), say: title }));
  const isGeneral = named === undefined || mattersIn(words).length > 0;
  const options = isGeneral ? [...nearby.slice(0, 2), ...sides] : [...sides, ...nearby];
  return { do: 'clarify', options: options.slice(0, MAX_OPTIONS) };
}

/** A figure in a reading we offer would stand there without a source. */
const HAS_FIGURE = /\d|[一二两三四五六七八九十]+(百|千|万|元|年|天|个)/;

const SIDES = [
  ['fees', '要收哪些费', '的费用是多少'],
  ['redemption', '几天到账', '赎回几天到账'],
  ['risk', '会怎么亏', '会怎么亏'],
  ['performance', '过去的收益', '过去的收益怎么样'],
] as const;

/** Sides of a product that were not asked for yet. */
const sidesOf = (name: string, asked: readonly string[]): readonly ClarifyOption[] =>
  SIDES.filter(([aspect]) => !asked.includes(aspect)).map(([, label, ask]) => ({
    label: `${name}${label}`,
    say: `${name}${ask}`,
  }));
