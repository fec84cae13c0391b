import { describe, expect, it } from '@jest/globals';
import { ownCarriedOn } from '../../../../src/agent/understand/carried/own-carried-on.js';
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
} as unknown as Router;

const HELD = ['QY0021', 'QY0045', 'YX0101'];
const ANXIN = router.labels.get('QY0021') ?? '';
const HERUN = router.labels.get('QY0045') ?? '';
const ON_ONE: Partial<ConversationState> = { products: ['QY0021'], justShown: ['QY0021'] };

function read(
  text: string,
  asked: readonly string[],
  state: Partial<ConversationState> = ON_ONE,
  reply = '您名下有 3 只产品',
) {
  const history: Utterance[] = [
    ...asked.map((one): Utterance => ({ role: 'customer', text: one })),
    { role: 'assistant', text: reply },
  ];
  const context = turnOf(text, {
    history,
    state: { ...emptyState, held: HELD, listed: HELD, ...state },
  });
  return ownCarriedOn(router, context, text);
}

describe('what a holder asks in fragments', () => {
  it.each([
    ['亏多少', ['我的持仓', '第一个'], 'profit', `${ANXIN}，亏多少`],
    ['涨了吗', ['我的持仓', '第一个'], 'profit', `${ANXIN}，涨了吗`],
    ['卖了扣多少', ['我的持仓', '第一个'], 'exit', `${ANXIN}，卖了扣多少`],
    ['卖它扣多少', ['我的持仓', '第一个'], 'exit', `${ANXIN}，卖它扣多少`],
    ['取两万扣多少', ['我的持仓', '第一个'], 'exit', `${ANXIN}，取两万扣多少`],
    ['一半呢', ['卖了扣多少'], 'exit', `${ANXIN}，卖一半扣多少`],
    ['三分之一', ['卖了扣多少', '一半呢'], 'exit', `${ANXIN}，卖三分之一扣多少`],
    ['还是全部吧', ['卖了扣多少', '一半呢'], 'exit', `${ANXIN}，卖全部扣多少`],
    ['能拿多少', ['卖一半扣多少'], 'exit', `${ANXIN}，卖一半能拿多少`],
    ['第二个呢', ['第一个亏多少', '亏多少'], 'profit', `${HERUN}，亏多少`],
    ['那和润呢', ['卖了扣多少', '一半呢'], 'exit', `${HERUN}，卖一半扣多少`],
  ])('%s is of the one of theirs that is spoken of', (text, asked, about, query) => {
    expect(read(text, asked)).toEqual({ do: 'own_account', query, about });
  });

  it('is of all they hold right after the list of it', () => {
    const after = { products: ['QY0021'], justShown: [] };
    expect(read('卖了扣多少', ['我的持仓'], after)).toMatchObject({ query: '卖了扣多少' });
    expect(read('赚没', ['我的持仓'], after)).toMatchObject({ query: '赚没', about: 'profit' });
  });

  it.each([
    ['20天卖扣多少', ON_ONE],
    ['几天到账', ON_ONE],
    ['亏多少', { products: ['LX0050'], justShown: ['LX0050'] }],
    ['亏多少', { ...ON_ONE, held: [] }],
  ])('%s is left alone of another thing', (text, state) => {
    expect(read(text, ['我的持仓'], state)).toBeNull();
  });
});
