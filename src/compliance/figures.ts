import { normalize } from '../language/fold.js';
import type { Fact } from '../terms/fact.js';
import { figuresIn } from './amounts.js';
import type { Amount, AmountUnit, Figure } from './amounts.js';
import { isFigureOfSpeech } from './enumerators.js';
import type { Source } from './utterance.js';

/** What figures may be said from (数据出处), gathered once for a text. */
export interface Grounds {
  readonly amounts: ReadonlyMap<AmountUnit, readonly number[]>;
  /** Dates, times and codes as written forms. */
  readonly words: ReadonlySet<string>;
  readonly dates: readonly string[];
}

/** `said`: the customer's own words. Labels of facts and titles of sources count as text. */
export function groundsOf(
  facts: readonly Fact[],
  sources: readonly Source[],
  said: readonly string[] = [],
): Grounds {
  const texts = [
    ...sources.flatMap((source) => [
      source.text,
      source.title ?? '',
      source.article ?? '',
      source.effective ?? '',
      source.expires ?? '',
    ]),
    ...facts.map((fact) => fact.label),
    ...said,
  ];
  const amounts = new Map<AmountUnit, number[]>();
  const words = new Set<string>();
  const dates: string[] = [];
  const add = ({ unit, value }: Amount): void => {
    if (unit === 'date') dates.push(String(value));
    else if (typeof value === 'string') words.add(value);
    else {
      const known = amounts.get(unit);
      if (known) known.push(value);
      else amounts.set(unit, [value]);
    }
  };
  for (const text of texts) {
    for (const figure of figuresIn(normalize(text).text)) {
      figure.readings.forEach(add);
      words.add(figure.text.replaceAll(' ', ''));
    }
  }
  for (const { value, unit } of facts) add({ value, unit });
  return { amounts, words, dates };
}

/** Every figure of a text as it is read, in order; two texts with the same ones tell the same figures. */
export function figuresSaid(text: string): readonly string[] {
  const plain = normalize(text).text;
  return figuresIn(plain)
    .filter((figure) => !isFigureOfSpeech(plain, figure))
    .map(({ readings }) => readings.map(({ value, unit }) => `${value} ${unit}`).join('|'));
}

/** Figures of a normalized text that nobody gave us (无出处的数字), figures of speech left aside. */
export function ungroundedFigures(text: string, grounds: Grounds): readonly Figure[] {
  return figuresIn(text).filter(
    (figure) => !isFigureOfSpeech(text, figure) && !isGrounded(text, figure, grounds),
  );
}

function isGrounded(text: string, figure: Figure, grounds: Grounds): boolean {
  return figure.readings.some(({ unit, value }) => {
    if (unit === 'date') return grounds.dates.some((date) => isPartOf(String(value), date));
    if (typeof value === 'string') return grounds.words.has(value);
    return equivalents(unit, value).some(([of, size]) =>
      (grounds.amounts.get(of) ?? []).some((known) => isSame(text, figure, size, known)),
    );
  });
}

/** Which units may vouch for which. Percent never does for a bare number, nor the reverse. */
function equivalents(unit: AmountUnit, value: number): readonly (readonly [AmountUnit, number])[] {
  switch (unit) {
    case 'month':
      return [
        ['month', value],
        ['year', value / 12],
      ];
    case 'year':
      return [
        ['year', value],
        ['month', value * 12],
      ];
    case 'count':
      return [
        ['count', value],
        ['plain', value],
      ];
    case 'yuan':
      return value >= 1000
        ? [
            ['yuan', value],
            ['plain', value],
          ]
        : [['yuan', value]];
    case 'plain':
      return [
        ['plain', value],
        ['count', value],
        ['yuan', value],
        ['times', value],
      ];
    default:
      return [[unit, value]];
  }
}

/**
 * Two decimals or more may be rounded from a longer figure, never fewer: 5 % is not 4.6 %. A loss
 * may drop its sign where the words say that it is one.
 */
function isSame(text: string, figure: Figure, size: number, known: number): boolean {
  const slack = figure.decimals >= 2 ? 0.5000001 * figure.scale * 10 ** -figure.decimals : 1e-9;
  if (Math.abs(size - known) <= slack) return true;
  if (known >= 0 || size <= 0 || Math.abs(size + known) > slack) return false;
  return LOSS.test(text.slice(Math.max(0, figure.start - 12), figure.end + 4));
}

const LOSS = /跌|亏|回撤|下降|损失|减少|缩水|负/;

/** `said` leaves out parts that `known` has, and agrees in the rest: 11 月 25 日 of 2026-11-25. */
function isPartOf(said: string, known: string): boolean {
  if (said === known) return true;
  const [year, month, day] = partsOf(said);
  const [knownYear, knownMonth, knownDay] = partsOf(known);
  const agree = (part: string, of: string): boolean => part === '' || part === of;
  return agree(year, knownYear) && agree(month, knownMonth) && agree(day, knownDay);
}

function partsOf(date: string): readonly [string, string, string] {
  if (date.startsWith('---')) return ['', '', date.slice(3)];
  if (date.startsWith('--')) return ['', date.slice(2, 4), date.slice(5, 7)];
  return [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)];
}
