import { describe, expect, it } from '@jest/globals';
import type { ConversationEvent } from '../../../src/conversation/events.js';
import { fold } from '../../../src/conversation/evolve.js';
import { FLOWS_BY_NAME, flowsFor, moveFlow } from '../../../src/conversation/flows/engine.js';
import { flowEvents } from '../../../src/conversation/flows/events.js';
import type { FlowMove, FlowState } from '../../../src/conversation/flows/flow.js';
import type { Command, SlotValues } from '../../../src/terms/command.js';

const at = { turn: 't1', customer: null, message: 'm1', received: '2026-11-25' };

/** Several turns, each its commands; the flow after them, and where the last went. */
function after(...turns: readonly (readonly Command[])[]) {
  let events: readonly ConversationEvent[] = [];
  let move: FlowMove | null = null;
  for (const commands of turns) {
    move = moveFlow(fold(events).flow, commands, false);
    if (move) events = [...events, ...flowEvents(move, at)];
  }
  return { move, events, flow: fold(events).flow as FlowState };
}

const start: Command = { do: 'start_flow', flow: 'need' };
const set = (values: SlotValues): Command => ({ do: 'set_slots', values });
const money = { from: 200_000, to: 200_000 };
const years = { from: 36, to: 36 };
const all = {
  goal: 'retirement',
  amount: money,
  horizon: years,
  liquidity: 'dated',
  loss_limit: { percent: 10 },
};

describe('what may stay open', () => {
  const { goal: _goal, ...told } = all;
  const asking = {
    name: 'need',
    values: told,
    asked: ['goal'],
    stage: 'asking',
    misses: 0,
  } as const;

  it('is not asked again of whoever says yes, or wants the plan', () => {
    expect(moveFlow(asking, [{ do: 'affirm' }], false)).toMatchObject({ to: 'confirm' });
    expect(moveFlow(asking, [start], false)).toMatchObject({ to: 'confirm', values: told });
  });

  it('is left once nothing was understood a second time', () => {
    expect(moveFlow(asking, [], false)).toMatchObject({ to: 'ask', asks: ['goal'] });
    expect(moveFlow({ ...asking, misses: 1 }, [], false)).toMatchObject({ to: 'confirm' });
  });

  it('is no sum and no time: those are asked again, and a yes is no miss', () => {
    const { amount: _amount, ...others } = all;
    const open = { ...asking, values: others, asked: ['amount'], misses: 1 };
    expect(moveFlow(open, [{ do: 'affirm' }], false)).toMatchObject({ to: 'ask', manner: 'next' });
  });
});

describe('a need that was confirmed in an earlier conversation', () => {
  const flows = flowsFor(null, all);

  it('is echoed to be confirmed, not asked for again', () => {
    const move = moveFlow(null, [start], false, 2, flows);
    expect(move).toMatchObject({ to: 'confirm', values: all });
  });

  it('gives nothing to who begins with a need of their own', () => {
    const move = moveFlow(null, [start, set({ goal: 'home' })], false, 2, flows);
    expect(move).toMatchObject({ to: 'ask', values: { goal: 'home' } });
    expect(move).not.toMatchObject({ values: { amount: money } });
  });
});

describe('another question answered on the way', () => {
  it('brings one reminder, not one after every answer, and the matter stays open', () => {
    const asked = after([start]);
    const first = moveFlow(asked.flow, [], true);
    expect(first).toMatchObject({ to: 'ask', manner: 'resumed' });
    const reminded = fold([...asked.events, ...flowEvents(first as FlowMove, at)]).flow;
    expect(moveFlow(reminded, [], true)).toBeNull();
    expect(moveFlow(reminded, [set({ amount: money })], true)).toMatchObject({ to: 'ask' });
  });

  it('does not count as a miss while the echo waits for an answer', () => {
    const { flow } = after([start, set(all)]);
    expect(moveFlow({ ...flow, misses: 1 }, [], true)).toMatchObject({
      to: 'confirm',
      manner: 'resumed',
    });
  });
});

describe('an echo that waits for a yes', () => {
  const echoed = () => after([start, set(all)]);

  it('is not called corrected where nothing has changed', () => {
    const same = moveFlow(echoed().flow, [set({ amount: money })], false);
    expect(same).toMatchObject({ to: 'confirm', manner: 'first' });
    expect(moveFlow(echoed().flow, [set({ amount: money })], true)).toMatchObject({
      manner: 'resumed',
    });
  });

  it('takes a value whose keys come back in another order for the same', () => {
    const saving = { every: 'month', to: 3_000, from: 3_000 };
    const { flow } = after([
      start,
      set({ ...all, saving: { from: 3_000, to: 3_000, every: 'month' } }),
    ]);
    expect(moveFlow(flow, [set({ saving })], false)).toMatchObject({ manner: 'first' });
  });

  it('is corrected by a line taken off, once', () => {
    const withdrawal = { from: 3_000, to: 3_000, every: 'month' };
    const told = after([start, set({ ...all, withdrawal })], [set({ withdrawal: null })]);
    expect(told.move).toMatchObject({ manner: 'corrected', values: { withdrawal: null } });
    const again = moveFlow(told.flow, [set({ withdrawal: null })], false);
    expect(again).toMatchObject({ to: 'confirm', manner: 'first' });
  });

  it('asks the time again where 「随时」 was taken back', () => {
    const anytime = { ...all, liquidity: 'anytime', horizon: { from: 0, to: 1 } };
    const { flow } = after([start, set(anytime)]);
    expect(moveFlow(flow, [set({ liquidity: 'dated' })], false)).toMatchObject({
      to: 'ask',
      asks: ['horizon'],
      manner: 'corrected',
    });
  });

  it('is shown whole when the customer comes back to it', () => {
    expect(moveFlow(echoed().flow, [start], false)).toMatchObject({ manner: 'first' });
  });

  it('is named again only after three more replies', () => {
    const reminded = { ...echoed().flow, reminded: true };
    expect(moveFlow({ ...reminded, quiet: 3 }, [], true)).toBeNull();
    expect(moveFlow({ ...reminded, quiet: 4 }, [], true)).toMatchObject({ manner: 'resumed' });
  });

  it('keeps what is taken out on the way beside the whole', () => {
    const withdrawal = { from: 50_000, to: 50_000, every: 'year' };
    expect(moveFlow(echoed().flow, [set({ withdrawal })], false)).toMatchObject({
      manner: 'corrected',
      values: { amount: money, withdrawal },
    });
  });
});

describe('a need', () => {
  it('is asked for two questions at a time, and never for what was already said', () => {
    expect(after([start]).flow.asked).toEqual(['goal', 'amount']);
    expect(after([start, set({ amount: money })]).flow.asked).toEqual(['goal', 'horizon']);
    expect(after([start], [set({ goal: 'home', amount: money })]).flow.asked).toEqual([
      'horizon',
      'liquidity',
    ]);
  });

  it('is echoed back before it is recorded', () => {
    const { move, events } = after([start, set(all)]);
    expect(move).toMatchObject({ to: 'confirm', values: all });
    expect(events.map(({ kind }) => kind)).toEqual(['FlowAdvanced']);
  });

  it('is recorded when the customer agrees, and the matter is closed', () => {
    const { events, flow } = after([start, set(all)], [{ do: 'affirm' }]);
    expect(events.map(({ kind }) => kind)).toEqual(['FlowAdvanced', 'NeedStated', 'FlowClosed']);
    expect(events[1]).toMatchObject({ source: 'm1', need: { ...all, currency: 'CNY' } });
    expect(flow).toBeNull();
  });

  it('takes a correction at any time and keeps what was said before on record', () => {
    const five = { from: 60, to: 60 };
    const { move, events } = after([start, set(all)], [{ do: 'deny' }, set({ horizon: five })]);
    expect(move).toMatchObject({ to: 'confirm', values: { horizon: five } });
    const versions = events.flatMap((event) =>
      event.kind === 'FlowAdvanced' ? [event.learned['horizon']] : [],
    );
    expect(versions).toEqual([years, five]);
  });

  it('asks which, when the echo is wrong and nothing else is said', () => {
    expect(after([start, set(all)], [{ do: 'deny' }]).flow.asked).toEqual(['correction']);
  });

  it('takes no answer for an answer where the customer cannot say', () => {
    const { flow } = after([start], [{ do: 'skip_slots' }]);
    expect(flow.values).toEqual({ goal: null, amount: null });
    expect(flow.asked).toEqual(['horizon', 'liquidity']);
  });

  it.each<SlotValues>([
    { amount: { from: -5, to: -5 } },
    { amount: { from: 1e12, to: 1e12 } },
    { horizon: { from: 36, to: 12 } },
    { goal: 'yacht' },
    { loss_limit: { percent: 140 } },
    { password: 'x' },
  ])('does not take %j', (values) => {
    const { flow } = after([start], [set(values)]);
    expect(flow.values).toEqual({});
    expect(flow.asked).toEqual(['goal', 'amount']);
  });

  it('puts the trade-off to whoever wants growth and no loss', () => {
    const values = { ...all, goal: 'growth', loss_limit: { percent: 0 } };
    expect(after([start, set(values)]).flow.asked).toEqual(['priority']);
    const chosen = after([start, set(values)], [set({ priority: 'safety' })]);
    expect(chosen.move).toMatchObject({ to: 'confirm' });
  });

  it.each(['inheritance', 'business'])('for %s asks nothing more and goes to a person', (goal) => {
    const { move } = after([start, set({ goal })], [{ do: 'affirm' }]);
    expect(move).toMatchObject({ to: 'record' });
    expect(FLOWS_BY_NAME.need.handsOff({ goal })).toBe('asked');
  });

  it('is dropped, and nothing recorded, when the customer stops or is not understood twice', () => {
    const stopped = after([start, set(all)], [{ do: 'cancel_flow' }]);
    expect(stopped.move).toMatchObject({ to: 'close', how: 'cancelled' });
    const lost = after([start], [], []);
    expect(lost.move).toMatchObject({ to: 'close', how: 'given_up' });
    for (const { events } of [stopped, lost]) {
      expect(events.map(({ kind }) => kind)).not.toContain('NeedStated');
    }
  });

  it('is resumed after another question, which is no miss', () => {
    const { flow } = after([start]);
    const resumed = moveFlow(flow, [{ do: 'answer', query: '货币基金会亏吗' }], true);
    expect(resumed).toMatchObject({ to: 'ask', manner: 'resumed', asks: ['goal', 'amount'] });
  });
});

describe('another matter', () => {
  const complain: Command = { do: 'start_flow', flow: 'complaint' };

  it('is filed with the three days on which answers are due (art. 18)', () => {
    const { events } = after(
      [complain, set({ matter: '没人接电话', wish: '道歉' })],
      [{ do: 'affirm' }],
    );
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'ComplaintFiled',
        matter: '没人接电话',
        deadlines: { decision: '2026-12-10', complex: '2026-12-25', approved: '2027-01-24' },
      }),
    );
    expect(FLOWS_BY_NAME.complaint.handsOff({})).toBe('complaint');
  });

  it('about personal information is one of the rights the law names', () => {
    const { events } = after(
      [{ do: 'start_flow', flow: 'privacy' }, set({ right: 'delete' })],
      [{ do: 'affirm' }],
    );
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'PrivacyRequested', right: 'delete' }),
    );
  });

  it('takes the place of the one under way', () => {
    const { flow } = after([start], [complain]);
    expect(flow).toMatchObject({ name: 'complaint', values: {} });
  });

  it('about fraud needs no echo: what helps is said at once', () => {
    const { move } = after([{ do: 'start_flow', flow: 'fraud' }], [set({ sent: true })]);
    expect(move).toMatchObject({ to: 'record', values: { sent: true } });
  });
});
