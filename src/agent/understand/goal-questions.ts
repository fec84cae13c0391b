import type { TurnContext } from '../../conversation/agent.js';
import { middleOf } from '../../conversation/flows/need.js';
import { normalize } from '../../language/fold.js';
import { spokenMoney } from '../../language/spoken-money.js';
import { readSpokenNumber } from '../../language/spoken-number.js';
import type { Command, GoalSide, SlotValues } from '../../terms/command.js';
import type { JsonObject } from '../../terms/json.js';
import { ANOTHER, WITHIN_REACH } from './plan-wishes.js';
import { furtherOf } from './plan-further-words.js';
import { needSlots, targetOf } from './slots/need-slots.js';
import { movedBy } from './slots/relative-changes.js';
import { isRegular } from './slots/regular-sums.js';

/** 问目标: whether a sum is reached, what it takes each month or how long, and what else is tried out for it. */

const TRIED = ['saving', 'horizon'];
type Today = TurnContext['today'];

/** 「每个月再存三千，十年后能到一百万吗」. */
export function sumAsked({ today }: TurnContext, text: string): Command | null {
  const words = normalize(text).text;
  const reached = targetOf(words);
  const mayBeNeeded = (ENOUGH.test(words) && /年/.test(words)) || ENOUGH_FOR.test(words);
  const target = reached ?? (mayBeNeeded ? sumNeeded(words) : null);
  if (!target || !WITHIN_REACH.test(words) || ANOTHER.test(words)) return null;
  const wants = goalSideOf(compact(text));
  // 「一年要5万，读四年」 counts no time until then; 「五年后」 does.
  const until = reached ? withoutAsked(text) : (UNTIL.exec(words)?.[0] ?? '');
  const changed = triedIn(until, today);
  const isTried = Object.keys(changed).length > 0;
  return {
    do: 'propose_plan',
    target: target.to,
    ...(isTried && { changed }),
    ...(wants && { wants }),
  };
}

const UNTIL = /[^，,。]{1,4}(年|个月)(以|之)?后/;
const ENOUGH = /够不?够|够吗|够用/;
/** 「现在够不够四十万」. */
const ENOUGH_FOR = /(够不?够|够得?到|(能|可以)到)\s*[一二两三四五六七八九十百\d]+\s*(万|千)/;
const YEARS = /(?:读|上|念|共|总共|一共|要|花)?([一二两三四五六七八九十\d]+)年/;

/** 「大学一年要5万，四年20万，够不够」: the whole that is named, or so many years of so much. */
function sumNeeded(words: string): { from: number; to: number } | null {
  const sums = spokenMoney(words);
  const whole = sums.findLast(({ start, end }) => !isRegular(words, start, end));
  if (whole) return { from: whole.from, to: whole.to };
  const [yearly] = sums;
  const years = yearly && readSpokenNumber(YEARS.exec(words.slice(yearly.end))?.[1] ?? '');
  return yearly && years ? { from: yearly.to * years.to, to: yearly.to * years.to } : null;
}

/** 「八成把握每月要存多少」 「要几年才够」 「达成的概率多大」: of the sum that is known; none: it is asked for. */
export function goalAsked(context: TurnContext, text: string): Command | null {
  const folded = compact(text);
  const within = surenessIn(folded);
  const asked = goalSideOf(folded) ?? (within === null ? null : 'chance');
  const wants = asked ?? (goesOn(context, folded) ? 'months' : null);
  if (!wants) return null;
  const { need } = context.state;
  const target = targetNamed(context) ?? (need && middleOf(need['target'] ?? null));
  if (!need || target === null) return { do: 'ask_plan', about: wants };
  const changed = triedSince(context);
  const isTried = Object.keys(changed).length > 0;
  return {
    do: 'propose_plan',
    target,
    wants,
    ...(isTried && { changed }),
    ...(within !== null && { within }),
  };
}

const SURENESS =
  /(?:百分之)?([\d.]+|[一二两三四五六七八九十]+)(%|个点|成半?)?(以上)?的?(把握|概率|可能性?|胜算|几率|机会)/;
const LEAST_SURE = 0.5;
const SUREST = 0.99;

/** 「九成把握」 「90%的概率」; null: no figure, or none that a simulation can tell of. */
function surenessIn(folded: string): number | null {
  const [said = '', digits = '', unit = ''] = SURENESS.exec(folded) ?? [];
  const number = readSpokenNumber(digits)?.from ?? Number(digits);
  const isTenths = unit.startsWith('成');
  if (!isTenths && unit === '' && !said.startsWith('百分之')) return null;
  const share = isTenths ? number / 10 + (unit === '成半' ? 0.05 : 0) : number / 100;
  return share >= LEAST_SURE && share <= SUREST ? share : null;
}

/** 「要多久」 right after the sum was reckoned. */
const goesOn = ({ history }: TurnContext, folded: string): boolean =>
  /^(那|要|得|大概|还)*(多久|几年)(呢|啊)?$/.test(folded) &&
  goalSideOf(compact(saidBy(history).at(-1) ?? '')) !== null;

const SAVING =
  /^(那|要)?(月存|月供|每月)(呢|多少)?$|(怎么|咋|怎样)(才|样才)?(能)?(够|攒够|达到|到)(呢|啊)?$|月供多少|(追加|再加|再投|补)多少|(每个?月|一个?月|月月|每年|一年).{0,6}(存|投|攒|补|加|放).{0,4}(多少|几)|(要|得|该|还)(再)?(多|每月)?(存|攒|补|投)(进去)?(多少|几)(钱|万|千)?(才|就|能|够|呢|$)/;
const MONTHS =
  /^(那|要|得|还|大概)*(等|攒|存)(几年|多久|多少年)(呢|啊)?$|(多久|几年|多少年|多长时间|几个月|哪年|什么时候|啥时候).{0,8}(攒|存得|凑|达[到成]|实现|够|能到|到得了)|(攒|存|凑|达[到成]|实现|够|到).{0,12}(多久|几年|多少年|多长时间|几个月)/;
const ELSEWHERE = /到账|到期|审|批|取|赎|利息|已经|定投|收费/;

export function goalSideOf(folded: string): GoalSide | null {
  if ([...folded].length > LONGEST || ELSEWHERE.test(folded)) return null;
  if (SAVING.test(folded)) return 'saving';
  if (MONTHS.test(folded)) return 'months';
  return furtherOf(folded)?.about === 'chance' ? 'chance' : null;
}

const LONGEST = 34;
const compact = (text: string): string => normalize(text).text.replace(/[\s，。！？!?,.、]/g, '');

/** The sum last named in so many words; null: none was. */
function targetNamed({ history }: TurnContext): number | null {
  const sums = history.flatMap(({ role, text }, at) => {
    if (role !== 'customer') return [];
    const isAnswer = history[at - 1]?.text.includes(ASKS_TARGET) && BARE_SUM.test(compact(text));
    const words = normalize(text).text;
    return (isAnswer ? spokenMoney(words)[0] : targetOf(words)) ?? [];
  });
  return sums.at(-1)?.to ?? null;
}

const saidBy = (history: TurnContext['history']): readonly string[] =>
  history.filter(({ role }) => role === 'customer').map(({ text }) => text);

/** What was tried out since the need was confirmed, or the sum named. */
function triedSince({ history, today, state }: TurnContext): SlotValues {
  const said = saidBy(history.slice(lastDraft(history)));
  const named = said.findLastIndex((words) => targetOf(normalize(words).text) !== null);
  return said
    .slice(named + 1)
    .filter((words) => !NOT_TRIED.test(compact(words)))
    .reduce<SlotValues>(
      (known, words) => ({ ...known, ...triedIn(words, today, { ...state.need, ...known }) }),
      {},
    );
}

/** Where the last draft was shown: what was told before it is in it. */
const lastDraft = (history: TurnContext['history']): number =>
  Math.max(
    0,
    history.findLastIndex(({ role, text }) => role !== 'customer' && text.includes('方案草稿，待')),
  );

/** 「每个月再存一千呢」 「放到七年呢」 after a sum was reckoned: the same sum, with that as well. */
export function triedOut(context: TurnContext, text: string): Command | null {
  const { need } = context.state;
  if (NOT_TRIED.test(compact(text))) return null;
  const before = triedSince(context);
  const known = { ...need, ...before };
  const now = { ...bareSaving(context, text), ...triedIn(text, context.today, known) };
  if (Object.keys(now).length === 0) return null;
  const target = targetNamed(context) ?? (need && middleOf(need['target'] ?? null));
  if (target === null) return ON_TOP.test(text) ? { do: 'ask_plan', about: 'chance' } : null;
  return { do: 'propose_plan', target, changed: { ...before, ...now } };
}

const NOT_TRIED = /费|赎|取|%|收益|利息|赚|亏|跌|涨|账|只|款|投诉/;

/** 「三千呢」 after what it takes each month. */
function bareSaving({ history }: TurnContext, text: string): SlotValues {
  const isOfSaving = goalSideOf(compact(saidBy(history).at(-1) ?? '')) === 'saving';
  const [sum] = BARE_SUM.test(compact(text)) ? spokenMoney(normalize(text).text) : [];
  if (!isOfSaving || !sum || sum.to > MOST_A_MONTH) return {};
  return { saving: { from: sum.from, to: sum.to, every: 'month' } };
}

const BARE_SUM =
  /^[那要是如果就存每个月想攒到]{0,6}[一二两三四五六七八九十百\d.]+(万|千|百|w|k)?[一二三四五六七八九\d]?(万|千|百)?(元|块)?(呢|行吗|够吗|怎么样|吧)?$/;

/** 「六十五万」 where the sum to be reached was asked for. */
export function sumAnswered({ history, state }: TurnContext, text: string): Command | null {
  const isAsked = history.findLast(({ role }) => role !== 'customer')?.text.includes(ASKS_TARGET);
  if (!isAsked || !state.need || !BARE_SUM.test(compact(text))) return null;
  const [sum] = spokenMoney(normalize(text).text);
  return sum ? { do: 'propose_plan', target: sum.to } : null;
}

/** As `goal_no_target` says it. */
const ASKS_TARGET = '您想攒到多少';

/** 「多存一千」 comes on top of what is put by already, 「少存五百」 off it. */
const ON_TOP = /(再|又|还)?[多少](存|攒|投|补|放|加)(个|上|进)?/;

/** Words that ask how long tell no time: 「要几年才够」. */
const ASKS_SPAN = /(好)?(几|多少)个?(年|月)/;
const withoutAsked = (text: string): string => text.replace(ASKS_SPAN, '');

function triedIn(text: string, today: Today, known: SlotValues = {}): SlotValues {
  const words = withoutAsked(normalize(text).text);
  const told = Object.entries(needSlots(words, ['saving'], today)).filter(
    ([slot, value]) => TRIED.includes(slot) && value !== null,
  );
  const more = ON_TOP.test(words) ? addedSaving(words, known) : null;
  const { horizon: longer } =
    movedBy(words, { horizon: known['horizon'] ?? null }, today)?.values ?? {};
  return {
    ...(Object.fromEntries(told) as SlotValues),
    ...(more && { saving: more }),
    ...(longer && { horizon: longer }),
  };
}

/** A sum this large is put in once. */
const MOST_A_MONTH = 20_000;

function addedSaving(words: string, known: SlotValues): JsonObject | null {
  const [sum] = spokenMoney(words.slice(words.search(ON_TOP)));
  const before = known['saving'] as JsonObject | null | undefined;
  const every = /年/.test(words) ? 'year' : String(before?.['every'] ?? 'month');
  if (!sum || sum.to > MOST_A_MONTH || (before && before['every'] !== every)) return null;
  const sign = /少(存|攒|投|补|放|加)/.test(words) ? -1 : 1;
  const moved = (key: 'from' | 'to') => Number(before?.[key] ?? 0) + sign * sum[key];
  return moved('from') < 0 ? null : { from: moved('from'), to: moved('to'), every };
}
