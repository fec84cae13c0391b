import { describe, expect, it } from '@jest/globals';
import {
  changedOutright,
  needRevised,
  planAsked,
} from '../../../src/agent/understand/plan-questions.js';
import type { TurnContext, Utterance } from '../../../src/conversation/agent.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { PlanOnTable } from '../../../src/conversation/plan-on-table.js';

const need = { goal: 'education', amount: { from: 300_000, to: 300_000 }, currency: 'CNY' };
const DRAFT = '**方案草稿，待顾问审核** 这 30 万元，大致这样分……';
const said = (role: Utterance['role'], text: string): Utterance => ({ role, text });

/** On the table, so many replies ago. */
const onTable = (ago = 0, aside = false): PlanOnTable => ({ ago, aside, products: ['CH0108'] });
const told = (plan: PlanOnTable, ...history: readonly Utterance[]) =>
  toldWith({ plan }, ...history);
const toldWith = (state: Partial<ConversationState>, ...history: readonly Utterance[]) =>
  ({
    state: { ...emptyState, need, ...state },
    history,
    today: '2026-11-25',
  }) as unknown as TurnContext;

const after = (...history: readonly Utterance[]) => told(onTable(), ...history);
const drafted = after(said('assistant', DRAFT));
const sideOf = (text: string, context = drafted) => {
  const command = planAsked(context, text);
  return command?.do === 'ask_plan' ? command.about : null;
};

describe('a question right after a plan was drafted', () => {
  it.each([
    ['这里头最多能亏多少', 'loss'],
    ['会不会亏本', 'loss'],
    ['这里面最坏能亏多少', 'loss'],
    ['为什么股票这么少', 'share'],
    ['怎么没有黄金', 'share'],
    ['都放了哪些产品', 'products'],
    ['为什么这么配', 'why'],
    ['为啥不给我推荐', 'why'],
    ['这些东西我现在能直接买吗', 'buy'],
    ['就按这个方案买吧', 'buy'],
    ['多久能审好', 'next'],
    ['谁来审', 'who'],
    ['能不能再激进一点', 'bolder'],
    ['收益高一点的配法', 'bolder'],
    ['有没有收益高一点的方案', 'bolder'],
    ['匹配吗', 'fit'],
    ['这个方案跟我的等级匹配吗', 'fit'],
    ['合不合适', 'fit'],
    ['哪个在拖后腿', 'drag'],
    ['拖后腿的是哪只', 'drag'],
    ['到底是哪只基金拖后腿', 'drag'],
    ['一年能赚多少', 'gain'],
    ['那我多冒点风险行不行', 'bolder'],
    ['能不能稳一点', 'safer'],
    ['那到期能赚多少', 'gain'],
    ['手续费一共多少', 'cost'],
    ['什么时候能取出来', 'access'],
    ['刚才那个20万的方案里为什么安禾封闭放了40%？会不会太集中', 'product'],
    ['会不会太集中', 'product'],
    ['第二只为什么放了这么多', 'product'],
    ['为什么放这么多债', 'share'],
    ['为什么国债是55%，列的只有38%', 'classes'],
    ['跟刚才那个20万的方案比', 'earlier'],
    ['跟刚才那个方案比有什么不同', 'earlier'],
    ['两份方案有什么区别', 'earlier'],
    ['两个方案差在哪', 'earlier'],
    ['新方案和旧方案哪个好', 'earlier'],
    ['比之前少放了什么', 'earlier'],
    ['改了哪些地方', 'earlier'],
    ['有什么变化', 'earlier'],
    ['为什么债券占这么多呀', 'share'],
    ['这里面哪个风险最大', 'riskiest'],
    ['跌得最狠的是哪个', 'riskiest'],
    ['你列的这些里头哪只最容易跌', 'riskiest'],
    ['怎么债券那块占了一大半呢', 'share'],
    ['要是明年跌得厉害，最多会亏多少', 'loss'],
    ['谁来批？批之前会动我的钱吗', 'who'],
    ['好的，那我等通知就行了吧？', 'next'],
    ['现在的方案里每样各放多少钱，再给我看一遍', 'products'],
    ['变了什么', 'earlier'],
  ])('%s is about its %s', (text, side) => {
    expect(sideOf(text)).toBe(side);
  });

  it.each([
    '基金合同改了什么',
    '优质治理会亏多少',
    '第二只是什么',
    '货币基金收益怎么样',
    '基金赎回几天到账',
  ])('%s is about something else', (text) => {
    expect(planAsked(drafted, text)).toBeNull();
  });

  it('is about what was looked at since, where that may be meant as well', () => {
    const shown = { plan: onTable(1), justShown: ['QY0060'] };
    const since = toldWith(shown, said('assistant', DRAFT), said('assistant', '优质治理 R4。'));
    expect(sideOf('会不会亏本', since)).toBeNull();
    expect(sideOf('多久能审好', since)).toBe('next');
    expect(sideOf('这个方案会不会亏本', since)).toBe('loss');
  });

  it('is about the plan still where one rule was asked between', () => {
    const since = told(onTable(1), said('assistant', DRAFT), said('assistant', '存款保险……'));
    expect(sideOf('安全不', since)).toBe('loss');
    expect(sideOf('安全不', told(onTable(2), said('assistant', DRAFT)))).toBeNull();
  });

  it('is of the plan on record where the need was told in an earlier talk', () => {
    const at = (stage: string) =>
      ({
        ...drafted,
        state: { ...emptyState, plan: onTable() },
        proposal: { state: { stage } },
      }) as unknown as TurnContext;
    expect(sideOf('一年能赚多少', at('presented'))).toBe('gain');
    expect(planAsked(at('presented'), '五年后想攒到40万够不够')).toBeNull();
    expect(planAsked(at('refused'), '一年能赚多少')).toBeNull();
  });

  it('means no plan where none was made', () => {
    const none = { ...drafted, state: emptyState } as unknown as TurnContext;
    expect(planAsked(none, '这里头最多能亏多少')).toBeNull();
  });
});

describe('a sum to be reached', () => {
  it.each([
    ['五年后想攒到40万够不够', 400_000],
    ['能不能攒到50万', 500_000],
    ['想存够35万做得到吗', 350_000],
    ['怎么才能到二十万', 200_000],
  ])('%s', (text, target) => {
    expect(planAsked(drafted, text)).toMatchObject({ do: 'propose_plan', target });
  });

  it('comes with what else is tried out', () => {
    expect(planAsked(drafted, '那每个月再存三千，十年后能到一百万吗')).toMatchObject({
      target: 1_000_000,
      changed: { saving: { from: 3_000, every: 'month' }, horizon: { from: 120 } },
    });
  });

  it('stays the one that was named, with everything tried since', () => {
    const reckoned = after(
      said('customer', '我想攒到三十五万，有没有戏'),
      said('assistant', '在模拟里，每 100 次大约有 40 次能攒够 35 万元。'),
      said('customer', '每个月再存一千呢'),
      said('assistant', '在模拟里，每 100 次大约有 96 次能攒够 35 万元。'),
    );
    expect(planAsked(reckoned, '放到七年呢')).toMatchObject({
      target: 350_000,
      changed: { saving: { from: 1_000 }, horizon: { from: 84 } },
    });
  });

  it.each(['40万够不够买房吗', '我要投诉你们的方案'])('%s names none', (text) => {
    expect(planAsked(drafted, text)).toBeNull();
  });
});

describe('a line of the need told otherwise after a plan', () => {
  it('is heard after a question of the old one, and after another thing was looked at', () => {
    const since = told(onTable(1), said('assistant', DRAFT), said('assistant', '短债是 R2。'));
    expect(changedOutright(since, '那就改成十二年吧')).toMatchObject([
      { do: 'start_flow', flow: 'need' },
      { do: 'set_slots', values: { horizon: { from: 144 } } },
    ]);
    const saving = { from: 3_000, to: 3_000, every: 'month' };
    const saved = { ...drafted, state: { ...drafted.state, need: { ...need, saving } } };
    expect(needRevised(saved, '每个月三千会不会太紧了，改成两千吧')).toMatchObject([
      { do: 'start_flow', flow: 'need' },
      { do: 'set_slots', values: { saving: { from: 2_000, every: 'month' } } },
    ]);
    expect(changedOutright(since, '那个放几年')).toBeNull();
  });

  it('opens the matter again with all that is known', () => {
    expect(needRevised(drafted, '那最多亏5%吧')).toEqual([
      { do: 'start_flow', flow: 'need' },
      {
        do: 'set_slots',
        values: {
          goal: 'education',
          amount: { from: 300_000, to: 300_000 },
          loss_limit: { percent: 5 },
        },
      },
    ]);
  });

  it('is no line of it where the money is for another goal', () => {
    expect(needRevised(drafted, '还有二十万三年后买房，最多亏5%')).toBeNull();
    expect(needRevised(drafted, '上学的钱最多亏5%吧')).not.toBeNull();
  });

  it.each(['会亏5%吗', '那我想买养老目标，三年那个', '我去年亏了两万', '谢谢'])(
    '%s is no such line',
    (text) => {
      expect(needRevised(drafted, text)).toBeNull();
    },
  );
});

describe('a change that is only supposed, right after a plan', () => {
  const of = (text: string, context = drafted) =>
    needRevised(context, text)?.find((one) => one.do === 'set_slots');

  it.each([
    [
      '如果换成五年，而且我可以接受亏10%呢？',
      { horizon: { from: 60 }, loss_limit: { percent: 10 } },
    ],
    ['换成四年呢', { horizon: { from: 48 } }],
    ['如果我能接受亏10%呢', { loss_limit: { percent: 10 } }],
    [
      '还是30万吧，老公说全放进来，一点都不能亏的话又怎么放',
      { goal: 'education', amount: { from: 300_000 }, loss_limit: { percent: 0 } },
    ],
  ])('%s opens the need with it', (text, values) => {
    expect(of(text)).toMatchObject({ values });
  });

  it.each(['如果跌了怎么办', '另外一笔10万放三年呢', '五年的国债利率多少', '要是提前取呢'])(
    '%s is none',
    (text) => expect(of(text)).toBeUndefined(),
  );

  it('is answered, where it asks whether the sum will do, from what the plan has', () => {
    expect(planAsked(drafted, '大学一年要5万，四年20万，够不够')).toEqual({
      do: 'propose_plan',
      target: 200_000,
    });
    expect(planAsked(drafted, '大学一年要5万，读四年，够吗')).toEqual({
      do: 'propose_plan',
      target: 200_000,
    });
  });
});
