import type { ConversationEvent } from '../../conversation/events.js';

type Kind = ConversationEvent['kind'];

/** Every kind of event there is of a conversation: without one of them this does not compile. */
const KINDS: Readonly<Record<Kind, true>> = {
  AdvisorBlocked: true,
  AdvisorSaid: true,
  AssessmentInvalid: true,
  CallbackBooked: true,
  ComplaintFiled: true,
  ConversationOpened: true,
  DeadlineNeared: true,
  Delivered: true,
  DeliveryFailed: true,
  DraftBlocked: true,
  DraftDiscarded: true,
  DraftOffered: true,
  FeedbackGiven: true,
  FlowAdvanced: true,
  FlowClosed: true,
  FraudReported: true,
  HandoffCancelled: true,
  HandoffFailed: true,
  HandoffOffered: true,
  HandoffQueued: true,
  HandoffReopened: true,
  HandoffRequested: true,
  HandoffRequeued: true,
  HandoffResolved: true,
  MessageReceived: true,
  NeedStated: true,
  NoteTaken: true,
  NoticeGiven: true,
  PenReturned: true,
  PenTaken: true,
  PenTransferred: true,
  PrivacyRequested: true,
  QueueMoved: true,
  ReplyDecided: true,
  ReplyDropped: true,
  RiskAssessed: true,
  ServiceRated: true,
  StepDismissed: true,
};

export const RECORD_KINDS = Object.keys(KINDS) as [Kind, ...Kind[]];
