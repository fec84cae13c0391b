import type { FlowState } from '../../../conversation/flows/flow.js';
import type { SlotValues } from '../../../terms/command.js';
import { dialogueAct } from '../dialogue-acts.js';
import { isWronged } from '../wronged.js';

/** 投诉的两句话: what happened, and what is wanted, each in the customer's own words. */

const ONLY_THE_WISH =
  /^(那|我|俺|就|要|想|得)*(投诉|举报|反映)(一下)?(你们|你|他|她|这个人|那个人|个|问题|的|客服|银行|公司|平台|客户经理|经理|员工)*[吧啊了呀，,！!。]*$/;
/** 「你们太过分了，」 tells nothing of what happened. */
const SCOLDS =
  /^(你们?|您|这家?|银行|平台|真是?|简直|也|就)*(太|真|实在|简直)(是)?[^，,。！!]{1,5}(了)?[，,。！!\s]+|^(气死(我)?了|太气人了|忍不了了)[，,。！!\s]+/;
/** 「买的时候没人告诉我锁三年」 is told, whatever was asked; 「没告诉我，你们得退钱」 wants something. */
const TELLS_WHAT =
  /(没(有)?(人)?(跟|和|给|向|对)?我?(说|告诉|提|讲|解释)|的时候|说过|骗|隐瞒|瞒着|误导|忽悠)/;
const WANTS =
  /退|赔|道歉|查|处理|解决|给个|要求|希望|想要|想让|说法|补偿|换|免|解释|交代|重新|处罚|开除|联系|回复/;
const ADDS = /^(补充(一下|一点)?|对了|还有|另外|再加一(条|点|句))[，,：:]?/;
/** 「上个月十二号打电话说…」, asked what should be done, goes on with the story. */
const TELLS_WHEN =
  /^(就是|是)?(上个?(月|周|星期|礼拜)|去年|前年|前天|昨天|今天|当时|那天|后来|结果|[\d一二三四五六七八九十]+(月|号|年))/;
const MIN_MATTER = 6;

const CLAUSE = /[，,。！!；;、\s]+/;
/** 「查清楚」 「该赔就赔」 「给我个说法」 「把钱退我」: what is wanted, and nothing of what happened. */
const WISH = new RegExp(
  '^(那|我|俺|就|你们?|得|要|必须|应该|赶紧|马上|先|请|希望|想|要求|反正|一定|都|也|能|帮|替|至少|还是)*' +
    '(把?(我的?|那|这|亏的|扣的|全部的?|所有的?)*(钱|本金?|本钱|手续费|费用?|差价|损失)(都|全|全部)?(退|还|赔|补)' +
    '|(彻底|好好|认真)?查(清楚|清|明白?|一查|一下|个|到底)|该.{1,3}就.{1,3}|(给|讨|要)(我|咱)?(一?个)?(说法|交代|解释|道歉|结果|公道|答复)' +
    '|(退|赔)(我|钱|费|款|还|给|偿|本|礼|损失|$)|(跟|给|向)?我?(赔礼)?道(个|一?声)?歉|补偿|(处理|处罚|处分|开除|换掉?)(一?个)?(他|她|这|那|经理|顾问|人|$))' +
    '.{0,6}$',
);

const onlyWants = (words: string): boolean => {
  const clauses = words.split(CLAUSE).filter((one) => one !== '');
  const wants = clauses.filter((one) => WISH.test(one));
  return wants.length > 0 && clauses.every((one) => wants.includes(one) || ONLY_THE_WISH.test(one));
};

/** The customer's own words: what happened where that is told, what they want where that was asked. */
export function complaintSlots(text: string, flow: FlowState | null): SlotValues {
  const words = text.trim();
  if (ONLY_THE_WISH.test(words.replace(SCOLDS, ''))) return {};
  const open = flow?.name === 'complaint' ? flow : null;
  const wish = wishIn(words, open);
  if (wish !== null) return { wish };
  const told = open?.values['matter'];
  const beside = told && open?.asked.includes('wish') ? wishBeside(words) : null;
  if (beside !== null) return { ...moreTold(String(told), words), wish: beside };
  return told ? moreTold(String(told), words) : firstTold(words);
}

/** What is wanted stands for itself, whichever was asked; a yes is neither. */
function wishIn(words: string, open: FlowState | null): string | null {
  if (open?.stage === 'confirming') {
    const isMore = OF_REPLYING.test(words) || onlyWants(words);
    return isMore ? moreOf(String(open.values['wish'] ?? ''), words) : null;
  }
  if (onlyWants(words)) return words;
  if (!open?.asked.includes('wish') || dialogueAct(words)?.do === 'affirm') return null;
  return open.values['matter'] && goesOnTelling(words) ? null : words;
}

/** 「去年十二月买的，希望赔偿损失」 goes on with the story and says what is wanted. */
function wishBeside(words: string): string | null {
  const wants = words.split(CLAUSE).filter((one) => WISH.test(one));
  return wants.length > 0 ? wants.join('，') : null;
}

const goesOnTelling = (words: string): boolean =>
  TELLS_WHEN.test(words) || isWronged(words) || (TELLS_WHAT.test(words) && !WANTS.test(words));

/** How the answer should come is part of what is wanted: 「不用打电话了，发短信就行」. */
const OF_REPLYING = /^.{0,8}(打|回|来)?(电话|短信|微信|邮件|邮箱|联系(我|方式)|号码).{0,16}$/;

const firstTold = (words: string): SlotValues =>
  [...words].length < MIN_MATTER ? {} : { matter: words };

const moreTold = (told: string, words: string): SlotValues =>
  dialogueAct(words)?.do === 'affirm' ? {} : { matter: moreOf(told, words) };

const moreOf = (told: string, words: string): string => `${told}；补充：${words.replace(ADDS, '')}`;
