import { normalize } from './fold.js';

/** 投保前说的情况: what speaks against one more policy by the customer's own words. */
export type SpokenFinding = 'duplicate_cover' | 'cannot_keep_paying';

const COUNTED = '[\\d一二两三四五几好]+(份|个|张|款|种|套)';
const HELD = new RegExp(
  `(已经|早就|本来|手里|手上|现在|之前|以前|去年|前年|单位|公司|家里|我)(也|都|就|给我|自己)*(有|配有)[^，。,.]{0,6}${COUNTED}|(买|投保?|配|上|保)(过|了|着)[^，。,.]{0,6}${COUNTED}|${COUNTED}[^，。,.]{0,8}(在交|交着|保着|生效|没到期)`,
);
/** 「去年买过一样的」 「单位给上过同类的」 「保障重复了」. */
const THE_SAME =
  /(买|有|投|配|上|办)(过|了|着)?[^，。,.]{0,6}(一样|一模一样|同样|相同|同类|差不多|类似)的?(了|保险|险|保障|一份|保单)?|(一样|同样|相同|同类|类似)的[^，。,.]{1,6}(我|也|都|就|早)*(买|有|投|配|上)(过|了|着)|(保障|保险|保的|责任)[^，。,.]{0,4}(重复|重叠|重了)|重复(买|投保?|配|保障)(了)?/;
/** 「再买一份」 「还想添一份」. */
const ONE_MORE =
  /(再|又|还|另外|多)(想|要|能|可以|得|有必要|打算|准备|给|我|自己)*(买|加|上|投保?|配|来|添|补|办)(一?(份|个|张)|点|些|吗|么|不|$)/;

const FAILS =
  '((交|缴|供|续|付|跟)不(起|上|动|下去|了)|断(缴|交|供)|(拿|掏)不出(保费|钱)|没钱(交|缴|续)|(撑|扛|吃)不(住|消))';
/** 「怕后面续不上保费」 「收入不稳，万一以后交不起」. */
const MAY_FAIL = new RegExp(
  `(怕|担心|万一|要是|如果|可能|不一定|不敢保证|没把握|说不定|估计|恐怕)[^，。,.]{0,12}${FAILS}`,
);
const FAILS_NOW = new RegExp(FAILS);

/** What happens then, or what is paid, is asked of the policy, and no new one is wanted. */
const ASKS_WHAT_THEN =
  /怎么办|咋办|会(怎么?样|咋样|怎样)|有(什么|啥)后果|失效|宽限|退(保|钱|多少)|减额|复效|赔|报销|理赔/;

/** Null: nothing of the kind is told, or what is asked is what follows from it. */
export function findingTold(text: string): SpokenFinding | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  if (ASKS_WHAT_THEN.test(folded)) return null;
  const wantsMore = ONE_MORE.test(folded);
  if (MAY_FAIL.test(folded) || (FAILS_NOW.test(folded) && wantsMore)) return 'cannot_keep_paying';
  return THE_SAME.test(folded) || (HELD.test(folded) && wantsMore) ? 'duplicate_cover' : null;
}
