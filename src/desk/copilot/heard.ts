import type { DraftOffered } from '../../conversation/handoff/events.js';
import { needWords } from '../../conversation/handoff/summary.js';
import type { Command, ProductAspect, RefusedSubject, SocialAct } from '../../terms/command.js';
import type { SlotValues } from '../../terms/command.js';

/** 看到的意图与需求: what the machine takes the latest message for, in words for colleagues. */

export interface Heard {
  readonly intents: readonly string[];
  /** What the message tells of a need; null: nothing. */
  readonly need: string | null;
}

/** The closed set of commands, as the turn of the draft understood it. */
export const commandsOf = ({ trace }: Pick<DraftOffered, 'trace'>): readonly Command[] =>
  (trace?.commands ?? []) as unknown as readonly Command[];

export function heardIn(commands: readonly Command[]): Heard {
  const told = commands.flatMap((command): readonly SlotValues[] => {
    if (command.do === 'set_slots') return [command.values];
    return command.do === 'describe_product' && command.told ? [command.told] : [];
  });
  const need = needWords(Object.assign({}, ...told) as SlotValues);
  return { intents: [...new Set(commands.flatMap(intentOf))], need: need === '' ? null : need };
}

const ASPECTS: Readonly<Record<ProductAspect, string>> = {
  overview: '产品概况',
  fees: '费用',
  redemption: '赎回与到账',
  risk: '风险与亏损',
  minimum: '起购金额',
  performance: '过往表现',
  term: '期限',
  issuer: '发行与管理人',
  benchmark: '业绩基准',
  suitability: '适不适合',
};

const REFUSED: Readonly<Record<RefusedSubject, string>> = {
  market_prediction: '要预测涨跌',
  promise: '要收益或保本的承诺',
  inside_information: '打听内幕消息',
  discretion: '要代为操作',
  credentials: '涉及密码或验证码',
  other_customer: '打听别人的账户',
  personal_pick: '要替他挑产品',
  medical_advice: '问身体状况',
  borrowed_money: '想借钱投资',
  coached_assessment: '要提示测评答案',
  coached_by_other: '测评有人代答或授意',
};

const SOCIAL: Readonly<Partial<Record<SocialAct, string>>> = {
  upset: '情绪难受',
  wronged: '觉得被误导',
  scolded: '不满回答',
  ignored: '不满没人回应',
  broken: '不满系统',
  grief: '家有丧事',
  illness: '生病',
  hardship: '生活变故',
  shame: '不好意思问',
  lonely: '孤单',
  fear: '担心',
  joy: '喜事',
  identity: '问是不是真人',
  thanks: '道谢',
  greeting: '打招呼',
  farewell: '道别',
  told: '说自己的情况',
};

const FLOWS = {
  need: '理财规划',
  complaint: '要投诉',
  privacy: '个人信息请求',
  callback: '约回电',
  fraud: '疑似被骗',
  assessment: '做风险测评',
} as const;

/** One or more names for a command; none for what only carries another. */
function intentOf(command: Command): readonly string[] {
  switch (command.do) {
    case 'describe_product':
      return command.aspects.length === 0
        ? [ASPECTS.overview]
        : command.aspects.map((aspect) => ASPECTS[aspect]);
    case 'refuse':
      return [REFUSED[command.subject]];
    case 'start_flow':
      return [FLOWS[command.flow]];
    case 'emergency':
      return [command.kind === 'fraud' ? '疑似被骗' : '人身危险'];
    case 'social':
      return [SOCIAL[command.act] ?? '寒暄'];
    case 'request_human':
      return [command.reason === 'complaint' ? '要投诉' : '找真人'];
    default:
      return PLAINLY[command.do] ?? [];
  }
}

const PLAINLY: Readonly<Partial<Record<Command['do'], readonly string[]>>> = {
  answer: ['问规则或知识'],
  compare_products: ['比较产品'],
  reckon_dates: ['问到账日子'],
  list_products: ['看有哪些产品'],
  foreign_product: ['别家的产品'],
  own_account: ['问自己的账户'],
  my_profile: ['问自己的测评'],
  answer_plan: ['答复方案'],
  plan_status: ['问方案进度'],
  propose_plan: ['要方案'],
  ask_plan: ['问方案内容'],
  check_rebalance: ['要不要调仓'],
  clarify: ['没说清是哪一样'],
  book_callback: ['约回电'],
  cancel_human: ['不用真人了'],
  set_slots: ['说需求'],
  receive_files: ['发来文件'],
  out_of_scope: ['和业务无关'],
};
