import { spokenHorizon } from '../../../language/spoken-horizon.js';
import { spokenMoney } from '../../../language/spoken-money.js';
import { SPOKEN_NUMBER } from '../../../language/spoken-number.js';
import type { SlotValues } from '../../../terms/command.js';
import type { JsonObject } from '../../../terms/json.js';
import type { LocalDate } from '../../../terms/time.js';

/** 加减: 「再加十万」 「缩短一年」 move what was told before, and tell no sum or time of their own. */

const SUM = `(?:大概|大约)?${SPOKEN_NUMBER}\\s*(?:多)?[万千百wk]?(?:元|块钱?)?`;
const SPAN = `(?:${SPOKEN_NUMBER}|半)\\s*个?(?:年|月)`;
const NOT_TO = '(?!到|成|至|为)';
const AND = '(?:个|上|了|放|投|存|进去|一下)?\\s*';

const CHANGES = [
  [
    'amount',
    1,
    new RegExp(
      `(?:(?:再|又|还想?|多)(?:多)?(?:加|添|追加|增加)|追加|增加|(?:再|又)(?:多)?(?:投|放)(?:进去?)?)${NOT_TO}${AND}${SUM}`,
    ),
  ],
  ['amount', -1, new RegExp(`(?:再)?(?:减少|减掉?|少放|少投|去掉|拿掉)${NOT_TO}${AND}${SUM}`)],
  ['horizon', 1, new RegExp(`(?:延长|推迟|再?多放|晚用?|再加)${NOT_TO}${AND}${SPAN}`)],
  ['horizon', -1, new RegExp(`(?:缩短|提前|少放|早用?)${NOT_TO}${AND}${SPAN}`)],
] as const;

/** Each month, or each year, it is another sum. */
const REGULAR = /每|(一|1)个?(月|年)(?=[^，。]{0,4}(加|存|投))/;

export interface Moved {
  readonly values: SlotValues;
  /** The folded words besides. */
  readonly rest: string;
}

/** Null: nothing that was told before is moved. */
export function movedBy(folded: string, known: SlotValues, today: LocalDate): Moved | null {
  if (REGULAR.test(folded)) return null;
  let rest = folded;
  const values: Record<string, JsonObject> = {};
  for (const [slot, sign, words] of CHANGES) {
    const before = known[slot] as JsonObject | null | undefined;
    const [said] = words.exec(rest) ?? [];
    const by = said && before ? stepIn(slot, said, today) : null;
    const moved = by && before ? movedRange(before, sign * by) : null;
    if (!said || !moved || slot in values) continue;
    values[slot] = moved;
    rest = rest.replace(said, '');
  }
  return Object.keys(values).length > 0 ? { values, rest } : null;
}

const stepIn = (slot: 'amount' | 'horizon', said: string, today: LocalDate): number | null =>
  (slot === 'amount' ? spokenMoney(said)[0] : spokenHorizon(said, today))?.from ?? null;

function movedRange({ from, to }: JsonObject, by: number): JsonObject | null {
  const moved = { from: Number(from) + by, to: Number(to) + by };
  return moved.from > 0 ? moved : null;
}
