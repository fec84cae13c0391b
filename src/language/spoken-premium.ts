import { normalize } from './fold.js';
import { spokenMoney } from './spoken-money.js';
import { SPOKEN_NUMBER, readSpokenNumber } from './spoken-number.js';

/** 口语保费: what somebody told of a premium and of what their household earns; yuan and whole years. */
export interface SpokenPremium {
  readonly annual?: number;
  readonly single?: number;
  readonly years?: number;
  /** 家庭年收入. */
  readonly income?: number;
}

const CLAUSE = /[，,。；;！!？?]/;
const HOUSEHOLD = /家|两口子|夫妻|我们俩|咱俩|全家/;
const EARNS = /收入|年薪|工资|挣|赚|进账/;
const AT_ONCE = /一次(性)?(交|缴|付|投)|趸(交|缴)|(交|缴)一次|一把(交|缴)|一笔(交|缴)清/;
const PAYS = /交|缴|保费|买|投|存/;
const PAYS_PREMIUM = /交|缴|保费/;
const COMES_BACK = /领|返|给|拿|得/;
const BY_YEAR = /每年|一年|年(交|缴)|\/年|1年/;
const BY_MONTH = /每个?月|一个月|月(交|缴|薪|入|收入)|1个月/;
const MONTHS_A_YEAR = 12;

/**
 * 「我家一年挣二十万」 「每年交五万，交二十年」 「一次交清一百万」; empty where nothing of it is told. Of a vague
 * sum the greater premium and the smaller income are taken: what is doubtful is judged more strictly.
 */
export function spokenPremium(text: string): SpokenPremium {
  const folded = normalize(text).text.replace(/\s/g, '');
  const paid = PAYS_PREMIUM.test(folded);
  const sums = folded.split(CLAUSE).flatMap(surroundingsOf);
  const parts = sums.map((one) => premiumOf(one, paid));
  const years = yearsPaid(folded);
  return parts.reduce((all, one) => ({ ...all, ...one }), years === null ? {} : { years });
}

/** Around each sum: the words since the one before it, and after the last one the rest. */
const surroundingsOf = (clause: string) => {
  const sums = spokenMoney(clause);
  return sums.map((sum, at) => {
    const before = clause.slice(sums[at - 1]?.end ?? 0, sum.start);
    const isLast = at === sums.length - 1;
    return { sum, words: `${before}＃${isLast ? clause.slice(sum.end) : ''}` };
  });
};

/** `paid`: the sentence is of premiums, whatever this part of it says. */
function premiumOf(
  { sum, words }: ReturnType<typeof surroundingsOf>[number],
  paid: boolean,
): SpokenPremium {
  const times = BY_MONTH.test(words) ? MONTHS_A_YEAR : 1;
  if (EARNS.test(words) || isIncomeAlone(words))
    return HOUSEHOLD.test(words) ? { income: sum.from * times } : {};
  if (AT_ONCE.test(words)) return { single: sum.to };
  const isRegular = times > 1 || BY_YEAR.test(words);
  const pays = PAYS.test(words) || (paid && !COMES_BACK.test(words));
  return isRegular && pays ? { annual: sum.to * times } : {};
}

/** 「我家一年二十万」. */
const isIncomeAlone = (words: string): boolean => {
  const [before = ''] = words.split('＃');
  return HOUSEHOLD.test(before) && !PAYS.test(before) && !COMES_BACK.test(before);
};

const YEARS_PAID = new RegExp(
  `(?:交|缴)(?:费|够|满|个)?(${SPOKEN_NUMBER})年|分(${SPOKEN_NUMBER})年(?:交|缴)|(${SPOKEN_NUMBER})年(?:交|缴)(?:清|完|费)`,
);

function yearsPaid(folded: string): number | null {
  const [, ...said] = YEARS_PAID.exec(folded) ?? [];
  const number = said.find((one) => one !== undefined);
  return number === undefined ? null : (readSpokenNumber(number)?.to ?? null);
}
