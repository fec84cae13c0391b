import { describe, expect, it } from '@jest/globals';
import { join, paragraph } from '../../../src/agent/compose/paragraph.js';
import { demoProduct } from '../../demo/demo-shelf.js';
import { passage } from '../understand/llm-turn.js';

const [a, b] = [passage('a', '甲'), passage('b', '乙')];

describe('paragraphs of one reply', () => {
  it('count citations over the whole, and one passage keeps one number', () => {
    const whole = join([
      paragraph('甲 [1]', { passages: [a] }),
      paragraph('乙 [1]，又是甲 [2]', { passages: [b, a] }),
    ]);
    expect(whole.text).toBe('甲 [1]\n\n乙 [2]，又是甲 [1]');
    expect(whole.passages).toEqual([a, b]);
  });

  it('say nothing twice', () => {
    expect(join([paragraph('甲\n\n乙'), paragraph('乙'), paragraph('丙')]).text).toBe(
      '甲\n\n乙\n\n丙',
    );
  });

  it('show one product on one card', () => {
    const card = { kind: 'product_facts', product: demoProduct('QY0003') } as const;
    const one = paragraph('甲', { cards: [card] });
    expect(join([one, paragraph('乙', { cards: [{ ...card }] })]).cards).toEqual([card]);
  });

  it('keep a passage only if it is cited', () => {
    expect(join([paragraph('没有依据', { passages: [a] })]).passages).toEqual([]);
  });

  it('leave a mark that points at nothing for the guard to see', () => {
    expect(join([paragraph('乱引 [7]', { passages: [a] })]).text).toBe('乱引 [7]');
  });

  it('offer each next step once and four at most', () => {
    const step = (label: string) => ({ label, say: label });
    const { suggestions } = join([
      paragraph('', { suggestions: ['一', '二', '三'].map(step) }),
      paragraph('', { suggestions: ['二', '四', '五'].map(step) }),
    ]);
    expect(suggestions.map(({ label }) => label)).toEqual(['一', '二', '三', '四']);
  });
});
