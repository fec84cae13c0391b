import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../../../src/conversation/cases/commands.js';
import { decideCase } from '../../../src/conversation/cases/decide.js';
import type { CaseOpened, Matter } from '../../../src/conversation/cases/events.js';
import type { CaseState } from '../../../src/conversation/cases/evolve.js';
import { evolveCase, noCase } from '../../../src/conversation/cases/evolve.js';
import { complaintDeadlines } from '../../../src/compliance/complaint-deadlines.js';
import { rightDue } from '../../../src/compliance/rights.js';

const DAY = '2026-11-02';

const opened = (matter: Matter, more: Partial<CaseOpened> = {}): CaseOpened => ({
  kind: 'CaseOpened',
  matter,
  customer: 'C1',
  conversation: 'c1',
  cause: 'turn',
  channel: 'chat',
  by: null,
  words: '买的时候没说有封闭期',
  wish: '退手续费',
  received: DAY,
  due: matter === 'complaint' ? complaintDeadlines(DAY).decision : rightDue(matter, DAY, 15),
  deadlines: matter === 'complaint' ? complaintDeadlines(DAY) : null,
  erasure: null,
  ...more,
});

/** What comes of commands one after another; the last refusal, if it was one. */
function after(first: CaseOpened, ...commands: readonly (readonly [string, CaseCommand])[]) {
  let state: CaseState = evolveCase(noCase, first);
  let why: string | null = null;
  for (const [day, command] of commands) {
    const decision = decideCase(state, command, day);
    why = decision.kind === 'refused' ? decision.why : null;
    if (decision.kind === 'decided') state = decision.events.reduce(evolveCase, state);
  }
  return { state, why };
}

const take = (by = 'a', isInvolved = false): CaseCommand => ({ do: 'take', by, isInvolved });
const words = '产品说明书里有，销售时没有说清楚';
const decide = (outcome: 'upheld' | 'granted' | 'refused' = 'upheld', by = 'a'): CaseCommand => ({
  do: 'decide',
  by,
  outcome,
  words,
});

const told = (seq: number) => [{ seq, text: `您的投诉有结果了：${words}` }];
const tell = (seq: number, by = 'a'): CaseCommand => ({
  do: 'tell_outside',
  by,
  channel: 'letter',
  told: told(seq),
});

describe('a complaint', () => {
  it('is looked after by nobody who had a hand in what it is about', () => {
    expect(after(opened('complaint'), [DAY, take('a', true)]).why).toBe('involved');
    expect(after(opened('complaint'), [DAY, take()]).state.owner).toBe('a');
  });

  it('is decided by whoever looks after it, and closes only once the outcome is told', () => {
    expect(after(opened('complaint'), [DAY, decide()]).why).toBe('not_yours');
    const decided = after(opened('complaint'), [DAY, take()], [DAY, decide()]);
    expect(decided.state).toMatchObject({ stage: 'decided', toldOn: null });
    const told = after(
      opened('complaint'),
      [DAY, take()],
      [DAY, decide()],
      ['2026-11-05', tell(3)],
    );
    expect(told.state).toMatchObject({ stage: 'closed', toldOn: '2026-11-05', pending: [] });
  });

  it('told by letter keeps the letter, and is told by whoever looks after it', () => {
    const decided = [
      [DAY, take()],
      [DAY, decide()],
    ] as const;
    expect(after(opened('complaint'), ...decided, [DAY, tell(3, 'b')]).why).toBe('not_yours');
    const { state } = after(opened('complaint'), ...decided);
    expect(decideCase(state, tell(3), DAY)).toMatchObject({
      events: [{ kind: 'ToldOutside', channel: 'letter', told: told(3) }],
    });
  });

  it('is not taken for told where something else was written since somebody looked', () => {
    const write = { do: 'write', by: 'a', words: '请补充合同照片' } as const;
    const written = [
      [DAY, take()],
      [DAY, write],
      [DAY, decide()],
    ] as const;
    const first = after(opened('complaint'), ...written, [DAY, tell(3)]);
    expect(first.state).toMatchObject({ stage: 'decided', pending: [{ what: 'outcome', seq: 4 }] });
    expect(after(opened('complaint'), ...written, [DAY, tell(4)]).why).toBe('told_otherwise');
    expect(after(opened('complaint'), ...written, [DAY, tell(3)], [DAY, tell(3)]).why).toBe(
      'told_otherwise',
    );
  });

  it('stays open where only a message was told', () => {
    const write = { do: 'write', by: 'a', words: '请补充合同照片' } as const;
    const tell = { do: 'tell_in_chat', conversation: 'c1', statement: 's1' } as const;
    const { state } = after(opened('complaint'), [DAY, take()], [DAY, write], [DAY, tell]);
    expect(state).toMatchObject({ stage: 'open', pending: [], toldOn: null });
  });

  it('takes 15 days, 30 with a reason that is told, and 60 with another person’s yes', () => {
    const extend = { do: 'extend', by: 'a', words: '要等基金公司回函' } as const;
    const ask = { do: 'ask_extension', by: 'a', words: '回函还没到' } as const;
    const agree = (by: string) => ({ do: 'agree_extension', by }) as const;
    expect(evolveCase(noCase, opened('complaint')).due).toBe('2026-11-17');
    const once = after(opened('complaint'), [DAY, take()], ['2026-11-17', extend]);
    expect(once.state).toMatchObject({ due: '2026-12-02', extended: 'complex' });
    expect(once.state.pending).toMatchObject([{ what: 'extension', words: '要等基金公司回函' }]);
    const twice = [
      [DAY, take()],
      ['2026-11-17', extend],
      ['2026-12-01', ask],
    ] as const;
    expect(after(opened('complaint'), ...twice, ['2026-12-01', agree('a')]).why).toBe(
      'same_person',
    );
    const agreed = after(opened('complaint'), ...twice, ['2026-12-01', agree('b')]).state;
    expect(agreed).toMatchObject({ due: '2027-01-01', extended: 'approved', asked: null });
    expect(after(opened('complaint'), [DAY, take()], [DAY, ask]).why).toBe('not_extended');
  });

  it('is made no longer once its day has gone by', () => {
    const extend = { do: 'extend', by: 'a', words } as const;
    expect(after(opened('complaint'), [DAY, take()], ['2026-11-18', extend]).why).toBe('overdue');
  });

  it('is overdue once for each day that was set, also where it is decided and not told', () => {
    const over = { do: 'run_over' } as const;
    const once = after(opened('complaint'), [DAY, take()], [DAY, decide()], ['2026-11-18', over]);
    expect(once.state).toMatchObject({ overdueOf: '2026-11-17', isEscalated: true });
    const again = decideCase(once.state, over, '2026-11-19');
    expect(again).toEqual({ kind: 'decided', events: [] });
  });

  it('is looked at once more by another person within 30 days of the wish', () => {
    const closed = [
      [DAY, take()],
      [DAY, decide()],
      [DAY, tell(3)],
    ] as const;
    const received = '2026-11-08';
    const ask = {
      do: 'ask_review',
      by: 'a',
      channel: 'letter',
      words: '不同意',
      received,
    } as const;
    const asked = after(opened('complaint'), ...closed, ['2026-11-10', ask]);
    expect(asked.state).toMatchObject({ stage: 'open', owner: null, due: '2026-12-08' });
    const same = after(opened('complaint'), ...closed, ['2026-11-10', ask], ['2026-11-11', take()]);
    expect(same.why).toBe('involved');
    expect(after(opened('complaint'), [DAY, ask]).why).toBe('not_closed');
  });
});

describe('a request about personal information', () => {
  const identify = { do: 'identify', by: 'a', how: 'called_back' } as const;
  const copy = { do: 'copy', by: 'a', sha256: 'x', bytes: 1, counts: {} } as const;

  it('gives nothing out before it is sure who asks, and may be refused without', () => {
    expect(after(opened('access'), [DAY, take()], [DAY, copy]).why).toBe('no_identity');
    expect(after(opened('explain'), [DAY, take()], [DAY, decide('granted')]).why).toBe(
      'no_identity',
    );
    const refused = after(opened('explain'), [DAY, take()], [DAY, decide('refused')]);
    expect(refused.state.stage).toBe('decided');
  });

  it('for a copy is granted only once there is one', () => {
    const known = [
      [DAY, take()],
      [DAY, identify],
    ] as const;
    expect(after(opened('access'), ...known, [DAY, decide('granted')]).why).toBe('no_copy');
    const made = after(opened('access'), ...known, [DAY, copy], [DAY, decide('granted')]);
    expect(made.state).toMatchObject({ stage: 'decided', hasCopy: true });
  });

  it('to erase is granted by two people elsewhere, never here', () => {
    const erase = opened('delete', { erasure: 'E1' });
    const tried = after(erase, [DAY, take()], [DAY, identify], [DAY, decide('granted')]);
    expect(tried.why).toBe('by_erasure');
  });

  it('to erase is not refused here either: the erasure would go on all the same', () => {
    const erase = opened('delete', { erasure: 'E1' });
    const tried = after(erase, [DAY, take()], [DAY, identify], [DAY, decide('refused')]);
    expect(tried).toMatchObject({ why: 'by_erasure', state: { stage: 'open', pending: [] } });
    const alone = opened('delete', { erasure: null });
    expect(after(alone, [DAY, take()], [DAY, decide('refused')]).state.stage).toBe('decided');
  });

  it('to delete tags keeps what the law wants kept', () => {
    const tags = ['older', 'holds_above_class'] as const;
    const state = after(opened('tags'), [DAY, take()], [DAY, identify]).state;
    const decision = decideCase(state, { do: 'delete_tags', by: 'a', tags }, DAY);
    expect(decision).toMatchObject({
      events: [{ deleted: ['holds_above_class'], kept: ['older'] }],
    });
  });

  it('has no outcome of a complaint, and no deadlines of one', () => {
    const known = [
      [DAY, take()],
      [DAY, identify],
    ] as const;
    expect(after(opened('explain'), ...known, [DAY, decide('upheld')]).why).toBe('wrong_outcome');
    const extend = { do: 'extend', by: 'a', words } as const;
    expect(after(opened('explain'), ...known, [DAY, extend]).why).toBe('not_a_complaint');
  });
});
