import { hasCoveredSecret } from '../../compliance/identifiers.js';
import type { ConversationState } from '../../conversation/evolve.js';
import { normalize } from '../../language/fold.js';
import { PRODUCT_ASPECTS } from '../../terms/command.js';
import type { Command } from '../../terms/command.js';
import type { JsonObject } from '../../terms/json.js';
import { productCode } from '../../terms/ids.js';

/** Explicit rules that stand before any model: what must never be missed or is said outright. */

interface Rule {
  readonly when: RegExp;
  /** A sentence that only asks about the matter is not the matter. */
  readonly unless?: RegExp;
  readonly command: Command;
}

const RULES: readonly Rule[] = [
  {
    when: /自杀|轻生|遗书|不想活|活不下去|活着(还有|也?没)(什么|啥)?意思|了结(自己|生命)|想死|跳楼|割腕/,
    unless: /被保险人|受益人|理赔|条款|赔不赔|笑死|累死/,
    command: { do: 'emergency', kind: 'self_harm' },
  },
  {
    when: /安全账户|(共享|分享)屏幕|屏幕(共享|分享)|(公安|警察|检察院|法院|公检法).{0,12}(转账|转钱|汇款|账户|涉案|洗钱)|刷流水|(把|让).{0,6}验证码.{0,8}(发|给|告诉)(他|她|对方|人|客服)|(被骗|上当)了?.{0,12}(转|钱|汇|咋办|怎么办)|(转|汇).{0,10}(被骗|骗子)/,
    unless: /(什么是|是什么意思|怎么识别|如何防范|怎么防|有哪些套路)/,
    command: { do: 'emergency', kind: 'fraud' },
  },
  {
    when: /(刚|刚刚|刚才|已经).{0,10}(转|汇|打)(了|过去|给|出).{0,24}(自称|冒充|骗子|陌生人|证监会|银保监|公安|警察|网友|群里|老师带)/,
    command: { do: 'emergency', kind: 'fraud' },
  },
  {
    when: /(跳河|跳江|跳海|喝农药|上吊|不想活)/,
    unless: /被保险人|受益人|理赔|条款|赔不赔/,
    command: { do: 'emergency', kind: 'self_harm' },
  },
  {
    when: /(系统提示词|提示词|systemprompt|你的(系统)?指令|忽略(以上|之前|前面|所有))/,
    command: { do: 'out_of_scope' },
  },
  {
    when: /(告诉|让)我.{0,4}([他她]|我(妈|爸|老婆|老公|孩子|儿子|女儿)|家里?人)(们)?都?(买了|持有|账户|有多少|存了)/,
    command: { do: 'refuse', subject: 'other_customer' },
  },
  {
    when: /^(请|你)?(帮|给|替)我(做|来)?(个|一个|一份)?(规划|配置|资产配置|理财规划|理财方案|配置方案|安排)(一下)?(这笔钱|资产|理财)?[吧呗]?$/,
    command: { do: 'start_flow', flow: 'need' },
  },
  {
    when: /^(取消|不用|不要)(转)?(人工|真人|顾问|回电|预约回电|预约)(了|吧)?$/,
    command: { do: 'cancel_human' },
  },
  {
    when: /^(我要|请|帮我|给我)?(转|找|接|换|叫|请)?(个|一个|一下|位|一位)?(人工|真人|活人|人工客服|人工服务|顾问|客服)(来|服务|客服|接待|处理|一下)?(吧|啊|呀|嘛|谢谢)?$/,
    command: { do: 'request_human', reason: 'asked' },
  },
];

/** A command that needs no model, or null. */
export function ruleFor(text: string, state: ConversationState): Command | null {
  if (hasCoveredSecret(text)) return { do: 'refuse', subject: 'credentials' };
  const folded = normalize(text).text.replace(/[\s，。！？!?,.]/g, '');
  if ([...folded].length <= 1 && state.flow === null) return { do: 'clarify', options: [] };
  if (state.handoff !== 'none' && TAKES_BACK.test(folded)) return { do: 'cancel_human' };
  const rule = RULES.find(({ when, unless }) => when.test(folded) && !unless?.test(folded));
  return rule?.command ?? null;
}

/** What takes a request back while one is open, and means nothing otherwise. */
const TAKES_BACK = /^(取消|取消吧|算了|算了吧|不用了|算了不用了|不需要了|先不用了|不找了)$/;

/** A pressed card button as a command; null when it is not one of ours. */
export function commandOfCard(value: JsonObject): Command | null {
  const { intent, code, aspect, slot } = value;
  if (intent === 'request_human') return { do: 'request_human', reason: 'asked' };
  if (intent === 'callback') return { do: 'request_human', reason: 'callback' };
  if (intent === 'handoff_cancel') return { do: 'cancel_human' };
  if (intent === 'book_callback') return { do: 'book_callback', slot: String(slot ?? '') };
  if (intent === 'describe_product' && typeof code === 'string') {
    const known = PRODUCT_ASPECTS.find((one) => one === aspect) ?? 'overview';
    return { do: 'describe_product', code: productCode(code), aspects: [known], query: '' };
  }
  return null;
}
