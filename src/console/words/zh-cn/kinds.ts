import type { Line } from '../../review/shapes.js';
import { channelZhCN } from './channels.js';

/** 会话里每一种记录的中文名；少一种编译不过。 */
const KINDS: Readonly<Record<Line['kind'], string>> = {
  ConversationOpened: '会话开始',
  HandoffRequested: '转人工',
  HandoffQueued: '进入排队',
  QueueMoved: '排队移动',
  HandoffOffered: '分派',
  HandoffRequeued: '退回队列',
  HandoffCancelled: '不再等真人',
  HandoffResolved: '结束服务',
  HandoffReopened: '重新打开',
  HandoffFailed: '无人可接',
  DeadlineNeared: '时限提醒',
  PenTaken: '接手',
  PenTransferred: '转交',
  PenReturned: '交回 AI',
  CallbackBooked: '预约回电',
  ServiceRated: '服务评价',
  FlowAdvanced: '流程推进',
  FlowClosed: '流程结束',
  NeedStated: '需求登记',
  ComplaintFiled: '投诉登记',
  PrivacyRequested: '个人信息请求',
  FraudReported: '诈骗报告',
  RiskAssessed: '风险测评',
  AssessmentInvalid: '作废的测评',
  FeedbackGiven: '评价',
  Delivered: '已送达',
  DeliveryFailed: '没有送达',
  DraftDiscarded: '草稿弃用',
  StepDismissed: '建议搁置',
  AdvisorBlocked: '顾问的话被拦下',
  AdvisorSaid: '顾问回复',
  DraftBlocked: 'AI 草稿被拦下',
  DraftOffered: '给顾问的草稿',
  MessageReceived: '客户消息',
  NoteTaken: '内部备注',
  NoticeGiven: '系统告知',
  ReplyDecided: 'AI 回复',
  ReplyDropped: '作废的回复',
};

const FLOWS: Readonly<Record<string, string>> = {
  need: '需求',
  complaint: '投诉',
  privacy: '个人信息',
  callback: '约回电',
  fraud: '反诈',
  assessment: '风险测评',
};

const flowOf = (flow: string): string => FLOWS[flow] ?? flow;

/** 没有原话的记录，补一两个字说清；其余的照原样。 */
const HAPPENED: Readonly<Partial<Record<string, (detail: string) => string>>> = {
  ConversationOpened: channelZhCN,
  HandoffQueued: (place) => `第 ${place} 位`,
  ServiceRated: (score) => `${score} 分`,
  FlowAdvanced: flowOf,
  FlowClosed: flowOf,
};

const ACTORS: Readonly<Record<Line['who'], string>> = {
  customer: '客户',
  assistant: 'AI',
  advisor: '顾问',
  service: '系统',
};

const nameOf = (names: Readonly<Record<string, string>>, name: string): string =>
  names[name] ?? name;

export const kindsZhCN = {
  /** 会话之外的账目照原样显示。 */
  kinds: (kind: string): string => nameOf(KINDS, kind),
  actor: (actor: string): string => nameOf(ACTORS, actor),
  happened: (kind: string, detail: string): string => HAPPENED[kind]?.(detail) ?? detail,
};
