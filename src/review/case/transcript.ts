import type { Actor, ConversationEvent } from '../../conversation/events.js';
import type { EntryLine } from '../../ledger/bundle/format.js';
import { bodyOf } from '../../ledger/bundle/format.js';
import { toLocalDate, toLocalTime } from '../../terms/time.js';
import { escapedHtml } from '../../wording/escaped-html.js';

/** One line of a conversation as people read it. */
export interface TranscriptRow {
  readonly seq: number;
  /** Asia/Shanghai, minutes. */
  readonly time: string;
  readonly who: string;
  readonly what: string;
  /** 由 AI 生成. */
  readonly isAi: boolean;
  readonly text: string;
}

const WHO: Readonly<Record<Actor, string>> = {
  customer: '客户',
  assistant: '数智员工（AI）',
  advisor: '顾问',
  service: '系统',
};

const UNSEEN = '客户没有看到';

const WHAT: Readonly<Record<ConversationEvent['kind'], string>> = {
  ConversationOpened: '会话开始',
  MessageReceived: '消息',
  ReplyDecided: '回复',
  DraftBlocked: `拦下的草稿，${UNSEEN}`,
  ReplyDropped: `作废的回复，${UNSEEN}`,
  NoticeGiven: '状态告知',
  HandoffRequested: '转人工',
  HandoffQueued: '进入排队',
  QueueMoved: '排队位置变化',
  HandoffOffered: '分派给顾问',
  DeadlineNeared: '应答时限提醒',
  HandoffRequeued: '退回队列',
  HandoffCancelled: '取消转人工',
  HandoffFailed: '无人可接，改约回电',
  CallbackBooked: '预约回电',
  PenTaken: '顾问接手',
  PenTransferred: '转交',
  PenReturned: '交回数智员工',
  HandoffResolved: `结束，结案备注${UNSEEN}`,
  HandoffReopened: '重新打开',
  AdvisorSaid: '顾问回复',
  AdvisorBlocked: `拦下的顾问发言，${UNSEEN}`,
  NoteTaken: `内部备注，${UNSEEN}`,
  DraftOffered: `给顾问的草稿，${UNSEEN}`,
  DraftDiscarded: `弃用草稿，${UNSEEN}`,
  StepDismissed: `搁置下一步建议，${UNSEEN}`,
  FlowAdvanced: '事项进展',
  FlowClosed: '事项结束',
  NeedStated: '需求登记',
  ComplaintFiled: '投诉登记',
  PrivacyRequested: '个人信息请求',
  FraudReported: '诈骗报告',
  RiskAssessed: '风险测评',
  AssessmentInvalid: '作废的测评',
  FeedbackGiven: '评价',
  ServiceRated: '服务评价',
  Delivered: '已送达',
  DeliveryFailed: '没有送达',
};

const DESTROYED = '（内容已经销毁）';
const UNREADABLE = '（这一条与账本不符，打不开）';

/** Words that were destroyed left nothing; an event that was taken out left nothing at all. */
const unreadOf = ({ seq, body, salt }: EntryLine): string =>
  seq !== null && body === null && salt === null ? DESTROYED : UNREADABLE;

interface Told {
  readonly by?: { readonly name?: unknown } | null;
  readonly text?: unknown;
  readonly statement?: { readonly text?: unknown; readonly aiLabel?: unknown };
  readonly draft?: { readonly text?: unknown } | null;
  readonly words?: unknown;
  readonly note?: unknown;
  readonly agreed?: unknown;
}

/** What an earlier or a later version of the service wrote stands under its own name. */
const named = (names: Readonly<Record<string, string>>, name: string | null): string =>
  names[name ?? ''] ?? name ?? '';

export const transcriptOf = (entries: readonly EntryLine[]): readonly TranscriptRow[] =>
  entries.map((line, index) => {
    const { seq, at, kind, actor } = line;
    const told = bodyOf(line) as Told | null;
    return {
      seq: seq ?? index + 1,
      time: at === null || !isDay(at) ? '' : `${toLocalDate(at)} ${toLocalTime(at)}`,
      who: [named(WHO, actor), told?.by?.name].filter(isWords).join(' '),
      what: named(WHAT, kind),
      isAi: actor === 'assistant' || isSignedAsAi(told),
      text: told === null ? unreadOf(line) : wordsOf(told),
    };
  });

/** What the service says in the assistant's name, as a greeting, is signed as every reply is. */
const isSignedAsAi = (told: Told | null): boolean => {
  const label = told?.statement?.aiLabel;
  return isWords(label) && /AI|人工智能/i.test(label);
};

const LATEST_DAY = 253_402_214_400_000;
const isDay = (at: number): boolean => at >= 0 && at < LATEST_DAY;

const isWords = (one: unknown): one is string => typeof one === 'string' && one !== '';

function wordsOf({ text, statement, draft, words, note, agreed }: Told): string {
  return [text, statement?.text, draft?.text, words, note, agreed].find(isWords) ?? '';
}

/** Written into the files themselves, as a copy must carry it too (标识办法). */
export interface AiLabel {
  readonly producer: string;
  readonly conversation: string;
}

export const labelOf = ({ producer, conversation }: AiLabel): string =>
  JSON.stringify({ Label: '1', ContentProducer: producer, ProduceID: conversation });

/** A page that runs nothing and loads nothing. */
export function transcriptHtml(rows: readonly TranscriptRow[], label: AiLabel): string {
  const lines = rows.map(
    ({ seq, time, who, what, isAi, text }) =>
      `<tr><td>${seq}</td><td>${escapedHtml(time)}</td><td>${escapedHtml(who)}</td>` +
      `<td>${escapedHtml(what)}${isAi ? ' <b>AI 生成</b>' : ''}</td>` +
      `<td class="text">${escapedHtml(text)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="AIGC" content="${escapedHtml(labelOf(label))}">
<title>会话记录 ${escapedHtml(label.conversation)}</title>
<style>
body { font: 14px/1.6 sans-serif; margin: 2em; }
td, th { border-bottom: 1px solid #ddd; padding: .4em .8em; text-align: left; vertical-align: top; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>会话记录 ${escapedHtml(label.conversation)}</h1>
<p>${escapedHtml(label.producer)}。标有「AI 生成」的内容由人工智能生成。时间为北京时间。</p>
<table>
<thead><tr><th>序号</th><th>时间</th><th>谁</th><th>事项</th><th>内容</th></tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

/** What a spreadsheet would take for a formula is written as text; a Chinese one reads ＝ as =. */
const cell = (text: string): string =>
  `"${(/^[\s\p{Cf}\0]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** With a byte order mark, or spreadsheets read Chinese as something else. */
export const transcriptCsv = (rows: readonly TranscriptRow[], label: AiLabel): string =>
  `\ufeff${[
    ['序号', '时间', '谁', '事项', 'AI 生成', '内容', labelOf(label)],
    ...rows.map(({ seq, time, who, what, isAi, text }) => [
      String(seq),
      time,
      who,
      what,
      isAi ? '是' : '',
      text,
    ]),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')}`;
