import { HAN_NUMBER, parseHanNumber } from '../language/numerals.js';
import { YUAN, round, two, unitAfter } from './units.js';

/** Units figures are compared in. `plain`: no unit was written. Hours, minutes and foreign money stay their own. */
export type AmountUnit =
  | '%'
  | 'yuan'
  | 'day'
  | 'month'
  | 'year'
  | 'count'
  | 'date'
  | 'time'
  | 'times'
  | 'hour'
  | 'minute'
  | 'second'
  | 'foreign'
  | 'article'
  | 'plain';

/**
 * One way to read a figure. Unit `date` holds `2026-01-01`, `2026-01`, `2026`, `--01-01`, `--01` or
 * `---01` (the forms of ISO 8601 without the missing parts); `time` holds `15:00`; `%` holds 4.5
 * for 4.5 %.
 */
export interface Amount {
  readonly value: number | string;
  readonly unit: AmountUnit;
}

/** A figure as written. Offsets are of the normalized text. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly readings: readonly Amount[];
  /** Written in Chinese numerals. */
  readonly han: boolean;
  /** Digits after the point, before any 万: how far the writer may have rounded. */
  readonly decimals: number;
  /** One unit of the last written digit's scale, 10000 for 万. */
  readonly scale: number;
  /** The measure word or unit as written. */
  readonly measure: string;
}

/** The comma behind a grade separates: 「R4，100 元起」 is no 4,100. */
const NOT_A_GRADE = '(?<!(?<![a-z])[a-z])';
const ARABIC = `${NOT_A_GRADE}\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?`;
const NUMBER = `(?:${ARABIC}|${HAN_NUMBER})`;
const EACH_NUMBER = new RegExp(NUMBER, 'g');
const SHORT = `(?:\\d{1,2}|[零〇一二三四五六七八九十]{1,3})`;
const YEAR = '(?:(?:19|20)\\d\\d|[一二][九〇零][零〇一二三四五六七八九]{2})';
const S = '[ \\u00a0]{0,2}';

const FORMS = new RegExp(
  [
    `(?<date>${YEAR}${S}[-/.年]${S}${SHORT}${S}[-/.月]${S}${SHORT}${S}[日号]?)`,
    `(?<yearMonth>${YEAR}${S}(?:年${S}${SHORT}${S}月|-(?:0[1-9]|1[0-2])(?![-\\d])))`,
    `(?<year>${YEAR}${S}年(?!期|化))`,
    `(?<monthDay>${SHORT}${S}月${S}${SHORT}${S}[日号])`,
    `(?<clock>(?<!\\d)\\d{1,2}:\\d\\d(?::\\d\\d)?(?!\\d))`,
    `(?<hour>(?:上午|下午|早上|晚上|中午|凌晨|傍晚)${S}${SHORT}${S}[点时](?!间|候)(?:${S}(?:\\d{1,2}${S}分?|半))?|(?<![\\d.])\\d{1,2}${S}[点时](?=${S}(?:到|至|前|后|整|半|之前|以前|以后))(?:半)?|(?<=[点时]${S}(?:到|至)${S})\\d{1,2}${S}[点时](?:半)?)`,
    `(?<settle>(?<![a-z])t${S}\\+${S}\\d{1,2})`,
    `(?<share>(?:百|千|万|${SHORT})分之${S}${NUMBER})`,
    `(?<article>第${S}${NUMBER}${S}[条章节款项])`,
    `(?<half>(?<![多大小上下])半(?:年(?!报|度)|个月|个?小时|天)|一半)`,
    `(?<number>(?<number_>${NUMBER})(?<scale>${S}(?:百万|千万|万亿|十万|亿|万|千|百(?!分)|[wk](?![a-z])))?)`,
  ].join('|'),
  'g',
);

/** Every figure of a normalized text, ordinals and enumerators included. */
export function figuresIn(text: string): readonly Figure[] {
  const figures: Figure[] = [];
  let last = 0;
  FORMS.lastIndex = 0;
  for (let match = FORMS.exec(text); match; match = FORMS.exec(text)) {
    const figure = read(text, match, last);
    if (!figure) continue;
    figures.push(figure);
    last = figure.end;
    FORMS.lastIndex = Math.max(figure.end, match.index + 1);
  }
  return spreadUnits(text, figures);
}

function read(text: string, match: RegExpExecArray, last: number): Figure | null {
  const groups = match.groups!;
  if (groups['number'] === undefined) return readForm(match);
  const written = groups['number_']!;
  const value = numberOf(written);
  if (value === null) return null;
  const scale = SCALES[groups['scale']?.trim() ?? ''] ?? 1;
  const from = match.index + match[0].length;
  const unit = unitAfter(text, from);
  const sign = signBefore(text, match.index, last);
  const prefixed = /(?:¥|rmb|人民币) ?$/.test(
    text.slice(Math.max(0, match.index - 5), match.index),
  );
  const amounts = unit.amounts.length === 0 && prefixed ? YUAN : unit.amounts;
  const size = round(sign * value * scale);
  return {
    start: match.index,
    end: unit.end,
    text: text.slice(match.index, unit.end),
    readings:
      amounts.length === 0
        ? [{ value: size, unit: 'plain' }]
        : amounts.map((amount) => amount(size)),
    han: !/\d/.test(written),
    decimals: /\.(\d+)$/.exec(written)?.[1]?.length ?? 0,
    scale,
    measure: text.slice(from, unit.end).trim(),
  };
}

const SCALES: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
  w: 1e4,
  k: 1e3,
};

const numberOf = (written: string): number | null =>
  /\d/.test(written) ? Number(written.replaceAll(',', '')) : parseHanNumber(written);

function signBefore(text: string, at: number, last: number): 1 | -1 {
  const sign = text[at - 1];
  if (sign === '负' || sign === '−') return -1;
  if (sign !== '-') return 1;
  return at - 1 === last || /[\da-z%]/.test(text[at - 2] ?? '') ? 1 : -1;
}

function readForm(match: RegExpExecArray): Figure {
  const groups = match.groups!;
  const kind = Object.keys(groups).find((name) => groups[name] !== undefined)!;
  const text = match[0];
  const parts = (text.match(EACH_NUMBER) ?? []).map((part) => numberOf(part) ?? 0);
  return {
    start: match.index,
    end: match.index + text.length,
    text,
    readings: FORM_READINGS[kind]!(parts, text),
    han: !/\d/.test(text),
    decimals: 0,
    scale: 1,
    measure: kind,
  };
}

const one = (unit: AmountUnit, value: number | string): readonly Amount[] => [{ unit, value }];

const FORM_READINGS: Readonly<
  Record<string, (parts: readonly number[], text: string) => readonly Amount[]>
> = {
  date: ([year = 0, month = 0, day = 0]) => one('date', `${year}-${two(month)}-${two(day)}`),
  yearMonth: ([year = 0, month = 0]) => one('date', `${year}-${two(month)}`),
  year: ([year = 0]) => one('date', String(year)),
  monthDay: ([month = 0, day = 0]) => one('date', `--${two(month)}-${two(day)}`),
  clock: ([hour = 0, minute = 0]) => one('time', `${two(hour)}:${two(minute)}`),
  hour: (parts, text) => one('time', clockOf(parts, text)),
  settle: ([days = 0]) => one('day', days),
  share: (parts, text) => one('%', shareOf(parts, text)),
  article: ([article = 0]) => one('article', article),
  half: (_, text) =>
    text === '一半' ? one('%', 50) : /年/.test(text) ? one('month', 6) : one('plain', 0.5),
};

function clockOf([hour = 0, minute]: readonly number[], text: string): string {
  const isLate = /下午|晚上|傍晚/.test(text) && hour < 12;
  return `${two(isLate ? hour + 12 : hour)}:${two(minute ?? (text.includes('半') ? 30 : 0))}`;
}

function shareOf(parts: readonly number[], text: string): number {
  if (text.startsWith('百')) return parts[0] ?? 0;
  if (text.startsWith('千')) return round((parts[0] ?? 0) / 10);
  if (text.startsWith('万')) return round((parts[0] ?? 0) / 100);
  const [of = 1, share = 0] = parts;
  return Number(((share / of) * 100).toFixed(2));
}

const LINK = /^\s?(?:-|~|–|—|至|到|或|、|和|,)\s?$/;

/** 3-5 天, 10 至 50 万元: a figure without a unit takes the next one's. */
function spreadUnits(text: string, figures: readonly Figure[]): readonly Figure[] {
  return figures.map((figure, i) => {
    const next = figures[i + 1];
    const bare = figure.readings[0]!;
    if (!next || bare.unit !== 'plain' || typeof bare.value !== 'number') return figure;
    const between = text.slice(figure.end, next.start).replace(/^(.*?)-$/, '$1-');
    if (!LINK.test(between) || next.readings[0]!.unit === 'plain') return figure;
    const value = bare.value;
    const readings = next.readings.flatMap(({ unit, value: of }) =>
      typeof of !== 'number'
        ? []
        : [value, round(value * next.scale)].map((size) => ({ unit, value: size })),
    );
    return readings.length === 0 ? figure : { ...figure, readings: [...readings, bare] };
  });
}
