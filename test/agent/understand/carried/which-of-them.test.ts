import { describe, expect, it } from '@jest/globals';
import { gainOfNone } from '../../../../src/agent/understand/carried/gain-of-none.js';
import {
  optionMeant,
  whichOfThem,
} from '../../../../src/agent/understand/carried/which-of-them.js';
import { productNames } from '../../../../src/agent/understand/product-names.js';
import type { Router } from '../../../../src/agent/understand/router.js';
import type { Utterance } from '../../../../src/conversation/agent.js';
import type { ConversationState } from '../../../../src/conversation/evolve.js';
import { emptyState } from '../../../../src/conversation/evolve.js';
import { demoShelf } from '../../../demo/demo-shelf.js';
import { turnOf } from '../llm-turn.js';

const router = {
  names: productNames(demoShelf),
  labels: new Map(demoShelf.map(({ code, name }): [string, string] => [code, name])),
  products: new Map(demoShelf.map((product): [string, unknown] => [product.code, product])),
} as unknown as Router;

const turn = (
  text: string,
  state: Partial<ConversationState>,
  history: readonly Utterance[] = [],
) => turnOf(text, { history, state: { ...emptyState, ...state } });

describe('one that is pointed at among several', () => {
  const held = { listed: ['QY0021', 'QY0045', 'YX0101'], products: ['QY0021'] };

  it.each(['那另一只', '两个都说说'])('%s of three has to be asked', (text) => {
    const command = whichOfThem(router, turn(text, held), text);
    const labels = command?.do === 'clarify' ? command.options.map(({ label }) => label) : [];
    expect(labels).toEqual(['和润平衡', '日日现金']);
  });

  it('is clear where two were spoken of', () => {
    const state = { ...held, products: ['QY0021', 'QY0045'] };
    expect(whichOfThem(router, turn('那另一只', state), '那另一只')).toBeNull();
  });

  it('tells of each what was asked of one', () => {
    const history = [{ role: 'customer', text: '日日通10万一年利息多少' }] as const;
    const state = { products: ['QY0003', 'CH0001'] };
    expect(whichOfThem(router, turn('两个都算算', state, history), '两个都算算')).toMatchObject({
      do: 'compare_products',
      codes: ['QY0003', 'CH0001'],
      query: '10万一年利息多少',
    });
  });
});

describe('a choice that was asked for', () => {
  const offered = ['添宁货币', '日日通'].map((label) => ({ label, say: `${label}几天到账` }));
  const asked = [{ role: 'assistant', text: '您想问的是添宁货币，还是日日通？' }] as const;

  it.each([
    ['第二个', '日日通几天到账'],
    ['前面那个', '添宁货币几天到账'],
    ['后者', '日日通几天到账'],
  ])('%s takes it', (text, say) => {
    expect(optionMeant(router, turn(text, { offered }, asked), text)).toBe(say);
  });

  it('is over once something else was answered', () => {
    const later = [...asked, { role: 'assistant', text: '存款保险的限额是 50 万元。' }] as const;
    expect(optionMeant(router, turn('第二个', { offered }, later), '第二个')).toBeNull();
  });
});

describe('what a sum brings, in nothing that was named', () => {
  const told = [{ role: 'customer', text: '我有三十万' }] as const;

  it('asks which, with the sum said before', () => {
    const command = gainOfNone(router, turn('一天能有多少利息', {}, told), '一天能有多少利息');
    const say = command?.do === 'clarify' ? command.options.map((one) => one.say) : [];
    expect(say.length).toBeGreaterThan(1);
    expect(say.every((one) => one.includes('30 万元'))).toBe(true);
  });

  it('is told of each while a need is taken down', () => {
    const flow = { name: 'need' } as ConversationState['flow'];
    const command = gainOfNone(
      router,
      turn('一天能有多少利息', { flow }, told),
      '一天能有多少利息',
    );
    expect(command).toMatchObject({ do: 'compare_products' });
  });

  it.each(['一年定期存款能有多少利息', '利息怎么算', '一天收多少费'])(
    '%s is no such thing',
    (text) => {
      expect(gainOfNone(router, turn(text, {}, told), text)).toBeNull();
    },
  );
});
