import { describe, expect, it } from '@jest/globals';
import { carriedOn } from '../../../../src/agent/understand/carried/carried-on.js';
import { productNames } from '../../../../src/agent/understand/product-names.js';
import type { Router } from '../../../../src/agent/understand/router.js';
import type { ConversationState } from '../../../../src/conversation/evolve.js';
import { emptyState } from '../../../../src/conversation/evolve.js';
import { demoShelf } from '../../../demo/demo-shelf.js';
import { turnOf } from '../llm-turn.js';

const router = {
  names: productNames(demoShelf),
  labels: new Map(demoShelf.map(({ code, name }): [string, string] => [code, name])),
  products: new Map(demoShelf.map((product): [string, unknown] => [product.code, product])),
} as unknown as Router;

function read(text: string, asked: readonly string[], state: Partial<ConversationState> = {}) {
  const history = asked.map((one) => ({ role: 'customer', text: one }) as const);
  return carriedOn(router, turnOf(text, { history, state: { ...emptyState, ...state } }), text);
}

const of = (code: string) => ({ products: [code], justShown: [code] });
const LEAVING = '嘉稳短债A，20天卖要扣多少';

describe('a question carried on', () => {
  it.each([
    ['那第31天呢', [LEAVING], 'CH0107', 'CH0107', 'fees', '第31天卖要扣多少'],
    ['那C类呢', [LEAVING, '那第31天呢'], 'CH0107', 'CH0108', 'fees', '第31天卖要扣多少'],
    ['要是满一年呢', [LEAVING, '那C类呢'], 'CH0108', 'CH0108', 'fees', '满一年卖要扣多少'],
    ['那C类呢', ['红利联接，20天卖扣多少'], 'LX0088', 'LX0088', 'fees', 'C类，20天卖扣多少'],
    ['C类呢', ['安禾30天，100天卖扣多少'], 'YX0201', 'YX0201', 'fees', 'C类，100天卖扣多少'],
    ['20万呢', ['日日通10万一年利息多少'], 'QY0003', 'QY0003', 'performance', '20万，一年利息多少'],
    ['8万一天', ['日日通'], 'QY0003', 'QY0003', 'performance', '8万，一天，利息多少'],
    ['还是10万吧', ['日日通', '8万一天'], 'QY0003', 'QY0003', 'performance', '10万,一天,利息多少'],
  ])('%s after %j', (text, asked, current, code, aspect, query) => {
    expect(read(text, asked, of(current))).toEqual({
      do: 'describe_product',
      code,
      aspects: [aspect],
      query,
    });
  });

  it('asks it of both that were shown together', () => {
    const both = { products: ['CH0001', 'QY0003'], justShown: ['CH0001', 'QY0003'] };
    expect(read('20万呢', ['添宁货币和日日通放一年利息多少'], both)).toMatchObject({
      do: 'compare_products',
      codes: ['CH0001', 'QY0003'],
      query: expect.stringContaining('20万'),
    });
  });

  it('names the funds there are, where nothing was spoken of', () => {
    const command = read('那C类呢', []);
    expect(command).toMatchObject({ do: 'clarify' });
    const labels = command?.do === 'clarify' ? command.options.map(({ label }) => label) : [];
    expect(labels.length).toBeGreaterThan(1);
    expect(labels.every((label) => label.endsWith('C'))).toBe(true);
  });

  it.each([
    ['20天呢', [], {}],
    ['五万', ['安鑫纯债怎么样'], of('QY0021')],
    ['30万', ['想做个理财规划'], { flow: { name: 'need' } as ConversationState['flow'] }],
  ])('leaves %s alone', (text, asked, state) => {
    expect(read(text, asked, state)).toBeNull();
  });
});
