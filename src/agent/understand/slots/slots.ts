import type { ConversationState } from '../../../conversation/evolve.js';
import type { FlowState } from '../../../conversation/flows/flow.js';
import type { PrivacyRight } from '../../../conversation/flows/privacy.js';
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

const RIGHTS: readonly (readonly [RegExp, PrivacyRight])[] = [
  // 「删除我的营销信息」 wants no more of it, not everything deleted; nor did who 「从没同意」 to calls.
  [
    /(删(除|掉|了)?|清除).{0,6}(营销|推销|广告|推广)|(没|未)(有)?同意过?.{0,8}(打|电话|短信|推销|营销|骚扰|推广)|(天天|老是?|总是?|整天|一直).{0,4}(推销|营销|骚扰)|(推销|骚扰).{0,4}(烦|受不了|受够)/,
    'stop_marketing',
  ],
  [/删(除|掉|了)?|注销|抹掉|清除|清空/, 'delete'],
  [
    /(停止?|不要|别|不想|关(掉|闭)?|取消|拒绝|退订).{0,10}(营销|推销|广告|电话|短信|推送|骚扰)|骚扰电话|(营销|推销|广告)(的)?(短信|电话|信息|消息|邮件).{0,6}(停|关|取消|退)/,
    'stop_marketing',
  ],
  [
    /(关(掉|闭)?|退出|拒绝|不要|取消).{0,10}(个性化|画像|推荐|自动化|算法)|(个性化|画像|推荐|算法).{0,8}(关|退出|取消|停)/,
    'opt_out',
  ],
  [
    /(撤回|收回|撤销|取消|撤掉).{0,12}(同意|授权|许可)|(同意|授权).{0,8}(撤回|收回|撤销|取消|撤掉)|不再同意|反悔.{0,4}(同意|授权)/,
    'withdraw_consent',
  ],
  [
    /(怎么|为什么|凭什么|依据).{0,12}(算|评|得出|判|推荐给我|结果)|解释|说明(一下)?(理由|依据)/,
    'explain',
  ],
  [/改正?|更正|修改|更新|错(了|的)|不对/, 'correct'],
  [
    /查看|看看|查(一下|一查|询)?.{0,3}(我|个人).{0,6}(信息|资料)|存了.{0,2}(什么|哪些)|有(什么|哪些).{0,4}(信息|资料)|复制|导出|副本|拷贝|查阅/,
    'access',
  ],
];

const BETWEEN_WISHES =
  /[，,、。；;]|然后|并且?|顺便|同时|还(?=[要想请把关删停查撤])|再(?=[把关删停查撤])/;

/** 「删除我的信息，还要关掉个性化推荐」 are two; one stands alone, several in a list. */
function rightsIn(folded: string): PrivacyRight | readonly PrivacyRight[] | null {
  const wishes = folded.split(BETWEEN_WISHES).flatMap((wish) => rightIn(wish) ?? []);
  const [only, ...more] = new Set(wishes);
  return more.length > 0 && only ? [only, ...more] : (only ?? rightIn(folded));
}

const rightIn = (folded: string): PrivacyRight | null =>
  RIGHTS.find(([words]) => words.test(folded))?.[1] ?? null;

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
