import { describe, expect, it } from '@jest/globals';
import { askedAfterFlow } from '../../../src/agent/understand/after-flow.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { FlowName } from '../../../src/terms/command.js';

const DUE = { decision: '2026-12-11', complex: '2026-12-26' };
const after = (flow: FlowName, ago = 1) => ({ ...emptyState, lastSettled: { flow, ago } });

describe('right after a matter was recorded', () => {
  it.each(['那接下来怎么弄', '然后呢', '接下来呢', '下一步做什么', '还要我做什么吗', '多久办好'])(
    '%s asks about that matter',
    (text) => {
      expect(askedAfterFlow(text, after('need'))).toEqual({ do: 'follow_settled', flow: 'need' });
    },
  );

  it.each(['什么时候给我答复', '多久给我答复不给我就去银保监告你们', '那多久有结果'])(
    '%s asks when the complaint is decided',
    (text) => {
      const command = { do: 'follow_settled', flow: 'complaint' };
      expect(askedAfterFlow(text, after('complaint'))).toEqual(command);
    },
  );

  it.each(['刚才那个编号再说一遍，还有最晚哪天', '把投诉号重新发我一下', '你们凭什么说要调查'])(
    '%s is asked of the complaint on record, however long ago',
    (text) => {
      const state = { ...emptyState, complaintDue: DUE as never };
      const command = { do: 'follow_settled', flow: 'complaint' };
      expect(askedAfterFlow(text, state)).toEqual(command);
    },
  );

  it('is answered from knowledge where the law says how long', () => {
    expect(askedAfterFlow('多久办好', after('privacy'))).toMatchObject({ do: 'answer' });
  });
});

describe('the same words', () => {
  it.each(['多久到账', '什么时候能涨回来', '基金怎么买'])('%s is no question about it', (text) => {
    expect(askedAfterFlow(text, after('need'))).toBeNull();
  });

  it('mean nothing of it later, or while another matter is open', () => {
    expect(askedAfterFlow('然后呢', after('need', 9))).toBeNull();
    const flow = { name: 'need', values: {}, asked: [], stage: 'asking', misses: 0 } as const;
    expect(askedAfterFlow('然后呢', { ...after('complaint'), flow })).toBeNull();
  });
});

describe('what comes after a yes that is not said yet', () => {
  it('is of the plan under way or on record, else of what is spoken of', () => {
    const said = '我同意的话下一步呢';
    const need = { do: 'follow_settled', flow: 'need' };
    const flow = { name: 'need', values: {}, asked: [], stage: 'asking', misses: 0 } as const;
    expect(askedAfterFlow(said, { ...emptyState, flow })).toMatchObject({ do: 'answer' });
    expect(askedAfterFlow(said, { ...emptyState, need: {} })).toEqual(need);
    const ofProduct = { ...emptyState, products: ['QY0021'] };
    expect(askedAfterFlow(said, ofProduct)).toMatchObject({ do: 'answer' });
    expect(askedAfterFlow(said, emptyState)).toEqual({ do: 'clarify', options: [] });
    expect(askedAfterFlow('我同意', emptyState)).toBeNull();
  });
});

describe('a complaint on record', () => {
  const complaintDue = { decision: '2026-12-11', complex: '2026-12-26' } as never;
  const filed = { ...emptyState, complaintDue };

  it.each([
    '单号多少',
    '投诉编号是什么',
    '编号给我',
    '最迟什么时候有结果',
    '到时候没人理我怎么办',
    '投诉多久能处理好',
  ])('is what %s is about, and nothing where none is', (text) => {
    expect(askedAfterFlow(text, filed)).toEqual({ do: 'follow_settled', flow: 'complaint' });
    expect(askedAfterFlow(text, emptyState)).toBeNull();
  });

  it('reads words that repeat a thousand times once', () => {
    expect(askedAfterFlow('我的'.repeat(1_000), filed)).toBeNull();
  });

  it.each(['顾问的执业编号怎么查', '产品编号是多少', '赎回多久到账', '没人理我怎么办啊'])(
    '%s is something else',
    (text) => expect(askedAfterFlow(text, filed)).toBeNull(),
  );

  it.each(['投诉登记号给我', '我刚才已经登记过了', '我就等你们十二号的结果', '我的投诉到哪一步了'])(
    'is what %s is about, however long ago',
    (text) => {
      const command = { do: 'follow_settled', flow: 'complaint' };
      expect(askedAfterFlow(text, filed)).toEqual(command);
      expect(askedAfterFlow(text, emptyState)).toBeNull();
    },
  );
});
