/** 持有的产品等级变了 (row 25): what its holder is owed, told apart from a wish for a higher class of one's own. */

const RAISED =
  /(风险)?(等级|级别|评级)(被|给)?(你们)?(上调|调高|调升|提高|升|变高|涨)(了|成|到|为)|(从|由)?r[1-5](等级|级)?(被|给)?(上调|调高|调|升级?|变|改|涨)(高|到|成|为|至)*了?r[1-5]|(升|调|变|提)(级|高)?(到|成|为)了?r[1-5]/;
/** A product is spoken of as held, or what becomes of it is asked. */
const OF_A_HOLDING = /持有|手里|手上|买的|我(那|这)|卖|赎|强制|清仓|拿着|留着|怎么办|咋办|影响/;
const OF_ONES_OWN_CLASS =
  /测评|问卷|把.{0,4}等级|做高|(升|调|变)(级|高)?(到|成|为)了?c[1-5]|我的(风险)?等级/;

/** 「…，会不会被强制卖掉」 beside it is asked of the same matter. */
export const isOfTheHolding = (words: string): boolean => OF_A_HOLDING.test(words);

export const GRADE_RAISED = '我持有的产品风险等级上调了，怎么办？';

export const GRADE_RAISED_ENTRY = 'faq:product-grade-raised';

/** Whether words tell that a product has another grade now; `folded`: as `normalize` folds it. */
export const tellsOfGradeRaised = (folded: string): boolean =>
  RAISED.test(folded) && !OF_ONES_OWN_CLASS.test(folded.replace(/测评/g, ''));

/** `folded`: as `normalize` folds it. */
export const asksOfGradeRaised = (folded: string): boolean =>
  RAISED.test(folded) && OF_A_HOLDING.test(folded) && !OF_ONES_OWN_CLASS.test(folded);
