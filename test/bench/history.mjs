// A made-up past: conversations as the service itself writes them, sealed, chained and taken into the
// ledger's tree, with findings and verdicts. The same seed gives the same words.
import { insertConversation } from '../../dist/conversation/queries/conversation.js';
import { putHandoff } from '../../dist/conversation/queries/handoff.js';
import { append, newHead } from '../../dist/conversation/stream.js';
import { takeEntries, theTree } from '../../dist/ledger/tree.js';
import { keepFinding } from '../../dist/review/findings/queries.js';
import { insertReviewItem } from '../../dist/review/work/queries.js';
import { VERDICTS } from '../../dist/review/work/events.js';

const DAY_MS = 86_400_000;
const A_CONVERSATION = 10;
const AT_ONCE = 100;
export const CHANNELS = ['directline', 'bot-framework', 'wecom'];
export const RULES = ['T3', 'T9', 'T12', 'T17', 'promised-return'];
const PRODUCTS = Array.from(
  { length: 60 },
  (_, n) =>
    `${'稳健 安享 瑞丰 恒盈 远航 启明'.split(' ')[n % 6]}${'一二三四五六七八九十'[n % 10]}号`,
);
const TOPICS =
  '基金 理财 收益 风险 赎回 申购 净值 费率 定投 债券 股票 黄金 存款 保险 养老 教育金 流动性 回撤 期限 起点'.split(
    ' ',
  );
const MOODS =
  '想了解一下 能不能说说 我有点担心 最近一直在看 麻烦帮我查 朋友推荐了 听说 上次提到的'.split(' ');
const ASKS =
  '怎么样 合适吗 要多久到账 有没有手续费 会不会亏 现在能买吗 什么时候开放 可以取出来吗'.split(' ');
const REPLIES = [
  (t, p) =>
    `您好，关于${t}，${p}的说明书写明了费用与风险，过往业绩不代表未来表现，请您先看清楚再决定。`,
  (t, p) => `${p}属于中低风险，${t}的变化会影响净值，持有期内不能提前支取。`,
  (t) => `这个问题涉及${t}，我帮您转给客户经理，他会在一个工作日内联系您。`,
  (t, p) => `已经为您查到${p}最近一个月的${t}情况，具体以公告为准。`,
];
/** One message in so many has it: what is looked for. */
export const PLANTED = [
  ['保证收益', 200],
  ['稳赚不赔', 2_000],
  ['私下转账', 20_000],
  ['原始凭证遗失', 200_000],
];
const HAN_FROM = 0x4e00;

/** xorshift32: what is drawn is the same everywhere. */
export function dice(seed) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return {
    next,
    of: (list) => list[Math.floor(next() * list.length)],
    below: (n) => Math.floor(next() * n),
  };
}

/** Names and figures nobody else has, so that the vocabulary grows as that of people does. */
const oddWord = (roll) =>
  String.fromCharCode(HAN_FROM + roll.below(3_500), HAN_FROM + roll.below(3_500));

function wordsOf(roll, nth, isCustomer) {
  const [topic, product] = [roll.of(TOPICS), roll.of(PRODUCTS)];
  const planted = PLANTED.filter(([, every]) => nth % every === 7).map(([words]) => words);
  const body = isCustomer
    ? `${roll.of(MOODS)}${product}的${topic}，${roll.of(ASKS)}？我姓${oddWord(roll)}，手上有${roll.below(900) + 10}万，${roll.of(TOPICS)}和${roll.of(TOPICS)}都买过${oddWord(roll)}。`
    : `${roll.of(REPLIES)(topic, product)}编号${roll.below(1e6)}，${oddWord(roll)}。`;
  return planted.length ? `${body}${planted.join('，')}。` : body;
}

const statement = (text) => ({
  text,
  citations: [],
  facts: [],
  cards: [],
  suggestions: [],
  wording: [],
  model: 'made-up',
  aiLabel: '内容由 AI 生成',
});
const BY = { id: 'E01', name: '周宁', licences: [] };

function eventOf(roll, nth, at) {
  const isCustomer = nth % 2 === 0;
  const text = wordsOf(roll, nth, isCustomer);
  if (isCustomer) {
    const activity = { type: 'message', text, timestamp: at };
    return {
      actor: 'customer',
      at,
      event: { kind: 'MessageReceived', id: `m${nth}`, text, value: null, activity },
    };
  }
  if (nth % 20 === 19) {
    const findings = nth % 100 === 19 ? [{ rule: 'promised-return', text }] : [];
    return {
      actor: 'advisor',
      at,
      event: findings.length
        ? { kind: 'AdvisorBlocked', by: BY, text, findings }
        : {
            kind: 'AdvisorSaid',
            by: BY,
            statement: statement(text),
            inReplyTo: [],
            findings,
            reason: null,
            draft: null,
          },
    };
  }
  const outcome = { kind: 'answered', products: [] };
  return {
    actor: 'assistant',
    at,
    event: {
      kind: 'ReplyDecided',
      turn: `t${nth}`,
      inReplyTo: [],
      statement: statement(text),
      outcome,
      trace: null,
    },
  };
}

export const idOf = (nth) => `made-${String(nth).padStart(8, '0')}`;

/** The writes of one conversation of ten messages, and how many UTF-8 bytes were said in it. */
function conversationWrites(store, { nth, opened, roll, customers }) {
  const id = idOf(nth);
  const channel = CHANNELS[nth % 10 < 7 ? 0 : nth % 10 < 9 ? 1 : 2];
  const customer = nth % 5 === 0 ? null : `C${1001 + roll.below(customers)}`;
  const happened = Array.from({ length: A_CONVERSATION }, (_, i) =>
    eventOf(roll, nth * A_CONVERSATION + i, opened + i * 20_000),
  );
  const called = nth % 10 === 3 ? calledAfter(happened.at(-1).at) : [];
  const { writes, head } = append(store, 'shuzhi', id, newHead, [...happened, ...called]);
  const row = {
    id,
    channel,
    channel_conv: id,
    customer_id: customer,
    address: null,
    next_seq: head.nextSeq,
    head_hash: head.headHash,
    fence: 0,
    owner: null,
    lease_until: 0,
    pen: 'assistant',
    epoch: 0,
    opened_at: opened,
    closed_at: null,
    restricted_at: null,
  };
  const bytes = happened.reduce(
    (sum, { event }) => sum + Buffer.byteLength(event.text ?? event.statement.text),
    0,
  );
  return {
    bytes,
    writes: [
      insertConversation(store, row),
      ...writes,
      ...(called.length > 0 ? [putHandoff(store, pen(id, customer, called.at(-1).at))] : []),
      ...reviewed(store, { id, nth, opened, roll }),
    ],
  };
}

/** One conversation in ten ends with a person: called, come, and gone. */
const calledAfter = (at) =>
  [
    { kind: 'HandoffRequested', turn: 'call', reason: 'asked', slots: [] },
    { kind: 'HandoffQueued', turn: 'call', reason: 'asked', place: { position: 1, minutes: 1 } },
    { kind: 'PenTaken', by: BY },
    {
      kind: 'AdvisorSaid',
      by: BY,
      statement: statement('您好，我来接着帮您看。'),
      inReplyTo: [],
      findings: [],
      reason: null,
      draft: null,
    },
    { kind: 'HandoffResolved', by: BY, outcome: 'solved', note: null },
  ].map((event, nth) => ({ actor: 'advisor', at: at + (nth + 1) * 30_000, event }));

const pen = (id, customer, at) => ({
  conversation_id: id,
  customer_id: customer,
  stage: 'closed',
  employee_id: BY.id,
  state: '{}',
  moved_at: at,
});

/** One conversation in twenty has a finding, one in a hundred a verdict. */
function reviewed(store, { id, nth, opened, roll }) {
  const rule = RULES[nth % 20 === 0 ? roll.below(RULES.length) : 0];
  const finding = {
    conversation_id: id,
    rule,
    seq: 2,
    from_unit: 0,
    to_unit: 4,
    severity: 'hard',
    basis: '{}',
    said_at: opened + 20_000,
    employee_id: null,
    guard_then: 'passed',
    version: 'made-up',
    found_at: opened + DAY_MS,
    stands: 1,
  };
  const item = {
    conversation_id: id,
    by_lot: 1,
    score: 1,
    stratum: 'directline/machine',
    stage: 'settled',
    holder: null,
    verdict: VERDICTS[roll.below(VERDICTS.length)],
    opened_at: opened,
    settled_at: opened + DAY_MS,
    state: '{"given":[]}',
  };
  return [
    ...(nth % 20 === 0 ? [keepFinding(store, finding)] : []),
    ...(nth % 100 === 0 ? [insertReviewItem(store, item)] : []),
  ];
}

/** Fills a store with `messages`, from two years before `now` on; gives what was said, in bytes. */
export async function makeHistory(
  store,
  { messages, now, seed = 7, customers = 20_000, tell = () => undefined },
) {
  const roll = dice(seed);
  const conversations = Math.ceil(messages / A_CONVERSATION);
  const step = (2 * 365 * DAY_MS) / conversations;
  let bytes = 0;
  for (let nth = 0; nth < conversations; nth += AT_ONCE) {
    const unit = [];
    for (let one = nth; one < Math.min(nth + AT_ONCE, conversations); one += 1) {
      const made = conversationWrites(store, {
        nth: one,
        opened: Math.floor(now - (conversations - one) * step),
        roll,
        customers,
      });
      bytes += made.bytes;
      unit.push(...made.writes);
    }
    await store.commit(unit, { soft: true });
    if (nth % 10_000 === 0) tell(`${nth * A_CONVERSATION} messages written`);
  }
  let { size } = await theTree(store, 'shuzhi');
  for (let before = -1; size !== before;) {
    before = size;
    size = await takeEntries(store, size);
  }
  return { messages: conversations * A_CONVERSATION, bytes };
}
