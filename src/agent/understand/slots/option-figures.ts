import { isWithin } from '../../../advice/profiling/doubts.js';
import { spokenHorizon } from '../../../language/spoken-horizon.js';
import { spokenMoney } from '../../../language/spoken-money.js';
import type { NumberRange } from '../../../language/spoken-number.js';
import { SPOKEN_NUMBER, loosen, readSpokenNumber } from '../../../language/spoken-number.js';
import type { Option, Question } from '../../../terms/questionnaire.js';
import type { LocalDate } from '../../../terms/time.js';

/** 「四十五」 「一年二十来万」 「最多亏一成」: the option under which a figure falls; null: none, or it may be two. */
export function optionByFigure(
  folded: string,
  question: Question,
  today: LocalDate,
): Option | null {
  const range = figureIn(folded, question, today);
  if (!range) return null;
  const { options } = question;
  const low = options.find((option) => isWithin(option, range.from));
  const high = options.find((option) => isWithin(option, range.to));
  return low !== undefined && low === high ? low : null;
}

function figureIn(
  folded: string,
  { measure, base }: Question,
  today: LocalDate,
): NumberRange | null {
  switch (measure) {
    case 'years_old':
      return ageIn(folded);
    case 'yuan':
      return spokenMoney(folded)[0] ?? null;
    case 'percent':
      return shareIn(folded) ?? (base === undefined ? null : sumAsShare(folded, base));
    case 'horizon_months':
      return spokenHorizon(folded, today);
    case 'years': {
      const months = spokenHorizon(folded, today);
      return months && { from: months.from / 12, to: months.to / 12 };
    }
    default:
      return null;
  }
}

const AGE = new RegExp(`(${SPOKEN_NUMBER})(来|多|几|出头)?\\s*(?:周?岁|了|$)`);
const OLDEST = 120;

/** 「45」 「四十五岁」 「六十多了」. */
function ageIn(folded: string): NumberRange | null {
  const match = AGE.exec(folded.replace(/[。，,!！吧啊]+$/, ''));
  const said = match && readSpokenNumber(match[1] ?? '');
  if (!said || said.to > OLDEST) return null;
  const { from, to } = loosen(said, match[2] ?? '');
  return { from, to: from === to ? to : to - 1 };
}

const PERCENT = new RegExp(`(${SPOKEN_NUMBER})\\s*(?:%|个点|个百分点)|百分之(${SPOKEN_NUMBER})`);
const TENTHS = new RegExp(`(${SPOKEN_NUMBER})\\s*成`);

function shareIn(folded: string): NumberRange | null {
  const percent = PERCENT.exec(folded);
  if (percent) return readSpokenNumber(percent[1] ?? percent[2] ?? '');
  const match = TENTHS.exec(folded);
  const tenths = match && readSpokenNumber(match[1] ?? '');
  return tenths && { from: tenths.from * 10, to: tenths.to * 10 };
}

/** A sum of the base asked about, 「亏一万」 of 10 万, as a share. */
function sumAsShare(folded: string, base: number): NumberRange | null {
  // 「10 万亏 1 万」 names the base first.
  const sum = spokenMoney(folded).find(({ from }) => from < base);
  return sum ? { from: (sum.from / base) * 100, to: (sum.to / base) * 100 } : null;
}
