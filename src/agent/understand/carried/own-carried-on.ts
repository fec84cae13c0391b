import { normalize } from '../../../language/fold.js';
import { spokenShare } from '../../../language/spoken-share.js';
import type { TurnContext } from '../../../conversation/agent.js';
import type { Command } from '../../../terms/command.js';
import { saidAccount, saysAccount } from '../account-told.js';
import { LEAVES_EARLY } from '../own-exit-words.js';
import { sumsIn } from '../money-words.js';
import { referredProducts, tellsOfOthers } from '../references.js';
import type { Router } from '../router.js';
import { namesTime } from './fragment.js';
import { withoutNames } from './open-question.js';

/**
 * 接着问自己那只: once what they hold was told, 「亏多少」 「卖了扣多少」 「一半呢」 are of the one of theirs that is
 * spoken of, and 「那另一只」 asks the same of another.
 */

type Side = 'profit' | 'exit';

const LEAD = '(那|就|它|这只|还(?=[亏赚])|要是|如果|现在|我|俺|先|只|还是|到底|一共|想|全|都)*';
const END = '(呢|啊|呀|吧|吗|了|的话|行吗|行不行|钱|算)*';
const SELL = '(卖|赎|取|清仓|出手)(了|掉|出|回|出来|它|光|完|一下)*';
const SHARE =
  '(一半|半数|全部|[一二两三四五六七八九十百\\d]{1,3}分之[一二三四五六七八九十\\d]{1,3}|[一二三四五六七八九\\d]成)';
const whole = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join('')}$`);

const GAIN = whole(
  LEAD,
  '(赚|亏|涨|跌|挣|赔|盈利|亏损)(了|掉|着)*(多少|几个点|百分之几|没有?|没亏|没赚|(?<=了)(吗|么)|(?<=还[亏赚])(吗|么|着吗|着么))',
  END,
);
const TAKES =
  '(要|得|会|能|还)*(扣|收|交|拿|到手|剩|得|多少|几|费|手续|大概|有|钱|赎回|天|到账|才)*';
const LEAVING = whole(LEAD, SHARE, '?', SELL, SHARE, '?', '(的话|以后|之后)?', TAKES, END);
const PART = whole(LEAD, `(${SELL})?`, SHARE, `(${SELL})?`, TAKES, END);
const PAID_OUT = /^(那|我|大概|一共)*(能|可以|会)?(拿|到手|剩)(到|回|下)?(多少|几)(钱)?[呢啊]?$/;
const WHETHER = /^(那|还|要|会|它)*(扣|收)(费|钱)?(吗|么|不|嘛)$/;
const POINTS = /第.(个|只|款)|(前|后)(面|一)(那|这)?(个|只|款)|另外?(那|一)?(个|只|款|支)/;
const ONLY_POINTS = whole(LEAD, '(的)?', `(${POINTS.source})`, '(的)?', END);

/** Replies back in which the account is still what is talked about. */
const STILL_MEANT = 4;

/** Null: nothing of the kind is asked, or nothing of theirs was told. */
export function ownCarriedOn(router: Router, context: TurnContext, text: string): Command | null {
  const { customer, state } = context;
  if (customer === null || state.flow !== null || state.held.length === 0) return null;
  if (tellsOfOthers(text)) return null;
  const rest = withoutNames(router.names, text);
  const asked =
    sideIn(rest) ?? sideAtLast(router, text) ?? (goesOn(rest) ? lastAsked(router, context) : null);
  if (asked === null) return null;
  const code = meant(router, context, text);
  if (code === null && saysAccount(context) && !POINTS.test(text)) {
    return { do: 'own_account', query: asked.words, about: asked.side };
  }
  if (code === null || !state.held.includes(code)) return null;
  const label = router.labels.get(code) ?? '';
  return { do: 'own_account', query: `${label}，${asked.words}`, about: asked.side };
}

interface Asked {
  readonly side: Side;
  readonly words: string;
}

/** Longer than this, words are no fragment. */
const LONGEST = 24;

/** Without signs; empty: too long to be a fragment. */
function folded(text: string): string {
  const said = [...text].length > LONGEST * 2 ? '' : normalize(text).text;
  const bare = said.replace(/[\s,，。.!！?？~]/g, '');
  return [...bare].length > LONGEST ? '' : bare;
}

/** What the words ask of one that is held; null: nothing of it, or of any time but now. */
function sideIn(text: string): Asked | null {
  const said = folded(text);
  if (namesTime(said)) return null;
  if (GAIN.test(said)) return { side: 'profit', words: text };
  const plain = sumsIn(said).reduce(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    said,
  );
  return LEAVING.test(plain) || LEAVES_EARLY.test(plain) ? { side: 'exit', words: text } : null;
}

/** 「一半呢」 「那第三个」 「到手多少」, or a name and no more, say nothing by themselves. */
const goesOn = (text: string): boolean => {
  const said = folded(text);
  if (said === '' && text !== '') return false;
  return (
    said.replace(/[那呢吧]/g, '') === '' ||
    [PART, PAID_OUT, WHETHER, ONLY_POINTS].some((one) => one.test(said))
  );
};

/** 「我看和润平衡昨天又跌了，我还亏吗」: told of one by name, and asked in a few words. */
function sideAtLast({ names }: Router, text: string): Asked | null {
  const clauses = text.split(/[，,。！!]/);
  const last = clauses.at(-1) ?? '';
  const isOfOne = clauses.length > 1 && names.find(text).length === 1;
  return isOfOne && names.find(last).length === 0 ? sideIn(last) : null;
}

const REMEMBERED = 6;

/** What was asked last, with the share that is named now. */
function lastAsked(router: Router, context: TurnContext): Asked | null {
  if (!saidAccount(context, STILL_MEANT)) return null;
  const said = [...context.history.filter(({ role }) => role === 'customer'), ...context.messages]
    .slice(-REMEMBERED)
    .map(({ text }) => withoutNames(router.names, text));
  const last = said.map(sideIn).findLast((one) => one !== null) ?? null;
  if (last?.side !== 'exit') return last;
  const share =
    said
      .filter(isOfShare)
      .map(shareIn)
      .findLast((one) => one !== '') ?? '';
  const isOfPaidOut = PAID_OUT.test(folded(said.at(-1) ?? ''));
  return { side: 'exit', words: `卖${share}${isOfPaidOut ? '能拿多少' : '扣多少'}` };
}

/** 「全卖呢」 is all of it. */
function shareIn(text: string): string {
  const said = folded(text);
  if (spokenShare(said) === 1) return '全部';
  return new RegExp(SHARE).exec(said)?.[0] ?? '';
}

const isOfShare = (text: string): boolean => [LEAVING, PART].some((one) => one.test(folded(text)));

/** The one named or pointed at, else the one the last replies were of. */
function meant({ names }: Router, context: TurnContext, text: string): string | null {
  const { state } = context;
  const named = names.find(text).flatMap(({ codes }) => codes);
  const held = named.filter((code) => state.held.includes(code));
  if (named.length > 0) return held.length === 1 ? (held[0] ?? null) : null;
  const [pointed] = referredProducts(text, state);
  if (pointed !== undefined) return pointed;
  const [only = null, ...more] = state.justShown;
  const isOfOne = only !== null && more.length === 0;
  if (POINTS.test(text) || (saysAccount(context) && !isOfOne)) return null;
  return isOfOne ? only : (state.products[0] ?? null);
}
