import type { EntryLine } from '../../ledger/bundle/format.js';
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

const WHO: Readonly<Record<string, string>> = {
  customer: '客户',
  assistant: '数智员工（AI）',
  advisor: '顾问',
  service: '系统',
};

const WHAT: Readonly<Record<string, string>> = {
  ConversationOpened: '会话开始',
  MessageReceived: '消息',
  ReplyDecided: '回复',
  DraftBlocked: '拦下的草稿，客户没有看到',
  HandoffRequested: '转人工',
  HandoffCancelled: '取消转人工',
  CallbackBooked: '预约回电',
  NeedStated: '需求登记',
  ComplaintFiled: '投诉登记',
  PrivacyRequested: '个人信息请求',
  FraudReported: '诈骗报告',
  RiskAssessed: '风险测评',
  AssessmentInvalid: '作废的测评',
  FeedbackGiven: '评价',
  Delivered: '已送达',
  DeliveryFailed: '没有送达',
};

const DESTROYED = '（内容已经销毁）';

interface Words {
  readonly text?: unknown;
  readonly statement?: { readonly text?: unknown };
  readonly draft?: { readonly text?: unknown };
  readonly words?: unknown;
}

export const transcriptOf = (entries: readonly EntryLine[]): readonly TranscriptRow[] =>
  entries.map(({ seq, at, kind, actor, body }, index) => ({
    seq: seq ?? index + 1,
    time: at === null ? '' : `${toLocalDate(at)} ${toLocalTime(at)}`,
    who: WHO[actor ?? ''] ?? actor ?? '',
    what: WHAT[kind ?? ''] ?? kind ?? '',
    isAi: actor === 'assistant',
    text: body === null ? DESTROYED : wordsOf(JSON.parse(body) as Words),
  }));

function wordsOf({ text, statement, draft, words }: Words): string {
  const said = text ?? statement?.text ?? draft?.text ?? words;
  return typeof said === 'string' ? said : '';
}

/** Written into the files themselves, as a copy must carry it too (标识办法). */
export interface AiLabel {
  readonly producer: string;
  readonly conversation: string;
}

const labelOf = ({ producer, conversation }: AiLabel): string =>
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
.text { white-space: pre-wrap; }
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

/** What a spreadsheet would take for a formula is written as text. */
const cell = (text: string): string =>
  `"${(/^[\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

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
