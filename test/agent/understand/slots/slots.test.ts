import { describe, expect, it } from '@jest/globals';
import { slotsIn } from '../../../../src/agent/understand/slots/slots.js';
import type { ConversationState } from '../../../../src/conversation/evolve.js';
import { emptyState } from '../../../../src/conversation/evolve.js';
import type { FlowState } from '../../../../src/conversation/flows/flow.js';
import type { FlowName } from '../../../../src/terms/command.js';

const TODAY = '2026-11-25';
const read = (flow: FlowName, text: string, state: ConversationState = emptyState) =>
  slotsIn(flow, text, state, TODAY);
const open = (flow: Partial<FlowState>): ConversationState => ({
  ...emptyState,
  flow: { name: 'complaint', values: {}, asked: [], stage: 'asking', misses: 0, ...flow },
});

describe('a complaint', () => {
  it('keeps what happened in the customer’s own words', () => {
    const words = '客服答应三天回电，一直没人打来';
    expect(read('complaint', words)).toEqual({ matter: words });
  });

  it('has not been told by the wish to complain alone', () => {
    expect(read('complaint', '我要投诉你们')).toEqual({});
    expect(read('complaint', '我要投诉你们客服')).toEqual({});
    expect(read('complaint', '我要投诉', open({ asked: ['wish'] }))).toEqual({});
  });

  it('goes on with the story where the customer does, whatever was asked', () => {
    const told = open({ values: { matter: '没人理我' }, asked: ['wish'] });
    expect(read('complaint', '上个月打电话说给我回电，一直没有', told)).toEqual({
      matter: '没人理我；补充：上个月打电话说给我回电，一直没有',
    });
  });

  it('takes what follows as the wish, or as an addition', () => {
    expect(read('complaint', '退钱', open({ asked: ['wish'] }))).toEqual({ wish: '退钱' });
    const told = open({ values: { matter: '没人管', wish: '道歉' }, stage: 'confirming' });
    expect(read('complaint', '是上周三的事', told)).toEqual({
      matter: '没人管；补充：是上周三的事',
    });
    expect(read('complaint', '对的，登记吧', told)).toEqual({});
  });
});

describe('a right', () => {
  it.each([
    ['把我的信息都删了', 'delete'],
    ['别再给我打营销电话了', 'stop_marketing'],
    ['关掉个性化推荐', 'opt_out'],
    ['把个性化推荐关了', 'opt_out'],
    ['营销短信给我停了', 'stop_marketing'],
    ['个性化推荐帮我打开', 'opt_in'],
    ['恢复个性化推荐', 'opt_in'],
    ['个性化推荐又打开了，给我关掉', 'opt_out'],
    ['重新接收营销短信', 'resume_marketing'],
    ['删掉你们给我打的标签', 'tags'],
    ['你们存了我哪些资料', 'access'],
    ['为什么给我评成这个结果', 'explain'],
    ['我的地址改了，更新一下', 'correct'],
  ])('%s', (text, right) => {
    expect(read('privacy', text)).toEqual({ right });
  });
});

describe('a time for a call', () => {
  const slots = [
    { id: '2026-11-26T09:00', label: '11 月 26 日（周四）09:00–11:30' },
    { id: '2026-11-26T13:00', label: '11 月 26 日（周四）13:00–18:00' },
    { id: '2026-11-27T09:00', label: '11 月 27 日（周五）09:00–11:30' },
  ];
  const offered = { ...emptyState, callbackSlots: slots };

  it.each([
    ['明天上午', 0],
    ['明天下午吧', 1],
    ['周五', 2],
    ['第二个', 1],
    ['27 号可以', 2],
  ])('%s is one of those offered', (text, at) => {
    expect(read('callback', text, offered)).toEqual({ time: slots[at] });
  });

  it.each(['明天', '周日', '随便什么时候', '下周'])('%s names none of them alone', (text) => {
    expect(read('callback', text, offered)).toEqual({});
  });
});

describe('money that may be gone', () => {
  it.each([
    ['我已经转了三万', true],
    ['转过去了', true],
    ['还没转', false],
    ['没有', false],
  ])('%s', (text, sent) => {
    expect(read('fraud', text)).toEqual({ sent });
  });
});
