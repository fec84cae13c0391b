import { describe, expect, it } from '@jest/globals';
import { outlookParagraphs } from '../../../src/agent/compose/goal.js';
import { worded } from '../../../src/agent/compose/paragraph.js';
import { planCard } from '../../../src/channels/cards/plan.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { pictureUrl, wordsOf } from '../../channels/cards/parts.js';
import { samplePlan } from '../../terms/sample-plan.js';

const wordings = loadWordings('prompts');
const { outlook } = samplePlan();

/** The same simulation in the reply and on the card. */
function told(probability: number, low: number, high: number) {
  const one = { ...outlook!, probability, low, high };
  const say: Parameters<typeof outlookParagraphs>[0] = (id, values = {}, part = {}) =>
    worded(wordings, id, values, 0, part);
  const [paragraph] = outlookParagraphs(say, one, null, []);
  const card = planCard(
    { kind: 'plan', plan: samplePlan({ outlook: one }), review: null },
    pictureUrl,
  );
  return { text: paragraph!.text, card: wordsOf(card).join('\n') };
}

describe('how likely a goal is', () => {
  it('is told with the same part and interval as on the card', () => {
    const { text, card } = told(0.432, 0.429, 0.435);
    expect(text).toContain('每 100 次大约有 43 次能攒够');
    expect(text).toContain('比例约 43.2%，区间 42.9% 至 43.5%');
    expect(card).toContain('约 43.2%，区间 42.9% 至 43.5%');
  });

  it('is neither never nor always, in words or on the card', () => {
    const never = told(0, 0, 0.00004);
    expect(never.text).toContain('每 100 次不到 1 次能攒够');
    expect(never.text).toContain('不到 0.1%');
    expect(never.card).toContain('测算概率不到 0.1%。');
    expect(told(1, 1, 1).text).toContain('99 次以上能攒够');
  });
});
