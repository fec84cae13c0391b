import { spokenMoney } from '../../../language/spoken-money.js';
import type { SlotValues } from '../../../terms/command.js';
import type { Json } from '../../../terms/json.js';
import { REMOVES } from './removals.js';

/**
 * 定期存入与定期支取: a sum a month or a year is put in (`saving`) or taken out (`withdrawal`); which of
 * the two is said by the verb beside it, and 「去掉」「改成0」「不是取」 take one back.
 */

const PERIOD_BEFORE =
  /(每一?|一)(年|个?月|季度?)([^，,。！!？?；;\d]{0,8})$|年年[^，,。]{0,6}$|月月[^，,。]{0,6}$|月(存|取|投|攒|领|入|结余)[^，,。]{0,3}$/;
/** 「两百万放一年」 is a sum and a time, not a sum a year. */
const PERIOD_AFTER = /^[^，,。！!？?；;\d放存定等过锁买吧]{0,2}((一|每)个?(月|年)|\/(月|年))/;

const IN = /存|攒|往里|加|添|投|放进|补|结余|省下|转入|打进/;
const OUT = /取|拿|领|花|支出|用/;
/** 「每个月能拿出三千」: what can be spared goes in, unless it is lived on. */
const SPARED =
  /(工资|收入|薪水|能|可以)[^，,。]{0,4}(剩|余|结余|省)(下|出)?|(能|可以|够|省|挤|匀|凑|抽)(?:[^，,。]{0,6})(拿|挤|匀|省|抽|凑)(得|不?了)?(?:[^，,。]{0,8})(出|下)/;
const LIVED_ON = /花(?!呗)|生活|过日子|家用|补贴|从(里面|这|中)|养老|退休/;
/** What comes or goes by itself is none of the plan's. */
const ELSE =
  /(?:工资|收入)(?!(降|少|减|跌|没)|[^，,。]{0,4}(剩|余|结余|省))|利息|房租|房贷|赚|挣|还(款|贷|信用|花呗)|交|缴|退休金(是|有)/;
/** 「中间要取」 as the line of the echo is called, and what else means it. */
const OUT_LINE = /(?<![收采争赚换获听吸])取(?!消|得|决|代|舍)|支出|拿出|领出|领钱/;

/** 「请把…改成零」. */
const NOTHING =
  /(改成|改为|改到|变成|清成|写成|填|算)\s*(0|零|没有|无|空)|清零|^\s*(0|零)(元|块)?[。！!]?$/;
const HAS_NONE = /没有(?=.*(取|存|加))/;
const DENIES =
  /不(是|用|需要|会|想|打算|要|再|能)?(再)?(要|去|中途)?(取|拿|领|支|存|攒|投|加|放|往里)|没(说|要|想|打算)/;
const TAKES_BACK = [NOTHING, REMOVES, HAS_NONE, DENIES];

const SEGMENT =
  /(?<=[，,。！!？?；;\n])|(?=(?:而)?不是)|(?=(?:而)?(?<!不)是(?:每|要|往|存|取|拿|加|攒|投))/;

const DIRECTIONS = ['saving', 'withdrawal'] as const;
type Direction = (typeof DIRECTIONS)[number];
interface Said {
  readonly toward: Direction | null;
  readonly isBack: boolean;
  readonly sum: Json | null;
}

/**
 * What folded words say of regular sums. Null for one that is taken back: 「没有中间要取」 is an answer, too,
 * where nothing was told of it.
 * `expects` is where a sum without a verb belongs; null: it says nothing.
 */
export function regularSums(
  folded: string,
  known: SlotValues,
  expects: Direction | null,
): SlotValues {
  const said = segmentsOf(folded).reduce<readonly Said[]>(
    (before, segment) => [...before, saidIn(segment, before.at(-1))],
    [],
  );
  const back = (one: Direction) => said.some(({ toward, isBack }) => toward === one && isBack);
  const told = (one: Direction) => said.some(({ toward, isBack }) => toward === one && !isBack);
  const sums = said.flatMap(({ toward, isBack, sum }) => {
    const goes = placeOf(toward, isBack, told, known, expects);
    return sum !== null && goes ? [[goes, sum] as const] : [];
  });
  const moved = sums.length === 0 ? movedSum(known, told, back) : {};
  const taken = DIRECTIONS.filter((one) => back(one) && (one in known || one === 'withdrawal')).map(
    (one) => [one, null] as const,
  );
  return { ...Object.fromEntries(taken), ...moved, ...Object.fromEntries(sums) };
}

const isKnown = (known: SlotValues, slot: Direction): boolean =>
  known[slot] !== undefined && known[slot] !== null;

/** 「1,000 元」 is one sum. */
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;

const segmentsOf = (folded: string): readonly string[] =>
  folded
    .replace(/[「」『』“”"'‘’]/g, '')
    .replace(THOUSANDS, '')
    .split(SEGMENT)
    .filter((segment) => segment.trim() !== '');

function saidIn(segment: string, before: Said | undefined): Said {
  const isBack = TAKES_BACK.some((words) => words.test(segment));
  const own = directionOf(segment);
  // 「取的那条，改成0」: which line it is was just said.
  const toward = own ?? (isBack ? (before?.toward ?? null) : null);
  return { toward, isBack, sum: ELSE.test(segment) ? null : regularSum(segment) };
}

function directionOf(segment: string): Direction | null {
  if (SPARED.test(segment) && !LIVED_ON.test(segment)) return 'saving';
  if (OUT_LINE.test(segment) && !/存取/.test(segment)) return 'withdrawal';
  if (IN.test(segment)) return 'saving';
  return regularSum(segment) !== null && OUT.test(segment) ? 'withdrawal' : null;
}

/** A sum in a clause that takes its direction back belongs to the other one, where that is told. */
function placeOf(
  toward: Direction | null,
  isBack: boolean,
  told: (one: Direction) => boolean,
  known: SlotValues,
  expects: Direction | null,
): Direction | null {
  if (isBack) return null;
  if (toward) return toward;
  if (told('saving') !== told('withdrawal')) return told('saving') ? 'saving' : 'withdrawal';
  return isKnown(known, 'saving') && !isKnown(known, 'withdrawal') ? 'saving' : expects;
}

/** 「那是存进去的，不是取」: the sum that was told moves over. */
function movedSum(
  known: SlotValues,
  told: (one: Direction) => boolean,
  back: (one: Direction) => boolean,
): SlotValues {
  const { saving = null, withdrawal = null } = known;
  if (told('saving') && back('withdrawal') && withdrawal !== null) return { saving: withdrawal };
  if (told('withdrawal') && back('saving') && saving !== null) return { withdrawal: saving };
  return {};
}

/** Whether the sum between two offsets is one of every month or year. */
export const isRegular = (folded: string, start: number, end: number): boolean =>
  PERIOD_BEFORE.test(folded.slice(0, start)) || PERIOD_AFTER.test(folded.slice(end));

function regularSum(segment: string): Json | null {
  const sum = spokenMoney(segment).find(({ start, end }) => isRegular(segment, start, end));
  if (!sum) return null;
  const around = segment.slice(Math.max(0, sum.start - 12), sum.end + 6);
  return { from: sum.from, to: sum.to, every: /月/.test(around) ? 'month' : 'year' };
}
