import type { Line } from '../../review/shapes.js';
import type { Words } from '../words.js';
import { channelEn } from './channels.js';

/** Kinds of entries of a conversation; one that is missing does not compile. */
const KINDS: Readonly<Record<Line['kind'], string>> = {
  ConversationOpened: 'Conversation opened',
  HandoffRequested: 'Person asked for',
  HandoffQueued: 'Queued',
  QueueMoved: 'Queue moved',
  HandoffOffered: 'Offered',
  HandoffRequeued: 'Back in the queue',
  HandoffCancelled: 'No longer waiting',
  HandoffResolved: 'Service ended',
  HandoffReopened: 'Reopened',
  HandoffFailed: 'Nobody available',
  DeadlineNeared: 'Deadline near',
  PenTaken: 'Taken over',
  PenTransferred: 'Transferred',
  PenReturned: 'Back to the AI',
  CallbackBooked: 'Callback booked',
  ServiceRated: 'Service rated',
  FlowAdvanced: 'Next step',
  FlowClosed: 'Steps ended',
  NeedStated: 'Need recorded',
  ComplaintFiled: 'Complaint filed',
  PrivacyRequested: 'Privacy request',
  FraudReported: 'Fraud reported',
  RiskAssessed: 'Risk assessed',
  AssessmentInvalid: 'Assessment void',
  FeedbackGiven: 'Feedback',
  Delivered: 'Delivered',
  DeliveryFailed: 'Not delivered',
  DraftDiscarded: 'Draft dropped',
  StepDismissed: 'Suggestion put aside',
  AdvisorBlocked: 'Advisor’s words stopped',
  AdvisorSaid: 'Advisor’s reply',
  DraftBlocked: 'AI draft stopped',
  DraftOffered: 'Draft for the advisor',
  MessageReceived: 'Customer’s message',
  NoteTaken: 'Internal note',
  NoticeGiven: 'Service notice',
  ReplyDecided: 'AI reply',
  ReplyDropped: 'Reply that came too late',
};

const FLOWS: Readonly<Record<string, string>> = {
  need: 'need',
  complaint: 'complaint',
  privacy: 'personal information',
  callback: 'callback',
  fraud: 'fraud',
  assessment: 'risk assessment',
};

const flowOf = (flow: string): string => FLOWS[flow] ?? flow;

/** What an entry without words of its own is about; all others are told as they are. */
const HAPPENED: Readonly<Partial<Record<string, (detail: string) => string>>> = {
  ConversationOpened: channelEn,
  HandoffQueued: (place) => `place ${place}`,
  ServiceRated: (score) => `${score} of 5`,
  FlowAdvanced: flowOf,
  FlowClosed: flowOf,
};

const ACTORS: Readonly<Record<Line['who'], string>> = {
  customer: 'Customer',
  assistant: 'AI',
  advisor: 'Advisor',
  service: 'System',
};

const nameOf = (names: Readonly<Record<string, string>>, name: string): string =>
  names[name] ?? name;

export const kindsEn: Pick<Words['review'], 'kinds' | 'actor' | 'happened'> = {
  /** Of other streams as they are. */
  kinds: (kind) => nameOf(KINDS, kind),
  actor: (actor) => nameOf(ACTORS, actor),
  happened: (kind, detail) => HAPPENED[kind]?.(detail) ?? detail,
};
