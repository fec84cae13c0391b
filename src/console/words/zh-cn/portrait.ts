/** 今天不能起草方案的原因。 */
const WITHHELD: Readonly<Record<string, string>> = {
  for_person: '需人工核实身份',
  opted_out: '已关闭个性化',
  data_refused: '资料不全',
  never_assessed: '未测评',
  assessment_expired: '测评已过期',
  assessment_invalid: '测评不作数',
};

/** 标签。 */
const TAGS: Readonly<Record<string, string>> = {
  never_assessed: '从未测评',
  assessment_expired: '测评过期',
  lowest_category: '风险承受能力最低类别',
  holds_above_class: '持仓高于等级',
  older: '65 岁以上，特别照顾',
};

/** 来源。 */
const SOURCES: Readonly<Record<string, string>> = {
  master: '客户资料',
  questionnaire: '风险测评',
  conversation: '会话',
  holdings: '持仓',
  rule: '规则',
};

/** 生命周期。 */
const STAGES: Readonly<Record<string, string>> = {
  prospect: '潜在客户',
  new: '新客户',
  active: '活跃',
  quiet: '沉静',
  dormant: '睡眠',
  left: '已流失',
};

/** 家庭与人生大事。 */
const EVENTS: Readonly<Record<string, string>> = {
  'child-born': '添了孩子',
  married: '结婚',
  divorced: '离婚',
  illness: '家中有人生病',
  'job-lost': '工作有变动',
  'retirement-planned': '计划退休',
  'mortgage-started': '新办房贷',
  'mortgage-settled': '房贷结清',
};

/** 关键时刻的状态。 */
const MOMENT_STATES: Readonly<Record<string, string>> = {
  open: '待办',
  postponed: '已推迟',
  told: '已告知',
  done: '已完成',
  dismissed: '不做',
  lapsed: '已过期',
};

/** 服务结果。 */
const OUTCOMES: Readonly<Record<string, string>> = {
  solved: '已解决',
  unsolved: '未解决',
  follow_up: '需跟进',
};

const BOUND: Readonly<Record<string, string>> = {
  capacity: '由承受能力决定',
  willingness: '由承受意愿决定',
  both: '两项一致',
  answers: '由个别回答决定',
};

const CAPACITIES: Readonly<Record<string, string>> = {
  full: '完全行为能力',
  limited: '限制行为能力',
  none: '无行为能力',
};

export const portraitZhCN = {
  pane: '客户资料',
  visitor: '这位是未登录的访客，没有客户资料。',
  tabs: {
    overview: '概览',
    holdings: '持仓',
    needs: '需求',
    dealings: '往来',
    complaints: '投诉',
  },
  open: '打开客户资料',
  reveal: '查看姓名与电话',
  revealNote: '查看会留痕，60 秒后重新遮盖',
  noPhone: '没有登记电话',
  unassessed: '未测评',
  assessed: (day: string) => `测评 ${day}`,
  expires: (day: string) => `至 ${day}`,
  expiresSoon: (days: number) => `${days} 天后到期`,
  expired: (day: string) => `${day} 已过期`,
  withheld: (why: string) => WITHHELD[why] ?? why,
  personalOn: '个性化 开',
  personalOff: '个性化 关',
  professional: '专业投资者',
  contactable: '可联系',
  doNotContact: '请勿打扰',
  risk: '风险承受',
  ability: '承受能力',
  willingness: '承受意愿',
  side: (points: number, of: number, tolerance: number) => `${points} / ${of} 分 · C${tolerance}`,
  sidesUnknown: '测评在别处做的，没有分项。',
  boundBy: (side: string) => BOUND[side] ?? side,
  legal: (capacity: string) => CAPACITIES[capacity] ?? capacity,
  lowest: '最低类别，只可 R1',
  tags: '标签',
  noTags: '没有标签。',
  tag: (tag: string) => TAGS[tag] ?? tag,
  source: (source: string, day: string | null) =>
    `来源 ${SOURCES[source] ?? source}${day === null ? '' : `，截至 ${day}`}`,
  stage: '生命周期',
  stageOf: (stage: string) => STAGES[stage] ?? stage,
  dealt: (first: string | null, last: string | null) =>
    first === null ? '没有交易记录' : `首次交易 ${first} · 最近 ${last ?? first}`,
  household: '家庭与收支（元）',
  event: (kind: string) => EVENTS[kind] ?? kind,
  noEvents: '没有登记家庭事项。',
  contact: '同意与联系',
  mayContact: '联系',
  marketing: '营销信息',
  agreed: '同意',
  notAgreed: '未同意',
  businesses: '愿意了解',
  lastMarketing: '上次营销触达',
  touches: (count: number) => `近 30 天联系 ${count} 次`,
  never: '没有',
  holdings: '持仓',
  asOf: (count: number, day: string) => `${count} 只 · 截至 ${day}`,
  day: (day: string) => `截至 ${day}`,
  nothingHeld: '没有持仓。',
  value: '市值（元）',
  profit: '浮动盈亏',
  product: '产品',
  grade: '等级',
  concentrated: (share: string) => `占 ${share}，超过 30% 提醒线`,
  proposals: '方案',
  liquid: '流动资产',
  spending: '月支出',
  income: '家庭年收入',
  unknown: '未填',
  needs: '需求',
  noNeeds: '还没有确认过的需求。',
  need: {
    amount: '金额（元）',
    months: '用款',
    maxLoss: '可承受亏损',
    target: '目标（元）',
    monthlySaving: '每月存入（元）',
  },
  said: '原话',
  jump: '跳到这句话',
  conversations: '会话',
  noConversations: '还没有会话。',
  messages: (count: number) => `${count} 条`,
  served: (name: string) => `${name}接待`,
  outcome: (outcome: string) => OUTCOMES[outcome] ?? outcome,
  rated: (score: number) => `评价 ${score} 分`,
  complaints: '投诉',
  noComplaints: '没有投诉。',
  wish: '诉求',
  dueBy: (day: string) => `最晚 ${day} 答复`,
  moments: '关键时刻',
  noMoments: '近 90 天没有关键时刻。',
  moment: (number: number) => `#${number}`,
  momentState: (state: string) => MOMENT_STATES[state] ?? state,
} as const;
