import { describe, expect, it } from '@jest/globals';
import { onlyInvited } from '../../../src/agent/understand/invited.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { productCode } from '../../../src/terms/ids.js';
import type { Command } from '../../../src/terms/command.js';
import { turnOf } from './llm-turn.js';

const invited = (
  text: string,
  commands: readonly Command[],
  changes: Partial<ConversationState> = {},
) => onlyInvited(turnOf(text, { state: { ...emptyState, ...changes } }), text, commands);
const complain: Command = { do: 'request_human', reason: 'complaint' };
const plan: Command = { do: 'start_flow', flow: 'need' };
const filed = { complaintDue: { decision: '2026-12-11', complex: '2026-12-26' } as never };

describe('a complaint', () => {
  it.each(['监管的投诉电话是多少', '投诉要去哪里反映', '投诉一般几天有结果'])(
    'is not opened by %s',
    (text) => {
      expect(invited(text, [complain])).toEqual([{ do: 'answer', query: text }]);
    },
  );

  it.each(['我要投诉，你们多久能处理', '你们经理骗我，我要投诉'])('is opened by %s', (text) => {
    expect(invited(text, [complain])).toEqual([complain]);
  });

  it('is not filed again once it is on record', () => {
    const settled = [{ do: 'follow_settled', flow: 'complaint' }];
    expect(invited('我要投诉', [{ do: 'start_flow', flow: 'complaint' }], filed)).toEqual(settled);
    expect(invited('登记号给我，我去监管那里反映', [complain], filed)).toEqual(settled);
    expect(invited('我要另外投诉一件事', [complain], filed)).toEqual([complain]);
  });
});

describe('an assessment', () => {
  const test: Command = { do: 'start_flow', flow: 'assessment' };

  it.each(['那个风险测评难不难', '测评要多久'])('is not begun by %s', (text) => {
    expect(invited(text, [test])).toEqual([{ do: 'answer', query: text }]);
  });

  it.each(['我要做风险测评，难不难', '开始测评'])('is begun by %s', (text) => {
    expect(invited(text, [test])).toEqual([test]);
  });
});

describe('a plan', () => {
  it('is not begun by a cry over a loss', () => {
    const upset: Command = { do: 'social', act: 'upset' };
    expect(invited('亏了一万二！养老钱啊', [upset, plan])).toEqual([upset]);
    expect(invited('亏了一万二，帮我重新规划一下', [upset, plan])).toEqual([upset, plan]);
  });

  it('is not begun by a question about a product, or by one with it', () => {
    const term: Command = {
      do: 'describe_product',
      code: productCode('JG0001'),
      aspects: ['term'],
      query: '',
    };
    expect(invited('要锁半年吧？三个月后能不能取', [plan, term])).toEqual([term]);
    expect(invited('三个月后能不能取', [plan])).toEqual([
      { do: 'answer', query: '三个月后能不能取' },
    ]);
  });

  it.each(['二十万怎么放比较好', '帮我规划一下，顺便问下利息多少', '我有一笔钱想打理'])(
    'is begun by %s',
    (text) => {
      expect(invited(text, [plan])).toEqual([plan]);
    },
  );

  it('is not begun where it is declined', () => {
    expect(invited('不用规划，三年利率多少', [plan])).toEqual([]);
  });
});
