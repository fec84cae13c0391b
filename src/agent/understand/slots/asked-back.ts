/** 反问与否认: clauses that name a value only to take it back tell none: 「怎么是随时呢」「我没说三年」. */

export const CLAUSE_END = /(?<=[，,。！!？?；;\n])/;

/** 「怎么又写随时」: a value of ours, asked back. */
const ASKED_BACK =
  /(怎么|咋|干嘛|为什么|为啥)(又|还|老|会|就|总)*(是|写|成|变|记|弄|改|说)|谁(说|告诉)|(没|没有|从没|哪里|哪儿)(跟你)?(说|讲|提)过?/;
/** 「不是随时要用」, with nothing put in its place. */
const DENIED = /^(都|又|也|并|我|我都)*不是(?!.+是)/;

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
