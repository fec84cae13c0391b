import { describe, expect, it } from '@jest/globals';
import { flowParagraph } from '../../../src/agent/compose/flow.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import type { FlowMove } from '../../../src/conversation/flows/flow.js';
import { loadWordings } from '../../../src/wording/prompts.js';
import { turnOf } from '../understand/llm-turn.js';

const wordings = loadWordings('prompts');
const NOON = Date.parse('2026-11-25T04:00:00Z');
const say = (move: FlowMove, changes: Parameters<typeof turnOf>[1] = {}) =>
  flowParagraph(wordings, turnOf('', { now: NOON, seed: 0, ...changes }), move);
const values = {
  amount: { from: 300_000, to: 300_000 },
  goal: 'retirement',
  horizon: { from: 36, to: 60 },
  loss_limit: { percent: 10 },
  liquidity: null,
};

describe('a matter of several messages in words', () => {
  const ask = {
    to: 'ask',
    flow: 'need',
    values: {},
    learned: {},
    asks: ['goal', 'amount'],
  } as const;

  it('opens with why, then two questions and a way out', () => {
    const { text, suggestions } = say({ ...ask, manner: 'opening' })!;
    expect(text).toMatch(/顾问.*\n\n1\. .*\n2\. /s);
    expect(suggestions.at(-1)).toEqual({ label: '先不说了', say: '先不说了' });
  });

  it('says a vague sum as it was said, and everything in the order it is asked', () => {
    const amount = { from: 270_000, to: 330_000 };
    const learned = { amount, goal: 'retirement' };
    const { text, facts } = say({ ...ask, values: learned, learned, manner: 'next' })!;
    expect(text).toContain('记下了：养老，30 万元左右。');
    expect(facts).toContainEqual({ value: 300_000, unit: 'yuan', label: '金额' });
    const wide = { amount: { from: 200_000, to: 300_000 } };
    expect(say({ ...ask, values: wide, learned: wide, manner: 'next' })!.text).toContain(
      '20 万元到 30 万元',
    );
  });

  it('does not say the same twice in other words', () => {
    const learned = { horizon: { from: 0, to: 1 }, liquidity: 'anytime' };
    const { text } = say({ ...ask, values: learned, learned, manner: 'next' })!;
    expect(text).toContain('记下了：随时可能要用。');
  });

  it('says after a correction what is otherwise now, and claims no change that was not made', () => {
    const confirm = { to: 'confirm', flow: 'need', values, manner: 'corrected' } as const;
    const said = say({ ...confirm, learned: { loss_limit: { percent: 10 } } })!.text;
    expect(said).toContain('能接受的亏损改成「最多亏 10%」');
    expect(said).not.toContain('用途改成');
    expect(say({ ...confirm, learned: {} })!.text).not.toContain('改成「');
  });

  it('says all that stands once something told before was told otherwise', () => {
    const saving = { from: 3_000, to: 3_000, every: 'month' };
    const told = { ...values, saving, withdrawal: null };
    const { text } = say({ ...ask, values: told, learned: { saving }, manner: 'corrected' })!;
    expect(text).toMatch(/改.*养老.*30 万元.*定期存入：每月 3,000 元.*中间要取：不取.*最多亏 10%/s);
  });

  it('says which way a regular sum goes', () => {
    const saving = { from: 3_000, to: 3_000, every: 'month' };
    const learned = { saving, withdrawal: null };
    const { text } = say({ ...ask, values: learned, learned, manner: 'next' })!;
    expect(text).toContain('定期存入每月 3,000 元，中间不取');
  });

  it('tells what the law keeps only where data is to be deleted', () => {
    const record = { to: 'record', flow: 'privacy', learned: {} } as const;
    expect(say({ ...record, values: { right: 'delete' } })!.text).toContain('法律要求保存');
    expect(say({ ...record, values: { right: 'opt_out' } })!.text).not.toContain('法律');
  });

  it('says of several rights what holds from now on, and what waits for a person', () => {
    const record = { to: 'record', flow: 'privacy', learned: {} } as const;
    const both = say({ ...record, values: { right: ['opt_out', 'delete'] } })!.text;
    expect(both).toMatch(/已经办好：关闭个性化推荐，从现在起生效.*已经登记：删除个人信息/s);
    const seen = say({ ...record, values: { right: ['access', 'stop_marketing'] } })!.text;
    expect(seen).toMatch(/已经办好：停止营销.*已经登记：查看我们存了您哪些资料。/s);
    expect(say({ ...record, values: { right: 'opt_out' } })!.text).toContain('改回来');
  });

  it('takes several purposes one after the other', () => {
    expect(say({ ...ask, manner: 'rejected' })!.text).toContain('一件一件来');
  });

  it('warns again, and never gives up without a warning, while someone may be cheated', () => {
    const fraud = { to: 'ask', flow: 'fraud', values: {}, learned: {}, asks: ['sent'] } as const;
    expect(say({ ...fraud, manner: 'again' })!.text).toMatch(/先别转钱.*转出去了吗/s);
    expect(say({ to: 'close', flow: 'fraud', how: 'given_up' })!.text).toContain('110');
  });

  it('repeats what it heard before it asks on', () => {
    const learned = { amount: values.amount };
    const { text, facts } = say({
      ...ask,
      values: learned,
      learned,
      asks: ['goal'],
      manner: 'next',
    })!;
    expect(text).toContain('记下了：30 万元。');
    expect(facts).toContainEqual({ value: 300_000, unit: 'yuan', label: '金额' });
  });

  it('echoes everything before it is recorded, what is open included', () => {
    const { text } = say({ to: 'confirm', flow: 'need', values, learned: {}, manner: 'first' })!;
    expect(text.indexOf('用途')).toBeLessThan(text.indexOf('金额'));
    for (const words of ['用途：养老', '金额：30 万元', '3 年到 5 年', '最多亏 10%', '还没想好']) {
      expect(text).toContain(words);
    }
  });

  it('never repeats the words of a complaint, whatever they hold', () => {
    const matter = '经理说这款保本保息';
    const { text } = say({
      to: 'confirm',
      flow: 'complaint',
      values: { matter, wish: '退钱' },
      learned: {},
      manner: 'first',
    })!;
    expect(text).not.toContain('保本');
  });

  it('tells a complainant the days on which answers are due', () => {
    const move = { to: 'record', flow: 'complaint', values: {}, learned: {} } as const;
    const { text, facts } = say(move)!;
    expect(text).toMatch(/12 月 10 日（周四）.*12 月 25 日（周五）/s);
    expect(facts).toHaveLength(2);
    const [message] = turnOf('').messages;
    const yesterday = [{ ...message!, at: NOON - 86_400_000 }];
    expect(say(move, { messages: yesterday })!.text).toContain('12 月 9 日（周三）');
  });

  it('tells a visitor that nobody can be identified yet', () => {
    const move = {
      to: 'record',
      flow: 'privacy',
      values: { right: 'delete' },
      learned: {},
    } as const;
    expect(say(move, { customer: null })!.text).toContain('没有登录');
    expect(say(move)!.text).not.toContain('没有登录');
  });

  it('offers only the times that were offered', () => {
    const slot = { id: '2026-11-26T09:00', label: '11 月 26 日（周四）09:00–11:30' };
    const state = { ...emptyState, callbackSlots: [slot] };
    const move = { ...ask, flow: 'callback', asks: ['time'], manner: 'opening' } as const;
    expect(say(move, { state })!.suggestions).toEqual([{ label: slot.label, say: slot.label }]);
    expect(say(move)!.text).toContain('还没有登录');
  });

  it('ends without a word where something more urgent is said', () => {
    expect(say({ to: 'close', flow: 'need', how: 'interrupted' })).toBeNull();
    expect(say({ to: 'close', flow: 'need', how: 'cancelled' })!.text).toContain('不会登记');
  });
});
