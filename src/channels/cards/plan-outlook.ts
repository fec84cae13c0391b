import type { Json, JsonObject } from '../../terms/json.js';
import type { Outlook, PlannedNeed } from '../../terms/plan.js';
import { aboutLikely, likelyBetween, yuan } from '../../wording/figures.js';
import { inWan } from '../pictures/look.js';
import type { PictureOf, PictureUrl } from '../pictures/picture.js';
import { picture, small, textBlock } from './elements.js';

/** 目标测算: how likely the goal is, and what the money comes to in a bad, a middle and a good course. */
export const outlookPart = (
  need: PlannedNeed,
  outlook: Outlook,
  pictureUrl: PictureUrl,
): JsonObject => ({
  type: 'Container',
  spacing: 'Medium',
  items: [
    textBlock('目标能不能达到', { weight: 'Bolder' }),
    textBlock(
      `攒够 ${yuan(outlook.target)}的测算概率${aboutLikely(outlook.probability)}${likelyBetween(outlook.low, outlook.high)}。`,
      { spacing: 'Small' },
    ),
    ...fanPicture(need, outlook, pictureUrl),
    textBlock(`到期金额：${endsInWords(outlook, yuan)}。`, { spacing: 'Small' }),
    small(`${outlook.paths.toLocaleString('en-US')} 条模拟路径得出，是假设，不是预测。`),
  ],
});

function fanPicture(
  { amount, months }: PlannedNeed,
  outlook: Outlook,
  pictureUrl: PictureUrl,
): readonly Json[] {
  const steps = thinned(outlook.fan.flatMap(stepOf));
  if (months === null || steps.length < 2) return [];
  const url = pictureUrl({ kind: 'outlook', target: outlook.target, steps });
  const said = `今天 ${yuan(amount)}，${spanOf(months)}后${endsInWords(outlook, (sum) => `${inWan(sum)}元`)}；目标 ${yuan(outlook.target)}`;
  return [picture(url, `目标测算图，AI 生成，是假设，不是预测：${said}`)];
}

type Step = PictureOf<'outlook'>['steps'][number];

/** None where a percentile is missing: plans on record may have been drafted with others. */
function stepOf({ month, values }: Outlook['fan'][number]): readonly Step[] {
  const [low, lower, middle, higher, high] = ['5', '15', '50', '85', '95'].map(
    (key) => values[key],
  );
  if (middle === undefined || low === undefined || high === undefined) return [];
  const [inner, outer] = [lower ?? low, higher ?? high];
  return [[month, ...([low, inner, middle, outer, high].map(Math.round) as Tail)]];
}

type Tail = [number, number, number, number, number];

/** An address has no room for every month, nor has the picture. */
const MOST_STEPS = 24;

function thinned(steps: readonly Step[]): Step[] {
  const every = Math.ceil((steps.length - 1) / MOST_STEPS);
  return steps.filter((_, at) => at % every === 0 || at === steps.length - 1);
}

/** The values at the end, where they are known. */
function endsInWords({ percentiles }: Outlook, inWords: (yuan: number) => string): string {
  const named = [
    ['5', '不利'],
    ['50', '居中'],
    ['95', '有利'],
  ] as const;
  const said = named.flatMap(([key, word]) =>
    percentiles[key] === undefined ? [] : [`${word}时 ${inWords(Math.round(percentiles[key]))}`],
  );
  return said.join('，');
}

export const spanOf = (months: number): string =>
  months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`;
