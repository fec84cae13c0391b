import { describe, expect, it } from '@jest/globals';
import { ofPlanIn } from '../../../src/agent/understand/plan-answers.js';
import type { TurnContext } from '../../../src/conversation/agent.js';
import type { ConversationState } from '../../../src/conversation/evolve.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { Stage } from '../../../src/conversation/proposal/evolve.js';

/** A conversation of a customer whose latest proposal stands so; null: there is none. */
function heard(text: string, stage: Stage | null, changes: Partial<ConversationState> = {}) {
  const signed = stage === 'drafted' || stage === null ? null : { by: {}, reason: null };
  const proposal = stage && { state: { stage, signed } };
  const state = { ...emptyState, sincePlan: stage === 'presented' ? 0 : null, ...changes };
  return ofPlanIn(text, { proposal, state, today: '2026-11-26' } as unknown as TurnContext);
}
const answer = (one: 'read' | 'refused', rest = '') => ({
  commands: [{ do: 'answer_plan', answer: one }],
  rest,
});
const status = (rest = '') => ({ commands: [{ do: 'plan_status' }], rest });
const flow = { name: 'need', values: {}, asked: [], stage: 'asking', misses: 0 } as const;

describe('while a draft waits', () => {
  it('is asked how it stands by who only means to wait, unless a complaint is on record', () => {
    expect(heard('好的，那我等通知就行了吧？', 'drafted')).toMatchObject({
      commands: [{ do: 'plan_status' }],
    });
    expect(heard('那我等结果就行了吧', null)).toBeNull();
    expect(heard('那我等结果就行了吧', 'drafted', { complaintDue: {} as never })).toBeNull();
  });
});

describe('while a signed plan waits for the customer', () => {
  it.each([
    '我看过了',
    '方案我看过了',
    '看过了，可以',
    '嗯，看完了，谢谢',
    '这份方案我仔细看了一遍',
    '可以，就这样',
    '没问题',
    '我同意这个方案',
    '收到，已经看到了',
  ])('%s says that it was read', (said) => {
    expect(heard(said, 'presented')).toEqual(answer('read'));
  });

  it.each([
    '不采用',
    '这个方案我不采用',
    '这个方案我不要',
    '方案我不想要了',
    '我不接受这个方案',
    '看过了，不太合适',
    '方案算了吧',
    '这个方案我不要，重新给我排一个',
    '不采用，换个更稳的',
    '不要了',
    '还是不采用这个方案了',
    '想了想，这方案我还是不要了',
    '我考虑了一下，决定不采纳',
    '和家里人商量过，方案取消吧',
    '我不打算按这个方案来',
    '这份方案作废吧',
  ])('%s says that it will not be taken', (said) => {
    expect(heard(said, 'presented')).toEqual(answer('refused'));
  });

  it.each([
    ['看过了，帮我把这些都买了', 'read', '帮我把这些都买了'],
    ['这个方案我不要，我想看看货币基金', 'refused', '我想看看货币基金'],
    ['方案看过了。安鑫纯债最多亏多少？', 'read', '安鑫纯债最多亏多少？'],
  ] as const)('%s leaves the rest to be read', (said, one, rest) => {
    expect(heard(said, 'presented')).toEqual(answer(one, rest));
  });

  it.each([
    '你看过了吗',
    '不采用会怎么样？',
    '我还没看',
    '我看看',
    '好的',
    '谢谢',
    '不要给我打电话',
    '可以亏多少',
    '看了新闻有点怕',
  ])('%s answers nothing', (said) => {
    expect(heard(said, 'presented')).toBeNull();
  });

  it('takes bare words for the plan only while it was just shown, and nothing else is asked', () => {
    for (const said of ['可以', '不要了']) {
      expect(heard(said, 'presented', { sincePlan: 1 })).toBeNull();
      expect(heard(said, 'presented', { flow })).toBeNull();
    }
    expect(heard('看过了', 'presented', { sincePlan: 3 })).toEqual(answer('read'));
    expect(heard('看过了', 'presented', { sincePlan: 4 })).toBeNull();
    expect(heard('方案看过了', 'presented', { sincePlan: null, flow })).toEqual(answer('read'));
  });

  it('lets an emergency go first', () => {
    expect(heard('方案我看过了，警察让我把钱转到安全账户', 'presented')).toBeNull();
    expect(heard('我的方案怎么样了，我不想活了', 'presented')).toBeNull();
  });
});

describe('before and after that', () => {
  it.each(['drafted', 'approved', 'acknowledged', 'declined', 'expired'] as const)(
    'only who names a plan that is %s means it',
    (at) => {
      expect(heard('这个方案我不要了', at)).toEqual(answer('refused'));
      expect(heard('方案看过了', at)).toEqual(answer('read'));
      for (const said of ['看过了，可以', '不要了', '不采用']) expect(heard(said, at)).toBeNull();
    },
  );

  it('「不采用」 right under a draft is of the draft', () => {
    const shownPlan = { goal: 'education', ago: 0 };
    for (const said of ['还是不采用了', '不采纳', '不采用'])
      expect(heard(said, 'drafted', { shownPlan })).toEqual(answer('refused'));
    expect(heard('不采用', 'drafted', { shownPlan: { ...shownPlan, ago: 4 } })).toBeNull();
  });

  it('of several plans, the one for the goal that is named', () => {
    expect(heard('养老那个方案我不要了', 'presented')).toEqual({
      commands: [{ do: 'answer_plan', answer: 'refused', goal: 'retirement' }],
      rest: '',
    });
  });

  it('there is nothing to answer where there never was a plan', () => {
    expect(heard('这个方案我不要', null)).toBeNull();
    expect(heard('方案看过了', null)).toBeNull();
  });
});

describe('how the latest plan stands', () => {
  it.each([
    '我的方案怎么样了',
    '方案审核好了吗',
    '方案审核完了没有？',
    '我的方案，审好了吗',
    '那个方案通过了没',
    '方案好了吗',
    '方案到哪一步了',
    '方案什么时候能审完',
    '方案有结果了吗',
    '顾问看过了吗',
    '方案呢',
  ])('%s asks it', (said) => {
    expect(heard(said, 'drafted')).toEqual(status());
  });

  it.each(['审核要多久', '还没审完？', '审好了没', '还在审核吗'])(
    '%s asks it while it waits, and only then',
    (said) => {
      expect(heard(said, 'drafted')).toEqual(status());
      expect(heard(said, 'acknowledged')).toBeNull();
      expect(heard(said, null)).toBeNull();
    },
  );

  it.each(['开户审核要多久', '审核的人是谁', '资料审核严吗'])('%s does not', (said) => {
    expect(heard(said, 'drafted')).toBeNull();
  });

  it('is asked for beside something else, and of no plan at all only by who calls it theirs', () => {
    expect(heard('我的方案怎么样了？顺便问下赎回几天到账', 'drafted')).toEqual(
      status('顺便问下赎回几天到账'),
    );
    expect(heard('我的方案审核好了吗', null)).toEqual(status());
    expect(heard('方案审核通过了吗', null)).toBeNull();
    expect(heard('方案呢', null)).toBeNull();
  });

  it('is what comes of wanting to see a signed plan, not a new draft', () => {
    expect(heard('再给我看看那个方案', 'presented')).toEqual(status());
    expect(heard('给我看看方案', 'drafted')).toBeNull();
  });

  it.each([
    '方案看不懂',
    '方案做不做',
    '方案怎么样',
    '给我个方案',
    '方案能不能改',
    '重新做个方案',
    '你们的方案怎么做的',
    '赎回审核多久',
  ])('%s asks something else', (said) => {
    expect(heard(said, 'drafted')).toBeNull();
  });
});
