import { describe, expect, it } from '@jest/globals';
import { commandsOfCard } from '../../../src/agent/understand/form-commands.js';
import { replyInAssessment } from '../../../src/agent/understand/in-assessment.js';
import { asksOwnClass } from '../../../src/agent/understand/own-class.js';
import { matterOf } from '../../../src/agent/understand/matters.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { Assessing } from '../../../src/conversation/flows/assessment.js';
import type { FlowState } from '../../../src/conversation/flows/flow.js';
import { personal } from '../../advice/profiling/questionnaires.js';

const TODAY = '2026-11-26';
const assessing = { questionnaire: personal } as Assessing;
const context = { state: emptyState, today: TODAY, assessing } as TurnContext;

const asking = (asked: string, stage: FlowState['stage'] = 'asking'): FlowState => ({
  name: 'assessment',
  values: {},
  asked: stage === 'asking' ? [asked] : [],
  stage,
  misses: 0,
});
const heard = (text: string, asked = 'income', stage?: FlowState['stage']) =>
  replyInAssessment(context, asking(asked, stage), text);

describe('in the questionnaire', () => {
  it.each([
    '理财经理让我选C',
    '理财经理叫我都选C',
    '顾问教我填高一点',
    '我儿子替我填的',
    '柜台的人说要选B',
    '群里老师帮我选好了',
    '理财经理说，选C',
    '小红书上讲都勾第三个',
    '照着攻略填的',
    '按网上的答案来，选D',
    '视频里教我全选B',
    '这是帮我妈填的',
    '跟着群友选的C',
  ])('%s is somebody else’s answer, and makes it no assessment', (text) => {
    expect(heard(text)).toEqual([
      { do: 'refuse', subject: 'coached_by_other' },
      { do: 'set_slots', values: { coached: true } },
    ]);
  });

  it.each([
    '我是客户经理，工资稳定',
    '我是客户经理，选C',
    '老公让我自己选，那就B',
    '孩子要上学，选B',
    '老公有房贷',
    '我在网上买过基金，选C',
    '跟朋友合伙做生意，选B',
    '按我自己的情况选C',
  ])('%s is not', (text) => {
    expect(heard(text) ?? []).not.toContainEqual({ do: 'set_slots', values: { coached: true } });
  });

  it.each([
    '我该选哪个',
    '选哪个好',
    '怎么填才能买R4',
    '帮我选一个吧',
    '你觉得我应该选什么',
    '有标准答案吗',
    '填多少才能到C4',
  ])('nobody is told which answer to give: %s', (text) =>
    expect(heard(text)).toEqual([{ do: 'refuse', subject: 'coached_assessment' }]),
  );

  it.each(['这题什么意思', '什么意思啊', '第 2 题看不懂', '看不懂', '这道题怎么算'])(
    'a question is explained: %s',
    (text) => expect(heard(text)).toEqual([{ do: 'explain_slot' }]),
  );

  it('what has a subject of its own is another question', () => {
    for (const text of ['净值是什么意思', '最大回撤怎么算', '你们几点下班'])
      expect(heard(text)).toBeNull();
  });

  it.each(['先不测了', '不做了', '算了', '不想测了', '取消测评', '先不测', '重新开始'])(
    '%s ends it',
    (text) => expect(heard(text)).toEqual([{ do: 'cancel_flow' }]),
  );

  it.each([
    ['没有车贷，什么都不欠', 'debts', 'a'],
    ['名下没啥贷款', 'debts', 'a'],
    ['基本都懂', 'knowledge', 'a'],
    ['懂一点', 'knowledge', 'b'],
    ['一知半解吧', 'knowledge', 'c'],
    ['没啥不懂的', 'knowledge', 'a'],
    ['铁饭碗', 'stability', 'a'],
    ['什么都没买过', 'years', 'a'],
    ['什么都不做', 'reaction', 'b'],
  ])('%s answers %s with %s', (text, asked, option) => {
    expect(heard(text, asked)).toEqual([{ do: 'set_slots', values: { [asked]: option } }]);
  });

  it('「不懂」 answers the question about knowledge', () => {
    expect(heard('不太懂', 'knowledge')).toEqual([{ do: 'set_slots', values: { knowledge: 'd' } }]);
  });

  it('an echo is agreed to, refused, or corrected by number', () => {
    expect(heard('确认', '', 'confirming')).toEqual([{ do: 'affirm' }]);
    expect(heard('不对', '', 'confirming')).toEqual([{ do: 'deny' }]);
    expect(heard('要改一下', '', 'confirming')).toEqual([{ do: 'deny' }]);
    expect(heard('第5题改成A', '', 'confirming')).toEqual([
      { do: 'set_slots', values: { debts: 'a' } },
    ]);
  });

  it('a reason is taken whole, and a question in its place is none', () => {
    expect(heard('刚退休，收入少了', 'reason')).toEqual([
      { do: 'set_slots', values: { reason: '刚退休，收入少了' } },
    ]);
    expect(heard('什么时候出结果？', 'reason')).toEqual([{ do: 'explain_slot' }]);
    expect(heard('给我个方案', 'reason')).toEqual([{ do: 'explain_slot' }]);
  });

  it('why it is asked, and who hears of it, is told from the handbook', () => {
    expect(heard('为什么问这个呀，会告诉别人吗')).toMatchObject([
      { do: 'answer', query: '测评为什么要问学历、工作和投资经验？' },
      { do: 'answer', query: '会不会告诉别人' },
    ]);
    expect(heard('谁能看到我填的')).toMatchObject([{ do: 'answer', query: '会不会告诉别人' }]);
  });
});

describe('the form', () => {
  const submitted = (value: Record<string, string | number>) =>
    commandsOfCard({ intent: 'risk_form', version: '2026.1', page: 1, ...value }, { assessing });

  it('answers its page and turns to the next', () => {
    expect(submitted({ age: 'b', income: 'c', shoe_size: '42' })).toEqual([
      { do: 'start_flow', flow: 'assessment' },
      { do: 'set_slots', values: { way: 'form', age: 'b', income: 'c', page: 2 } },
    ]);
  });

  it('turns back, or is put away', () => {
    expect(submitted({ page: 2, act: 'back' })?.[1]).toEqual({
      do: 'set_slots',
      values: { way: 'form', page: 1 },
    });
    expect(submitted({ act: 'cancel' })).toEqual([{ do: 'cancel_flow' }]);
  });

  it('of another version answers nothing: the one that counts is shown', () => {
    expect(submitted({ version: '2019.1', age: 'b' })?.[1]).toEqual({
      do: 'set_slots',
      values: { way: 'form' },
    });
    expect(commandsOfCard({ intent: 'risk_form', age: 'b' }, {})).toHaveLength(2);
  });

  it('is not the only card there is', () => {
    expect(commandsOfCard({ intent: 'callback' }, {})).toHaveLength(1);
    expect(commandsOfCard({ intent: 'else' }, {})).toBeNull();
  });
});

describe('a wish to be assessed', () => {
  it.each([
    '我要做风险测评',
    '开始测评',
    '重新做一次风险测评',
    '我想重新测评',
    '继续做测评',
    '做个风险评估',
  ])('%s', (text) => expect(matterOf(text)).toEqual({ do: 'start_flow', flow: 'assessment' }));

  it.each([
    '怎么做风险测评',
    '测评要做多久',
    '可以做风险测评吗',
    '做风险测评有什么用',
    '测评过期了',
  ])('is none in %s', (text) => expect(matterOf(text)).toBeNull());
});

describe('the own class', () => {
  it.each([
    '我是什么风险等级',
    '我的风险等级是多少',
    '我是c几',
    '我的测评结果是什么',
    '测评过期了吗',
    '我的测评什么时候过期',
    '查一下我的风险等级',
    '测评啥时候过的期',
    '对了我之前做的那个风险测评还有效不',
  ])('is asked for in %s', (text) => expect(asksOwnClass(text)).toBe(true));

  it.each([
    '我是什么',
    '我的收益是多少',
    '风险等级是什么',
    '测评过期了怎么办',
    '它是什么风险等级',
    '我的基金是什么类型',
    '我的等级能买r4吗',
  ])('is not asked for in %s', (text) => expect(asksOwnClass(text)).toBe(false));
});
