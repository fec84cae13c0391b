import { describe, expect, it } from '@jest/globals';
import type { Step, ToolResult } from '../../src/conversation/agent.js';
import { advance } from '../../src/conversation/decide.js';
import { emptyState } from '../../src/conversation/evolve.js';
import { settle } from '../../src/conversation/settle.js';
import type { Command } from '../../src/terms/command.js';
import { passageId, productCode } from '../../src/terms/ids.js';
import type { Passage } from '../../src/terms/passage.js';
import { nothing } from './harness.js';

const answer: Command = { do: 'answer', query: '赎回几天到账' };
const passage: Passage = {
  id: passageId('faq/a#1'),
  document: 'faq/a',
  kind: 'faq',
  title: '赎回',
  article: null,
  text: '看产品。',
  issuer: '青屿财富',
  effective: null,
  expires: null,
  source: null,
  evidence: null,
  product: null,
};

describe('a step in the light of what was found', () => {
  const [step] = advance(emptyState, [answer]) as [Step];
  const found = (support: number | null): ToolResult => ({
    ...nothing,
    passages: [passage],
    support,
  });

  it('is an answer from the threshold up and not below it', () => {
    expect(settle(step, found(0.5), 0.5).step).toBe(step);
    expect(settle(step, found(0.49), 0.5).step).toEqual({ say: 'unsure', query: answer.query });
    expect(settle(step, found(null), 0.5).step.say).toBe('unsure');
  });

  it('is no answer without a passage, however sure the search is', () => {
    expect(settle(step, { ...nothing, support: 1 }, 0.5).step.say).toBe('unsure');
    expect(settle(step, null, 0.5).step.say).toBe('unsure');
  });

  it('does not speak of a product that is not on the shelf', () => {
    const [product] = advance(emptyState, [
      { do: 'describe_product', code: productCode('X'), aspects: [], query: '它' },
    ]) as [Step];
    expect(settle(product, nothing, 0.5).step).toEqual({ say: 'unsure', query: '它' });
  });
});
