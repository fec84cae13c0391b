import { describe, expect, it } from '@jest/globals';
import { assessmentPage } from '../../../src/agent/compose/assessment-page.js';
import { cardAttachment } from '../../../src/channels/cards/card.js';
import type { JsonObject } from '../../../src/terms/json.js';
import type { Card } from '../../../src/terms/statement.js';
import { TODAY, demoProduct, demoShelf } from '../../demo/demo-shelf.js';
import { STEADY, personal } from '../../advice/profiling/questionnaires.js';
import { againstTarget } from '../pictures/samples.js';
import { riskReturn } from './pasts.js';
import { samplePlan } from '../../terms/sample-plan.js';
import { OURS, partsOf, pictureUrl, typesOf, wordsOf } from './parts.js';

const slots = [
  { id: '2026-11-26T09:00', label: '11 月 26 日（周四）09:00–11:30' },
  { id: '2026-11-26T13:00', label: '11 月 26 日（周四）13:00–18:00' },
];
const cards: readonly Card[] = [
  ...demoShelf.map((product) => ({ kind: 'product_facts' as const, product })),
  { kind: 'comparison', products: [demoProduct('QY0021'), demoProduct('QY0060')] },
  { kind: 'callback_offer', slots },
  { kind: 'plan', plan: samplePlan(), review: null },
  { kind: 'risk_return', of: '您的方案', past: riskReturn },
  { kind: 'against_target', classes: againstTarget.rows },
  ...[1, 2, 3].map((page) => ({
    kind: 'assessment_page' as const,
    page: assessmentPage(personal, { page, ...STEADY }),
  })),
];
const deps = { today: TODAY, pictureUrl };
const contentOf = (card: Card) => cardAttachment(card, deps)['content'] as JsonObject;

describe('every card', () => {
  it('is an Adaptive Card 1.5 attachment', () => {
    for (const card of cards) {
      expect(cardAttachment(card, deps)).toMatchObject({
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: { type: 'AdaptiveCard', version: '1.5' },
      });
    }
  });

  it('opens no address, loads no picture from elsewhere and only submits', () => {
    for (const card of cards) {
      const content = contentOf(card);
      expect(JSON.stringify(content).replaceAll(OURS, '')).not.toMatch(/https?:/);
      const actions = [...typesOf(content)].filter((type) => type.startsWith('Action.'));
      expect(actions).toEqual(['Action.Submit']);
    }
  });

  it('wraps every line, so that nothing is cut off on a telephone', () => {
    for (const card of cards) {
      const lines = partsOf(contentOf(card)).filter(({ type }) => type === 'TextBlock');
      expect(lines.every(({ wrap }) => wrap === true)).toBe(true);
    }
  });

  it('has no empty word and no missing figure', () => {
    for (const card of cards) {
      const words = wordsOf(contentOf(card));
      expect(words.filter((word) => /^$|undefined|null|NaN/.test(word))).toEqual([]);
    }
  });
});

describe('the callback card', () => {
  it('lets one of the offered times be chosen and books nothing by itself', () => {
    const content = contentOf({ kind: 'callback_offer', slots });
    const choice = partsOf(content).find(({ type }) => type === 'Input.ChoiceSet');
    expect(choice).toMatchObject({
      id: 'slot',
      isRequired: true,
      choices: [{ value: '2026-11-26T09:00' }, { value: '2026-11-26T13:00' }],
    });
    expect(choice).not.toHaveProperty('value');
    expect(content['actions']).toMatchObject([{ data: { intent: 'book_callback' } }]);
  });

  it('says that nobody will ask for a password on the telephone', () => {
    expect(wordsOf(contentOf({ kind: 'callback_offer', slots })).join()).toContain(
      '不会在电话里索要密码或验证码',
    );
  });
});
