import { describe, expect, it } from '@jest/globals';
import type { Settled, Step } from '../../src/conversation/agent.js';
import { consequences } from '../../src/conversation/consequences.js';
import { nothing } from './harness.js';

const slot = { id: '2026-11-26T09:00', label: '11 月 26 日（周四）09:00–11:30' };
const unsure: Settled = { step: { say: 'unsure', query: '' }, result: nothing };
const handoff: Settled = {
  step: { say: 'handoff', reason: 'asked', call: { name: 'request_human', args: {} } },
  result: { ...nothing, slots: [slot] },
};

describe('after a reply', () => {
  it('a handoff, a booking and a withdrawal are events of their own', () => {
    const place = { turn: 't1', customer: null, message: 'm1', received: '2026-11-25' };
    const booked: Settled = { step: { say: 'callback_booked', slot }, result: null };
    const cancelled: Settled = { step: { say: 'handoff_cancelled' }, result: null };
    expect(consequences(place, [handoff, unsure, booked, cancelled])).toEqual([
      { kind: 'HandoffRequested', turn: 't1', reason: 'asked', slots: [slot] },
      { kind: 'CallbackBooked', turn: 't1', slot },
      { kind: 'HandoffCancelled', turn: 't1' },
    ]);
  });

  it('what was told stands in the request for a person', () => {
    const place = { turn: 't1', customer: null, message: 'm1', received: '2026-11-25' };
    const told = { flow: 'complaint', values: { matter: '扣错了钱' } } as const;
    const cut: Settled = { ...handoff, step: { ...handoff.step, told } as Step };
    expect(consequences(place, [cut])).toMatchObject([{ kind: 'HandoffRequested', told }]);
  });
});
