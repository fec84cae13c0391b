import { concernsLeaving } from '../../advice/lifecycle/cooling-off.js';
import { isQuestion } from './question-words.js';

/** 不想要这份保单了 (suitability.md row 31): said and not asked, of a policy they have. */

const THEIRS =
  /(这|那|我的?)(一)?(份|张|个|款)?(的)?(保单|保险|重疾|医疗险|寿险|年金)|(买|签|投)(了|的|过)[^，。]{0,8}(保单|保险|险)|退保/;

/** As the handbook asks it. */
export const LEAVES_POLICY = '买了保险反悔，犹豫期内怎么退？';

export const leavesPolicy = (text: string): boolean =>
  concernsLeaving(text) && THEIRS.test(text) && !isQuestion(text);
