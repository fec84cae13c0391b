import { readSpokenNumber, SPOKEN_NUMBER } from '../language/spoken-number.js';

/** 年纪: a number of years says who a question is about, and stands in hardly any entry itself. */

/** As the lines of everyday words name them. */
export type Age = '未成年' | '老年';

const FULL_AGE = 18;
const OLD = 60;
/** More is no age. */
const OLDEST = 110;

const PERSON =
  '(?:我|俺|爸|妈|爹|娘|爷爷?|奶奶?|姥姥|姥爷|外公|外婆|公公|婆婆|老伴|老人家?|老头|老太太?|儿子|女儿|闺女|孩子|娃|弟弟?|妹妹?|今年|刚|都|快|才|已经)';
/** 「七十二岁」 「我妈72了」 「我今年 17，想开户」. */
const TOLD = new RegExp(
  `(${SPOKEN_NUMBER})(?:来|多|几)?(?:个)?周?岁|${PERSON}(${SPOKEN_NUMBER})(?:来|多|几)?(?=了|的人|[,，。?？]|$)`,
  'g',
);
/** 「还没满18」 「差两个月十八」 「不到十八岁」. */
const UNDER_AGE = /(没有?|未|不|差[^，。]{1,4}(才|就|到)?)(满|到|足)?(18|十八)/;
/** 「满8岁」 of a child is told as it is; 「几岁」 asks. */
const ASKS = /^[几数]$/;

/** The ages a folded text tells that an entry may be for; 「三十岁」 is neither. */
export function agesIn(folded: string): readonly Age[] {
  const words = folded.replaceAll(' ', '');
  if (UNDER_AGE.test(words)) return ['未成年'];
  const years = [...words.matchAll(TOLD)]
    .map(([, ofYears, ofPerson]) => ofYears ?? ofPerson ?? '')
    .filter((number) => !ASKS.test(number))
    .flatMap((number) => readSpokenNumber(number)?.from ?? []);
  return years.flatMap((age): readonly Age[] => {
    if (age > 0 && age < FULL_AGE) return ['未成年'];
    return age >= OLD && age <= OLDEST ? ['老年'] : [];
  });
}
