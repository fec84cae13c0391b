import { normalize } from './fold.js';
import type { SpokenMoney } from './spoken-money.js';
import { spokenMoney } from './spoken-money.js';
import type { NumberRange } from './spoken-number.js';
import { SPOKEN_NUMBER, readSpokenNumber } from './spoken-number.js';

/** 口语里的财力和经历: what somebody tells of their means; null: nothing was told of it. */
export interface SpokenMeans {
  /** Yuan; a home is none. */
  readonly assets: NumberRange | null;
  /** Yuan a year. */
  readonly income: NumberRange | null;
  readonly years: NumberRange | null;
}

/** Right before an amount. */
const EARNED = /(年入|年薪|收入|工资|薪水|一年(能|可以)?(挣|赚|拿))[^，。；,;]{0,6}$/;
const MONTHLY = /(月入|月薪|月收入|每月|一?个月)[^，。；,;]{0,8}$/;
const OF_A_HOME = /(房子?|住房|房产|车子?)[^，。；,;]{0,5}$/;
const SUMS_UP = /(一共|总共|加起来|合计|拢共|合起来)[^，。；,;]{0,4}$/;
const MONTHS = 12;

/** How far back from an amount its words are looked for. */
const BEFORE = 12;

const EXPERIENCED = new RegExp(
  `(?:炒|买|做|玩|投|股龄|经验|经历)[^，。；,;]{0,10}?(${SPOKEN_NUMBER})(?:多|来|几)?年|(${SPOKEN_NUMBER})(?:多|来)?年的?(?:投资|炒股|股龄|基金|理财|经验|经历|老股民|老基民)`,
);
const NEVER = /(没|从没|从来没|没有)(有)?(买|炒|投|碰)过|第一次(买|投)|没(有)?(投资)?(经验|经历)/;

export function spokenMeans(text: string): SpokenMeans {
  const folded = normalize(text).text;
  const sums = spokenMoney(text).map((sum) => ({
    sum,
    before: folded.slice(Math.max(0, sum.start - BEFORE), sum.start),
  }));
  const earned = sums.filter(({ before }) => EARNED.test(before) || MONTHLY.test(before));
  const owned = sums.filter((one) => !earned.includes(one) && !OF_A_HOME.test(one.before));
  const whole = owned.filter(({ before }) => SUMS_UP.test(before));
  const [income] = earned;
  return {
    assets: added((whole.length > 0 ? whole.slice(-1) : owned).map(({ sum }) => sum)),
    income: income ? times(income.sum, MONTHLY.test(income.before) ? MONTHS : 1) : null,
    years: yearsIn(folded),
  };
}

const added = (sums: readonly SpokenMoney[]): NumberRange | null =>
  sums.length === 0
    ? null
    : sums.reduce((all, { from, to }) => ({ from: all.from + from, to: all.to + to }), {
        from: 0,
        to: 0,
      });

const times = ({ from, to }: NumberRange, factor: number): NumberRange => ({
  from: from * factor,
  to: to * factor,
});

function yearsIn(folded: string): NumberRange | null {
  const [, after, before] = EXPERIENCED.exec(folded) ?? [];
  const said = after ?? before;
  if (said !== undefined) return readSpokenNumber(said);
  return NEVER.test(folded) ? { from: 0, to: 0 } : null;
}
