import { RULES } from '../../compliance/rules.js';
import type { TranscriptRule } from '../../compliance/transcript/transcript-rule.js';
import { TRANSCRIPT_RULES } from '../../compliance/transcript/transcript-rules.js';
import type { Store } from '../../store/store.js';
import type { Instant } from '../../terms/time.js';
import { addDays } from '../../terms/time.js';
import { CONCERN_RULES, JUDGE_BASIS } from '../findings/concerns.js';
import { judgedByDay } from './queries.js';
import { OF_SENTENCES, ruleStandings } from './rule-standing.js';

/** 规则台: every rule, where it comes from, whether it counts, and how right it has been. */

const EPOCH = '1970-01-01';
const WEEK = 7;

type Judged = Awaited<ReturnType<typeof judgedByDay>>;

/** `live`: ids of the rules over whole conversations that count; rules over sentences all do. */
export async function ruleLines(store: Store, live: ReadonlySet<string>, since: Instant) {
  const judged = await judgedByDay(store, since);
  const standings = await ruleStandings(store);
  const line =
    (scope: 'sentence' | 'conversation') =>
    ({ id, title, basis }: Pick<TranscriptRule, 'id' | 'title' | 'basis'>) => {
      const own = judged.filter(({ rule }) => rule === id);
      return {
        rule: id,
        title,
        scope,
        basis: { ...basis },
        state: scope === 'sentence' || live.has(id) ? ('live' as const) : ('trial' as const),
        ...(standings.get(id) ?? OF_SENTENCES),
        ...standing(own),
        weeks: weeksOf(own),
      };
    };
  const suspected = new Set(judged.map(({ rule }) => rule));
  return [
    ...RULES.map(line('sentence')),
    ...TRANSCRIPT_RULES.map(line('conversation')),
    // A model's suspicions are no rules to try or to switch: they stand here once there are any.
    ...Object.values(CONCERN_RULES)
      .filter(({ id }) => suspected.has(id))
      .map((rule) => line('sentence')({ ...rule, basis: JUDGE_BASIS })),
  ];
}

function standing(own: Judged) {
  const [right, wrong] = [count(own, 'right'), count(own, 'wrong')];
  return {
    found: right + wrong + count(own, null),
    right,
    wrong,
    precision: right + wrong === 0 ? null : right / (right + wrong),
  };
}

/** 准头走势: by the week in which the words were said, those with a verdict alone. */
function weeksOf(own: Judged) {
  const weeks = new Set(own.map(({ day }) => Math.floor(Number(day) / WEEK)));
  return [...weeks]
    .sort((a, b) => a - b)
    .map((week) => {
      const within = own.filter(({ day }) => Math.floor(Number(day) / WEEK) === week);
      return { from: addDays(EPOCH, week * WEEK), ...standing(within) };
    });
}

const count = (own: Judged, judged: 'right' | 'wrong' | null): number =>
  own.filter((row) => row.judged === judged).reduce((sum, { n }) => sum + Number(n), 0);
