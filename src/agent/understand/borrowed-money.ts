import { normalize } from '../../language/fold.js';

/** 借来的钱: money that is not one's own, which nothing here is planned for or sold against (row 27). */

/** 「刷信用卡」 「房子抵押出来」 「跟亲戚周转」: ways to come by money that has to be paid back. */
const LENT =
  '信用卡|花呗|白条|借呗|微粒贷|京东金条|网贷|消费贷|信用贷|经营贷|抵押贷|装修贷|贷款|透支|额度|房抵贷';
const WAY = '借|贷|套|透支|抵押|周转|挪|筹借';
const SUM =
  '(?:钱|款|资金|现|块|[\\d一二两三四五六七八九十百千几多]+(?:来)?(?:万|千|百|w|k|块|元|亿))';
const FROM_SOMEBODY = `(?:跟|找|向|问|从|和|管)(?!你们|您|贵行|咱们|顾问)[^，。？?]{1,8}(?:${WAY})(?:了|来|到|的|出|个|点|过|$|(?=${SUM}))`;

const BORROWED: readonly RegExp[] = [
  // 「借来的二十万」 「抵押出来的两百万」 「网贷下来的钱」
  new RegExp(`(?:${WAY}|${LENT})[了来到出下里批放]*的?(?:那|这)?(?:笔|些|点|个)?${SUM}`),
  // 「刷白条凑了三万」 「把房子抵押了贷出来两百万」
  new RegExp(
    `(?:刷|用|拿|从|透支|套)(?:了|个)?(?:${LENT})[^，。]{0,4}(?:凑|买|投|来|出|借|弄|套|取|提|放|里|的|$)`,
  ),
  /(房子?|房产|车子?|保单|存单)[^，。]{0,4}(抵押|质押)(了|出来|贷|出|给银行)*[^，。]{0,10}(钱|万|款|投|买|理财|出来)/,
  // 「里有十万是问老丈人借的」 「这钱是跟朋友借的」 「信用卡套的」
  new RegExp(
    `(?:钱|款|资金|万|都|全|就|也|部分|一半)[^，。]{0,4}是[^，。]{0,10}(?:${WAY})(?:来|出来|到)?的(?!人)`,
  ),
  new RegExp(`^(?:是|都是|全是|就是)?(?:[^，。]{0,8})(?:${WAY})(?:来|出来)的(?:钱)?(?:呢|啊|吧)?$`),
  new RegExp(
    `(?:${LENT})[^，。]{0,4}(?:套|借|贷|提|刷|透支|取)(?:出来|来|出|下来)?的?(?:${SUM}|$)`,
  ),
  // 「信用卡还款前拿来周转」: what the card would be paid back with, or is in arrears with.
  new RegExp(
    `(?:${LENT})[^，。]{0,6}(?:(?:还款|账单|出账|到期)(?:日|期)?(?:之|以)?前|(?:免息期|账期)[里内中]?)[^，。]{0,6}(?:周转|拿|用|先|放|买|投|倒|挪)`,
  ),
  new RegExp(FROM_SOMEBODY),
  // 「消费贷利率才3%，贷出来买理财划算不」
  /(贷|借|套|刷|透支)(出来|来|点|了)?(买(?!房|车)|投(?!诉)|炒|理财)/,
];

/** What is owed for something else, paid back, lent to others, or only asked about; and 「没借钱」. */
const NONE_OF_IT =
  /房贷|车贷|公积金|助学|还(清|完|掉)|提前还|先还|要不要还|还(剩|有|欠)|没还|(没|没有|不是|不用|无|哪有)(去|跟|找|向)?[^，。]{0,4}(借|贷)|自己的|自有|借(给|出去?)|(被|让)[^，。]{0,6}(骗|借走)|逾期|催|工资攒|(找|向|问|跟|管)我(们|家)?[^，。]{0,4}借|(能|可以|怎么|如何|想|要)[^，。买投]{0,6}(贷款|借钱|借款|质押|抵押)(?![^，。]{0,6}(买|投|理财|炒|出来|了))/;
const INVESTS =
  /投资|理财|买(?!房|车|辆|套)|投(?!诉)|放(你们|在你|进|到|货币|银行|一|半|三)|规划|配置|配一下|打理|方案|存(你们|起来)|赚(差价|利差|点)|吃利差|套利|申购|认购/;

/** Whether the words say that the money is lent; `inPlan`: a plan is being made, or a product meant. */
export function investsBorrowed(text: string, inPlan = false): boolean {
  const folded = normalize(text).text.replace(/\s/g, '');
  const told = folded
    .split(/(?<=[，,。；;！!？?])/)
    .filter((clause) => !NONE_OF_IT.test(clause))
    .join('');
  return BORROWED.some((words) => words.test(told)) && (inPlan || INVESTS.test(folded));
}
