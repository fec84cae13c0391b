/** 反问与否认: clauses that name a value only to take it back tell none: 「怎么是随时呢」「我没说三年」. */

export const CLAUSE_END = /(?<=[，,。！!？?；;\n])/;

/** 「怎么又写随时」: a value of ours, asked back. */
const ASKED_BACK =
  /(怎么|咋|干嘛|为什么|为啥)(又|还|老|会|就|总)*(是|写|成|变|记|改|说)|(怎么|咋|干嘛|为什么|为啥)(又|还|老|会|就|总)+弄|谁(说|告诉)|(没|没有|从没|哪里|哪儿)(跟你)?(说|讲|提)过?/;
/** 「不是随时要用」, with nothing put in its place. */
const DENIED = /^(都|又|也|并|我)*不是(?!.+是)/;

/** 「你没听懂」 「怎么还没改」: what was said before is still to be heard. */
const NOT_HEARD =
  /没(听懂|听明白|听见|改(过来|对|掉)?$|改[，,。！!]|变)|听不懂|(怎么|咋)(还是?|又|老)(没|不|是)|还是(错|不对|没)|不是这个意思|(又|还)(写|记|弄|搞)错|都不是[！!，,。]|(说|讲)(了|过)(好)?(几|多少|两|三)(遍|次)|跟你说了/;

/** Whether words complain that something told was not taken. */
export const isNotHeard = (text: string): boolean => NOT_HEARD.test(text);

const isTakenBack = (clause: string): boolean => ASKED_BACK.test(clause) || DENIED.test(clause);

/** Folded words without the clauses that ask our own value back. */
export const withoutAskedBack = (folded: string): string =>
  clausesWithout(folded, (clause) => ASKED_BACK.test(clause));

/** The same without plain denials, too: for words that correct nothing. */
export const withoutTakenBack = (folded: string): string => clausesWithout(folded, isTakenBack);

const clausesWithout = (folded: string, leaves: (clause: string) => boolean): string =>
  folded
    .split(CLAUSE_END)
    .filter((clause) => !leaves(clause.trim()))
    .join('');
