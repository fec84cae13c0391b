import type { ConversationState } from '../../../conversation/evolve.js';
import type { FlowState } from '../../../conversation/flows/flow.js';
import { normalize } from '../../../language/fold.js';
import type { FlowName, SlotValues } from '../../../terms/command.js';
import type { Questionnaire } from '../../../terms/questionnaire.js';
import type { LocalDate } from '../../../terms/time.js';
import { dialogueAct } from '../dialogue-acts.js';
import { fraudClauses, moneyGoneIn } from '../fraud/money-gone.js';
import { isWronged } from '../wronged.js';
import { assessmentSlots } from './assessment-slots.js';
import { callbackTimeIn } from './callback-times.js';
import { needSlots } from './need-slots.js';
import { rightsIn } from './rights.js';
import { secondThoughtIn } from './second-thoughts.js';

/** What a sentence says for the slots of one flow, as far as it can be read; the flow checks it. */
export function slotsIn(
  flow: FlowName,
  text: string,
  state: ConversationState,
  today: LocalDate,
  questionnaire?: Questionnaire,
): SlotValues {
  const open = state.flow?.name === flow ? state.flow : null;
  const asked = open?.asked ?? [];
  switch (flow) {
    case 'need':
      return needSlots(text, asked, today, open?.values);
    case 'complaint':
      return complaintSlots(text, state.flow);
    case 'privacy': {
      const right = rightsIn(normalize(text).text);
      return right ? { right } : {};
    }
    case 'callback': {
      const folded = normalize(text).text;
      const said = secondThoughtIn(folded)?.then ?? folded;
      const time = callbackTimeIn(said, state.callbackSlots, today);
      return time ? { time: { id: time.id, label: time.label } } : {};
    }
    case 'fraud':
      return sentIn(text);
    case 'assessment':
      return questionnaire ? assessmentSlots(text, state.flow, questionnaire, today) : {};
  }
}

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

/** The customer's own words: what happened where that is told, what they want where that was asked. */
function complaintSlots(text: string, flow: FlowState | null): SlotValues {
  const words = text.trim();
  if (ONLY_THE_WISH.test(words.replace(SCOLDS, ''))) return {};
  const open = flow?.name === 'complaint' ? flow : null;
  const told = open?.values['matter'];
  if (open?.asked.includes('wish') && !(told && goesOnTelling(words))) return { wish: words };
  if (open?.stage === 'confirming' && OF_REPLYING.test(words)) {
    return { wish: moreOf(String(open.values['wish'] ?? ''), words) };
  }
  return told ? moreTold(String(told), words) : firstTold(words);
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

/** Asked whether money has left, a bare yes or no answers too. */
function sentIn(text: string): SlotValues {
  const clauses = fraudClauses(text);
  const gone = moneyGoneIn(clauses);
  if (gone !== null) return { sent: gone };
  const folded = clauses.join('');
  if (/没有$|^我?(就|也|都|可)?(还)?没|^未|退群|拉黑|不理|没理|没信|不信/.test(folded))
    return { sent: false };
  return /^(转了|是的?|对|嗯)/.test(folded) ? { sent: true } : {};
}
