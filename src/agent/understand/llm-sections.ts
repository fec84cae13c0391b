import { createHash } from 'node:crypto';
import type { FlowName } from '../../terms/command.js';
import type { TurnContext, Utterance } from '../../conversation/agent.js';

/** Untrusted text in the prompt: cleaned, capped, and fenced by a marker nobody can guess. */

const WORDS_CAP = 1_500;
const HISTORY_TURNS = 8;
const UTTERANCE_CAP = 200;
/** Format, private and control characters, lone surrogates, variation selectors; not the newline. */
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Co}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]|(?!\n)\p{Cc}/gu;
const SPEAKERS: Readonly<Record<Utterance['role'], string>> = {
  customer: '客户',
  assistant: '我',
  advisor: '理财经理',
};

/** 12 hex digits, new for every turn and the same when a turn is run again. */
export const markerOf = ({ seed, conversation, messages }: TurnContext): string =>
  createHash('sha256')
    .update(JSON.stringify([seed, conversation, messages.map(({ id }) => id)]))
    .digest('hex')
    .slice(0, 12);

/** `<<<name marker>>> … <<<end marker>>>`: data, whatever it says. */
export const section = (name: string, text: string, marker: string): string =>
  `<<<${name} ${marker}>>>\n${text}\n<<<完 ${marker}>>>`;

/**
 * Somebody else's words as they may stand in a section: no invisible characters (bidi overrides,
 * tags, zero width), no fence of ours, no `[3]` that could pass for one of our citations.
 */
export function untrusted(text: string, cap: number): string {
  const visible = text.replace(INVISIBLE, '');
  const harmless = visible
    .replace(/<<<|>>>/g, '')
    .replace(/[[【［]\s*(\d[\d\s,，、-]*)[\]】］]/g, '（$1）');
  const words = harmless.trim();
  // Code points are never more than UTF-16 units.
  if (words.length <= cap) return words;
  const points = [...words];
  return points.length <= cap ? points.join('') : `${points.slice(0, cap).join('')}…`;
}

/** What the customer says in this turn, joined; `cap` in code points. */
export const customerWords = (context: TurnContext, cap = WORDS_CAP): string =>
  untrusted(context.messages.map(({ text }) => text).join('\n'), cap);

const OLDER_TURNS = 12;
const GIST_CAP = 20;
const MATTERS: Readonly<Record<FlowName, string>> = {
  need: '需求已登记',
  complaint: '投诉已登记',
  privacy: '个人信息请求已登记',
  callback: '回电已约好',
  fraud: '已提示防骗',
  assessment: '风险测评已做过',
};

/** What lies further back, in short: what the customer asked, and matters that are settled. */
function summaryOf({ history, state }: TurnContext): string {
  const asked = history
    .slice(-HISTORY_TURNS - OLDER_TURNS, -HISTORY_TURNS)
    .filter(({ role }) => role === 'customer')
    .map(({ text }) => untrusted(text, GIST_CAP));
  const settled = state.settled.map((flow) => MATTERS[flow]);
  return [
    ...(asked.length > 0 ? [`客户问过：${asked.join('；')}`] : []),
    ...(settled.length > 0 ? [`已办完：${settled.join('、')}`] : []),
  ].join('\n');
}

/** 「第二个」 counts these, and 「还有吗」 goes on from here. */
function listedOf({ state: { listed, listing } }: TurnContext): string {
  const shown = listing
    ? `${untrusted(listing.query, UTTERANCE_CAP)}，已看过 ${listing.shown} 只`
    : '';
  return [listed.join('、'), shown].filter(Boolean).join('\n') || '无';
}

/** The matter under way, what is known of it and what was asked; free words stand in the talk itself. */
function matterOf({ state: { flow } }: TurnContext): string {
  if (!flow) return '无';
  const known = Object.fromEntries(
    Object.entries(flow.values).filter(
      ([, value]) => typeof value !== 'string' || CLOSED.test(value),
    ),
  );
  const asked = flow.stage === 'confirming' ? '等客户确认' : `正在问：${flow.asked.join('、')}`;
  return [flow.name, `已知：${untrusted(JSON.stringify(known), KNOWN_CAP)}`, asked].join('\n');
}

const KNOWN_CAP = 400;
/** A value of a closed set, such as `opt_out`; what customers wrote themselves is none. */
const CLOSED = /^[a-z_]+$/;

const HUMAN: Readonly<Record<TurnContext['state']['handoff'], string>> = {
  none: '没有请求',
  requested: '已经请求，还没约时间',
  booked: '已经约好回电',
};

/** The one message that carries what people said; the system role never does. */
export function turnSections(context: TurnContext, marker: string): string {
  const said = context.history.slice(-HISTORY_TURNS).map(({ role, text }) => {
    return `${SPEAKERS[role]}：${untrusted(text, UTTERANCE_CAP)}`;
  });
  const older = summaryOf(context);
  const products = context.state.products.join('、') || '无';
  return [
    ...(older ? [section('更早的对话摘要', older, marker)] : []),
    section('此前的对话', said.join('\n') || '无', marker),
    section('刚谈到的产品代码，最近的在前', products, marker),
    section('刚列出的产品，按显示的顺序', listedOf(context), marker),
    section('人工', HUMAN[context.state.handoff], marker),
    section('正在办的事', matterOf(context), marker),
    section('客户这次说的话', customerWords(context), marker),
  ].join('\n\n');
}
