import type { Phrase } from './phrase.js';

/** What happened to the pen, for the line between messages. */
const MOVES: readonly Phrase[] = [
  ['客户要找真人', 'asked for a person'],
  [/^进入排队，第 (\d+) 位$/, 'queued, place $1'],
  [/^(.+) 未及时接待，退回队列$/, '$1 did not answer in time: back in the queue'],
  ['回复时限已过七成', '70 % of the time to answer has gone'],
  ['回复已超时', 'the answer is overdue'],
  [/^(.+) 接手$/, '$1 took over'],
  [/^(.+) 转交 ([^：]+)：([\s\S]+)$/, '$1 handed over to $2: $3'],
  ['交回 AI', 'back to the AI'],
  [/^交回 AI，已约定：([\s\S]+)$/, 'back to the AI; agreed: $1'],
  [/^(.+) 结束服务$/, '$1 ended the service'],
  [/^(.+) 重新打开$/, '$1 reopened it'],
  ['无人可接，已请客户约回电', 'nobody could come; a call back was offered'],
  ['客户不再等真人', 'no longer waits for a person'],
  [/^客户约了回电：(.+)$/, 'a call back was booked: $1'],
  ['AI 的一条回复因会话已有人接手而作废', 'a reply of the AI was dropped: somebody had taken over'],
  [/^客户评价 (\d) 分$/, 'rated $1'],
];

const MATTERS: Readonly<Record<string, string>> = {
  理财需求: 'a need',
  投诉: 'a complaint',
  个人信息请求: 'a request on personal data',
  约回电: 'a call back',
  疑似被骗: 'perhaps a fraud',
  风险测评: 'the assessment',
};

/** What was tried, promised and is open when somebody takes over. */
const POINTS: readonly Phrase[] = [
  [/^需求：([\s\S]+)$/, 'Need: $1'],
  [/^说到：([\s\S]+)$/, 'Spoken of: $1'],
  [/^已答：([\s\S]+)$/, 'Answered: $1'],
  [/^没答上：([\s\S]+)$/, 'No answer found: $1'],
  [/^说明不能办：([\s\S]+)$/, 'Declined: $1'],
  [/^说明不是我们的产品：([\s\S]+)$/, 'Not one of ours: $1'],
  [/^说明不在范围内：([\s\S]+)$/, 'Out of scope: $1'],
  [/^已安抚：([\s\S]+)$/, 'Comforted: $1'],
  [/^已提醒停止转账：([\s\S]+)$/, 'Asked to stop the transfer: $1'],
  [/^已给出求助电话：([\s\S]+)$/, 'Told where help is: $1'],
  [/^已登记：([\s\S]+)$/, 'Recorded: $1'],
  [/^约了回电：([\s\S]+)$/, 'A call back: $1'],
  [/^投诉已登记，(\S+) 前答复$/, 'A complaint is on file, to be answered by $1'],
  ['个人信息请求已登记，由专人办理', 'A request on personal data is on file'],
  [/^交回时约定：([\s\S]+)$/, 'Agreed when handed back: $1'],
  [
    '给过方案草稿，说明要等持证顾问审核',
    'A drafted plan, and that a licensed advisor has to review it',
  ],
  [/^还没有回复：([\s\S]+)$/, 'Unanswered: $1'],
  [/^没有依据，没答上：([\s\S]+)$/, 'Nothing to go by, no answer: $1'],
  ...Object.entries(MATTERS).flatMap(([matter, english]): readonly Phrase[] => [
    [`${matter}说到一半，还没登记`, `${english}: half told, not on file yet`],
    [`${matter}问到一半，还没登记`, `${english}: half asked, not on file yet`],
  ]),
];

export const HAPPENINGS: readonly Phrase[] = [...MOVES, ...POINTS];
