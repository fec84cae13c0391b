import type { Fact } from '../../terms/fact.js';
import type { Plan } from '../../terms/plan.js';
import { riskLabel } from '../../terms/risk.js';
import { exactYuan, monthInChat, percent, signedPercent, spaced } from '../../wording/figures.js';
import type { Paragraph } from './paragraph.js';
import { join } from './paragraph.js';
import type { Say } from './proposal.js';
import { lossParagraph, shareOf } from './proposal.js';

/** 方案好在哪、差在哪: whether it fits, what holds it back and what it did in the past; never a forecast. */

/** 「匹配吗」: the grades beside the class, and the loss beside what can be borne. */
export function fitParagraph(say: Say, plan: Plan): Paragraph {
  const grades = plan.products.flatMap(({ riskLevel }) => riskLevel ?? []);
  const own = `C${plan.riskClass}`;
  const head =
    grades.length === 0
      ? say('plan_fit_ungraded', { class: own })
      : say('plan_fit', { class: own, grade: riskLabel(highest(grades)) });
  return join([head, lossParagraph(say, plan), say('plan_fit_next')]);
}

/** 「这里面哪个风险最大」: by the grade, which is what the plan tells of each of them. */
export function riskiestParagraph(say: Say, plan: Plan): Paragraph {
  const grades = plan.products.flatMap(({ riskLevel }) => riskLevel ?? []);
  if (grades.length === 0) return fitParagraph(say, plan);
  const top = highest(grades);
  const names = plan.products
    .filter(({ riskLevel }) => riskLevel === top)
    .map(({ name }) => spaced(name).trim());
  return say('plan_riskiest', { names: names.join('、'), grade: riskLabel(top) });
}

const highest = <Grade extends number>(grades: readonly Grade[]): Grade =>
  grades.reduce((one, other) => (other > one ? other : one));

/** 「哪个在拖后腿」: what is calm brings little and what may fall brings the falls; each is there for a reason. */
export function dragParagraph(say: Say, plan: Plan): Paragraph {
  const calm = shareOf(plan, 'cash', 'bond');
  const bold = shareOf(plan, 'equity', 'gold');
  const facts = [calm, bold].map((value): Fact => ({ value, unit: '%', label: '方案里的比例' }));
  const values = { calm: `${calm}%`, bold: `${bold}%` };
  return say(bold === 0 ? 'plan_drag_calm' : 'plan_drag', values, { facts });
}

/** 「一年能赚多少」: what the same mix did, the fall beside the gain; of the time to come, nothing. */
export const gainParagraph = (say: Say, plan: Plan): Paragraph =>
  join([
    ...simulatedParagraphs(say, plan),
    ...pastParagraphs(say, plan),
    say(plan.outlook ? 'plan_gain_open' : 'plan_gain'),
  ]);

/** To the hundred yuan: a simulation does not know the last digits. */
const roundly = (sum: number): number => Math.round(sum / 100) * 100;

/** What the simulation of the goal ends with, the poor ends beside the middle. */
function simulatedParagraphs(say: Say, { outlook }: Plan): readonly Paragraph[] {
  const middle = outlook?.percentiles['50'];
  const poor = outlook?.percentiles['15'];
  if (middle === undefined || poor === undefined) return [];
  const [half, low] = [roundly(middle), roundly(poor)];
  const facts: readonly Fact[] = [
    { value: half, unit: 'yuan', label: '模拟中居中的结果（不是承诺）' },
    { value: low, unit: 'yuan', label: '模拟中偏差的结果（每七次约有一次更差）' },
    { value: OF_SEVEN, unit: 'count', label: '模拟的次数' },
  ];
  const values = { middle: exactYuan(half), poor: exactYuan(low) };
  return [say('plan_gain_simulated', values, { facts })];
}

const OF_SEVEN = 7;

function pastParagraphs(say: Say, { past }: Plan): readonly Paragraph[] {
  if (!past) return [];
  const { from, to, own } = past;
  const values = {
    from: monthInChat(from),
    to: monthInChat(to),
    rate: signedPercent(own.annualReturn),
    loss: percent(own.maxDrawdown),
  };
  const window = `${values.from}至 ${values.to}`;
  const facts: readonly Fact[] = [
    { value: percentOf(own.annualReturn), unit: '%', label: `${window}，同样的比例每年的收益` },
    { value: percentOf(own.maxDrawdown), unit: '%', label: `${window}，同样的比例最多跌过` },
  ];
  return [say('plan_gain_past', values, { facts })];
}

const percentOf = (ratio: number): number => Math.round(ratio * 1e4) / 100;
