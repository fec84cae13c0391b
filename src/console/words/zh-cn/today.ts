/** 暂不能联系客户的原因。 */
const BARRIERS: Readonly<Record<string, string>> = {
  do_not_contact: '客户登记了请勿打扰',
  no_consent: '客户没有同意接收营销信息',
  personalization_off: '客户关闭了个性化推荐',
  gate: '适当性不允许向这位客户提起',
  no_business_consent: '客户没有同意了解这类业务',
  weekly_cap: '本周已做过一次营销触达',
  quiet_hours: '静默时段',
};

/** 渠道。 */
const CHANNELS: Readonly<Record<string, string>> = {
  app: '应用内',
  task: '待办',
  call: '电话',
  sms: '短信',
  letter: '信函',
  meeting: '面谈',
  chat: '会话',
  silent: '内部',
};

/** 一件事，说它为什么在这里要用到的。 */
interface RankedMoment {
  readonly number: number;
  readonly why: string;
  readonly reason: string;
  readonly stake: number;
  readonly likelihood: number;
  readonly budget: number;
}

export const todayZhCN = {
  momentName: (_number: number, name: string): string => name,
  momentAction: (_number: number, _audience: string, action: string): string => action,
  /** 为什么是现在：一句；另一种语言里先说是哪类时刻。 */
  whyNow: ({ why }: RankedMoment): string => why,
  rankedFor: ({ reason }: RankedMoment): string => reason,
  list: '今日待办',
  one: '这件事',
  loading: '正在整理今天要做的事',
  none: '今天没有要做的事',
  noneLine: '客户有到期、回撤、大额进出这样的时刻，会出现在这里。',
  noneHere: '这一栏现在没有。',
  tabs: { all: '全部', today: '今天', week: '本周', later: '已推迟', told: '等结果' },
  order: '按 客户价值 × 行动可能 × 触达余量 排序',
  kpi: { todo: '待办', done: '今日已完成', acted: '触达后有行动', marketing: '近 7 天营销触达' },
  kpiOf: (part: number, whole: number) => `${part} / ${whole}`,
  kpiDue: (count: number) => (count === 0 ? '今天没有到期的' : `其中 ${count} 件今天到期`),
  kpiDays: '近 30 天有结果的',
  kpiCap: '每位客户每周至多 1 次',
  columns: {
    score: '得分',
    who: '客户',
    why: '为什么是现在',
    due: '时限',
    way: '渠道',
    act: '操作',
  },
  due: (days: number) => (days <= 0 ? '今天' : days === 1 ? '明天' : `${days} 天内`),
  again: (day: string) => `推迟到 ${day}`,
  score: (score: number) => `得分 ${score}`,
  number: (number: number) => `#${number}`,
  age: (age: number) => `${age} 岁`,
  channel: (channel: string) => CHANNELS[channel] ?? channel,
  barrier: (barrier: string) => BARRIERS[barrier] ?? barrier,
  until: (moment: string) => `${moment} 后可以`,
  told: '已写给客户，等结果',
  facts: '触发的事实',
  noFacts: '依据见右侧原因。',
  basis: '依据',
  ranked: '为什么排在这里',
  parts: { value: '客户价值', likelihood: '行动可能', budget: '触达余量' },
  toDo: '该做什么',
  write: '修改并发送',
  letterLine: '还没有发出，改好再发',
  open: '打开会话',
  noTalk: '客户没有打开的会话，请改用电话。',
  message: '写给客户的话',
  messageHint: '发送前与 AI 使用同一套守则；发出后会话由您接待。',
  reason: '为什么仍要这样说（留痕）',
  send: '发送给客户',
  sent: '已发出，会话由您接待',
  outcome: '结果',
  outcomeTitle: '这件事的结果',
  outcomes: {
    acted: '客户有行动',
    reached: '联系上了',
    not_reached: '没联系上',
    not_interested: '客户不需要',
    complained: '客户有意见',
  },
  remark: '备注（可不填）',
  save: '记录',
  saved: '已记录',
  postpone: '推迟',
  postponeTitle: '推迟到哪一天',
  postponeDay: '日期',
  postponed: '已推迟',
  tooLate: '最晚只能推迟到有效期的最后一天',
  skip: '不做…',
  skipTitle: '为什么不做',
  skipLine: '只用来改进提醒，不影响考核。',
  skipReasons: [
    '客户刚联系过',
    '客户说过不需要',
    '情况已经变了',
    '现在谈不合适',
    '其他',
  ] as readonly string[],
  skipWords: '补充说明（可不填）',
  skipped: '已移出今日待办',
  cancel: '取消',
  customer: '客户资料',
  keys: '上下 · 打开 · 推迟 · 不做',
} as const;
