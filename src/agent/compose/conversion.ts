import type { ConversionRequest } from '../../advice/suitability/professional-conversion.js';
import { judgeConversion } from '../../advice/suitability/professional-conversion.js';
import type { TurnContext } from '../../conversation/agent.js';
import { spokenMeans } from '../../language/spoken-means.js';
import type { SpokenMeans } from '../../language/spoken-means.js';
import type { NumberRange } from '../../language/spoken-number.js';
import type { Fact } from '../../terms/fact.js';
import { yuan } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';
import { CALL_A_PERSON } from './social.js';

/** 转专业投资者 (suitability.md row 23): what was told held against the thresholds; a person decides. */

const WORDING = { true: 'conversion_enough', false: 'conversion_short', null: 'conversion_open' };

/** None: nothing was told that could be judged. `words`: the customer's. */
export function conversionParagraphs(
  wordings: Wordings,
  { seed }: Pick<TurnContext, 'seed'>,
  words: string,
): readonly Paragraph[] {
  const means = spokenMeans(words);
  const told = toldOf(means);
  if (told.length === 0) return [];
  // What was only told roughly counts where the least and the most of it come to the same.
  const [least, most] = (['from', 'to'] as const).map(
    (end) => judgeConversion(requestOf(means, end)).meetsThresholds,
  );
  const id = WORDING[`${least === most ? least! : null}`];
  const part = { facts: told.flatMap(({ facts }) => facts), suggestions: [CALL_A_PERSON] };
  return [worded(wordings, id, { told: told.map(({ text }) => text).join('、') }, seed, part)];
}

const requestOf = (
  { assets, income, years }: SpokenMeans,
  end: keyof NumberRange,
): ConversionRequest => ({
  regime: 'CSRC_FUND',
  financialAssets: assets?.[end] ?? null,
  averageIncome: income?.[end] ?? null,
  experienceYears: years?.[end] ?? null,
});

interface Told {
  readonly text: string;
  readonly facts: readonly Fact[];
}

function toldOf({ assets, income, years }: SpokenMeans): readonly Told[] {
  const money = (label: string, range: NumberRange | null): readonly Told[] =>
    range === null ? [] : [said(label, range, yuan, 'yuan')];
  return [
    ...money('金融资产', assets),
    ...money('年收入', income),
    ...(years === null ? [] : [experience(years)]),
  ];
}

const experience = (years: NumberRange): Told =>
  years.to === 0
    ? { text: '没有投资经历', facts: [] }
    : said('投资经历', years, (value) => `${value} 年`, 'year');

function said(
  label: string,
  { from, to }: NumberRange,
  inWords: (value: number) => string,
  unit: Fact['unit'],
): Told {
  const ends = from === to ? [from] : [from, to];
  return {
    text: `${label} ${ends.map(inWords).join('至 ')}`,
    facts: ends.map((value) => ({ value, unit, label: `您说的${label}` })),
  };
}
