import type { Withheld } from '../../advice/matching/standing.js';
import type { AskedNow } from '../../advice/lifecycle/next-steps.js';
import type { ReplyOutcome } from '../../conversation/events.js';
import type { ConversationState } from '../../conversation/evolve.js';
import { speaksOfFraud } from '../../conversation/evolve.js';
import type { Command, RefusedSubject } from '../../terms/command.js';

/** 提醒: what an advisor must have in mind before answering the latest message. Pure. */
export interface Warning {
  readonly kind: string;
  /** `stop`: everything else waits. */
  readonly severity: 'stop' | 'mind';
  readonly words: string;
}

export interface Warned {
  readonly commands: readonly Command[];
  readonly outcome: ReplyOutcome['kind'] | null;
  readonly state: ConversationState;
  readonly age: number | null;
  readonly withheld: Withheld | null;
  /** Products spoken of that the gate does not let anybody bring up to this customer. */
  readonly barred: readonly { readonly name: string; readonly why: string }[];
}

const OLDER = 60;
const ELDER = 65;

const WITHHELD: Readonly<Partial<Record<Withheld, string>>> = {
  for_person: '身份、尽调或行为能力待核，先核对再谈产品',
  opted_out: '客户关闭了个性化推荐，不主动推介产品',
  data_refused: '客户不提供必要信息，不能推荐',
  never_assessed: '没有做过风险测评，不能推荐产品',
  assessment_expired: '风险测评已过期，不能推荐产品',
  assessment_invalid: '风险测评作废，不能推荐产品',
};

const REFUSED: Readonly<Partial<Record<RefusedSubject, string>>> = {
  promise: '客户在要承诺：不说保本、不说收益能到多少',
  market_prediction: '客户在问涨跌：不预测',
  personal_pick: '客户要您替他挑：讲清适当性，由客户自己定',
  discretion: '客户要您代操作：不代客下单、不碰密码',
  inside_information: '客户在打听内幕消息：不提供、不传播',
  credentials: '涉及密码或验证码：提醒客户撤回，不要接收',
  other_customer: '涉及别人的账户：不查、不说',
  borrowed_money: '客户想用借来的钱：劝阻，不出方案',
};

/** The gravest first. */
export function warningsOf(warned: Warned): readonly Warning[] {
  const { withheld, barred } = warned;
  const withheldWords = withheld && WITHHELD[withheld];
  return [
    ...dangers(warned),
    ...warned.commands.flatMap((command) => {
      const words = command.do === 'refuse' ? REFUSED[command.subject] : undefined;
      return words ? [mind(command.do === 'refuse' ? command.subject : '', words)] : [];
    }),
    ...(complains(warned) ? [mind('complaint', '客户不满或要投诉：按原话登记，不劝退')] : []),
    ...(withheldWords ? [mind(withheld, withheldWords)] : []),
    ...barred.map(({ name, why }) => mind('barred', `${name}：${why}`)),
    ...elder(warned.age),
    ...(isUpset(warned) ? [mind('upset', '客户情绪不好：先承接，再讲事实')] : []),
  ];
}

/** The same, as what the next step hangs on. */
export function askedNow({ commands, outcome, state }: Warned): readonly AskedNow[] {
  const all: readonly (readonly [AskedNow, boolean])[] = [
    ['fraud', speaksOfFraud(state) || hasEmergency(commands, 'fraud')],
    ['life_in_danger', hasEmergency(commands, 'self_harm')],
    ['complaint', complains({ commands })],
    ['upset', isUpset({ commands, state })],
    ['unanswered', outcome === 'unsure' || outcome === 'apology'],
    ['selling', commands.some(isAboutSelling)],
    ['borrowing', refuses(commands, 'borrowed_money')],
    ['about_products', commands.some(isAboutProducts)],
    ['about_plan', commands.some((one) => one.do === 'plan_status' || one.do === 'ask_plan')],
  ];
  return all.filter(([, isSo]) => isSo).map(([name]) => name);
}

const mind = (kind: string, words: string): Warning => ({ kind, severity: 'mind', words });

function dangers({ commands, state }: Warned): readonly Warning[] {
  const isFraud = speaksOfFraud(state) || hasEmergency(commands, 'fraud');
  return [
    ...(hasEmergency(commands, 'self_harm')
      ? [{ kind: 'self_harm', severity: 'stop' as const, words: '话里有人身危险：先稳住人' }]
      : []),
    ...(isFraud
      ? [{ kind: 'fraud', severity: 'stop' as const, words: '疑似诈骗：请客户停下，不要转账' }]
      : []),
  ];
}

function elder(age: number | null): readonly Warning[] {
  if (age === null || age < OLDER) return [];
  const more = age >= ELDER ? '高风险产品要两人复核' : '长期保险要当面双录';
  return [mind('elder', `客户 ${age} 岁：一次讲一件、少用术语，${more}`)];
}

const hasEmergency = (commands: readonly Command[], kind: 'fraud' | 'self_harm'): boolean =>
  commands.some((command) => command.do === 'emergency' && command.kind === kind);

const refuses = (commands: readonly Command[], subject: RefusedSubject): boolean =>
  commands.some((command) => command.do === 'refuse' && command.subject === subject);

const complains = ({ commands }: Pick<Warned, 'commands'>): boolean =>
  commands.some(
    (command) =>
      (command.do === 'start_flow' && command.flow === 'complaint') ||
      (command.do === 'request_human' && command.reason === 'complaint') ||
      (command.do === 'social' && command.act === 'wronged'),
  );

const FELT = ['upset', 'scolded', 'grief', 'illness', 'hardship', 'lonely', 'fear'];

const isUpset = ({ commands, state }: Pick<Warned, 'commands' | 'state'>): boolean =>
  state.distressed ||
  commands.some((command) => command.do === 'social' && FELT.includes(command.act));

const isAboutSelling = (command: Command): boolean =>
  (command.do === 'describe_product' &&
    (command.aspects.includes('redemption') || /卖|赎|割|跌|亏/.test(command.query))) ||
  (command.do === 'refuse' && command.subject === 'personal_pick') ||
  (command.do === 'reckon_dates' && command.deal === 'sell');

const isAboutProducts = (command: Command): boolean =>
  command.do === 'list_products' ||
  command.do === 'describe_product' ||
  command.do === 'compare_products' ||
  (command.do === 'refuse' && command.subject === 'personal_pick');
