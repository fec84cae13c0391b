import { expect, it } from '@jest/globals';
import type { Grounding } from '../../../src/review/record/figure-origins.js';
import { figureOrigins } from '../../../src/review/record/figure-origins.js';
import type { Citation } from '../../../src/terms/passage.js';

/** 每个数字的出处. */

const CITED = {
  title: '到账要多久',
  article: '赎回',
  text: '货币基金当天到账。债券基金 7 个工作日内到账。',
} as Citation;

const originsOf = (text: string, of: Partial<Omit<Grounding, 'draft'> & Grounding['draft']>) => {
  const { tools = [], asked = [], facts = [], citations = [], cards = [] } = of;
  return figureOrigins({ draft: { text, facts, citations, cards }, tools, asked });
};

it('names document, section and sentence of a figure from a passage', () => {
  expect(originsOf('债券基金 7 个工作日到账 [1]', { citations: [CITED] })).toEqual([
    expect.objectContaining({
      ...{ from: 'passage', name: '到账要多久', field: '赎回', citation: 1 },
      place: '债券基金 7 个工作日内到账。',
    }),
  ]);
});

it('names the tool and the label of a figure that was looked up', () => {
  const fact = { value: 0.3, unit: '%', label: '管理费' } as const;
  const tools = [{ name: 'get_product', result: JSON.stringify({ facts: [fact] }) }];
  expect(originsOf('管理费每年 0.30%', { facts: [fact], tools })).toMatchObject([
    { text: '0.30%', from: 'fact', name: 'get_product', field: '管理费' },
  ]);
});

it('names the field of a result that no fact tells', () => {
  const tools = [{ name: 'get_my_profile', result: '{"profile":{"share":0.45}}' }];
  expect(originsOf('您的权益占 45%', { tools })).toMatchObject([
    { from: 'tool', name: 'get_my_profile', field: 'profile.share' },
  ]);
});

it('finds what the customer said themselves', () => {
  expect(originsOf('您说的 30 万元', { asked: ['我有30万元'] })).toMatchObject([
    { text: '30 万元', from: 'customer', place: '我有30万元' },
  ]);
});

it('says plainly that nothing grounds a figure, and leaves marks of citations aside', () => {
  expect(originsOf('每年能赚 8% [1]', { citations: [CITED] })).toMatchObject([
    { text: '8%', from: 'none', place: null },
  ]);
});
