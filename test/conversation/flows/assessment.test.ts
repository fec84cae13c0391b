import { describe, expect, it } from '@jest/globals';
import type { ConversationEvent } from '../../../src/conversation/events.js';
import { fold } from '../../../src/conversation/evolve.js';
import type { Assessing } from '../../../src/conversation/flows/assessment.js';
import { flowsFor, moveFlow } from '../../../src/conversation/flows/engine.js';
import { flowEvents } from '../../../src/conversation/flows/events.js';
import type { FlowMove } from '../../../src/conversation/flows/flow.js';
import type { Command, SlotValues } from '../../../src/terms/command.js';
import { addDays } from '../../../src/terms/time.js';
import { STEADY, personal } from '../../advice/profiling/questionnaires.js';

const TODAY = '2026-11-26';
const NOON = Date.UTC(2026, 10, 26, 4);
const MINUTE = 60_000;

const known: Assessing = {
  questionnaire: personal,
  last: null,
  attempts: [],
  nth: 1,
  age: 47,
  saidAt: NOON,
  today: TODAY,
};

/** Turns a minute apart, each its commands. */
function after(who: Partial<Assessing>, ...turns: readonly (readonly Command[])[]) {
  let events: readonly ConversationEvent[] = [];
  let move: FlowMove | null = null;
  turns.forEach((commands, at) => {
    const assessing = { ...known, ...who, saidAt: NOON + at * MINUTE };
    move = moveFlow(fold(events).flow, commands, false, 2, flowsFor(assessing));
    if (!move) return;
    const context = { turn: `t${at}`, customer: 'C1', message: 'm', received: TODAY };
    events = [...events, ...flowEvents(move, { ...context, assessing })];
  });
  return { move: move as FlowMove | null, events, flow: fold(events).flow };
}

const start: Command = { do: 'start_flow', flow: 'assessment' };
const set = (values: SlotValues): Command => ({ do: 'set_slots', values });
const yes: Command = { do: 'affirm' };
const c = (tolerance: 1 | 2 | 3 | 4 | 5, lowestCategory = false) => ({ tolerance, lowestCategory });

describe('an assessment', () => {
  it('asks how it will be answered, then one question after another', () => {
    expect(after({}, [start]).move).toMatchObject({ to: 'ask', asks: ['way'], manner: 'opening' });
    expect(after({}, [start], [set({ way: 'words' })]).move).toMatchObject({ asks: ['age'] });
    expect(after({}, [start], [set({ age: 'b' })]).move).toMatchObject({ asks: ['income'] });
  });

  it('leaves every answer on record with the message it was said in', () => {
    const { events } = after({}, [start], [set({ way: 'words' })], [set({ age: 'b' })]);
    expect(events.at(-1)).toMatchObject({ kind: 'FlowAdvanced', learned: { age: 'b' } });
  });

  it('takes no answer that is none of the options', () => {
    const { move } = after({}, [start], [set({ age: 'e' })]);
    expect(move).toMatchObject({ manner: 'rejected', asks: ['way'] });
    expect(after({}, [start, set({ checked: 'x', started: 0 })]).flow?.values).toEqual({
      version: '2026.1',
      started: NOON,
    });
  });

  it('leaves no question open: 「不知道」 is no answer, and twice of it ends the matter', () => {
    const skip: Command = { do: 'skip_slots' };
    const begun = [[start], [set({ way: 'words' })]] as const;
    expect(after({}, ...begun, [skip]).move).toMatchObject({ manner: 'again', asks: ['age'] });
    expect(after({}, ...begun, [skip], [skip]).move).toMatchObject({ how: 'given_up' });
  });

  it('explains a question without counting it as a miss', () => {
    const help: Command = { do: 'explain_slot' };
    const { move } = after({}, [start], [set({ way: 'words' })], [help], [help], [help]);
    expect(move).toMatchObject({ manner: 'explained', asks: ['age'] });
  });

  it('counts once the answers have been echoed and agreed to', () => {
    expect(after({}, [start], [set(STEADY)]).move).toMatchObject({ to: 'confirm' });
    const { events } = after({}, [start], [set(STEADY)], [yes]);
    expect(events.at(-2)).toMatchObject({
      kind: 'RiskAssessed',
      nth: 1,
      questionnaire: { id: 'personal', version: '2026.1' },
      answers: STEADY,
      tookMs: 2 * MINUTE,
      tolerance: 3,
      previous: null,
      reason: null,
      day: TODAY,
      expires: '2027-11-26',
      counts: true,
    });
  });

  it('is not missed by whoever comes back to it', () => {
    const back = after({}, [start], [set({ way: 'words' })], [start], [start], [start]);
    expect(back.move).toMatchObject({ to: 'ask', manner: 'resumed', asks: ['age'] });
  });

  it('goes on with the version it began with', () => {
    const { flow } = after({}, [start]);
    expect(flow?.values['version']).toBe('2026.1');
  });
});

describe('a version that is taken back while it is being answered', () => {
  const next = { ...personal, version: '2027.1' };
  /** Turns under the first version, and one more under the next. */
  function then(turns: readonly (readonly Command[])[], last: readonly Command[]) {
    const { flow } = after({}, ...turns);
    return moveFlow(flow, last, false, 2, flowsFor({ ...known, questionnaire: next }));
  }

  it.each([
    ['half way', [[start], [set({ way: 'words' })], [set({ age: 'b' })]], [set({ income: 'b' })]],
    ['with all answers given', [[start], [set({ way: 'words' })], [set(STEADY)]], [yes]],
  ])('begins anew %s, and no answer to the old one counts', (_, turns, last) => {
    expect(then(turns, last)).toEqual({
      to: 'ask',
      flow: 'assessment',
      values: { version: '2027.1', started: NOON, way: 'words' },
      learned: {},
      asks: ['age'],
      manner: 'renewed',
    });
  });

  it('asks first how it will be answered where nobody had said', () => {
    expect(then([[start]], [start])).toMatchObject({ manner: 'renewed', asks: ['way'] });
    expect(then([[start]], [set({ way: 'form' })])).toMatchObject({ values: { way: 'form' } });
  });

  it('is put away like any other', () => {
    expect(then([[start]], [{ do: 'cancel_flow' }])).toMatchObject({ how: 'cancelled' });
  });
});

describe('a class other than the last', () => {
  const answered = [[start], [set(STEADY)], [yes]] as const;

  it('is asked why, and confirmed once more, before it counts', () => {
    const who = { last: c(2) };
    expect(after(who, ...answered).move).toMatchObject({ to: 'ask', asks: ['reason'] });
    const told = [...answered, [set({ reason: '升职了' })]] as const;
    expect(after(who, ...told).move).toMatchObject({ to: 'confirm' });
    const { events } = after(who, ...told, [yes]);
    expect(events.at(-2)).toMatchObject({
      kind: 'RiskAssessed',
      previous: c(2),
      reason: '升职了',
      counts: true,
    });
  });

  it('is echoed whole again where an answer is corrected after the first yes', () => {
    const who = { last: c(2) };
    const corrected = [...answered, [set({ reason: '升职了' })], [set({ reaction: 'c' })]] as const;
    expect(after(who, ...corrected).move).toMatchObject({ to: 'confirm', manner: 'corrected' });
    // The first yes was to other answers: this one is to these, and the reason is on record already.
    expect(after(who, ...corrected, [yes]).move).toMatchObject({ to: 'record' });
  });

  it('asks nothing where the class is as before', () => {
    expect(after({ last: c(3) }, ...answered).move).toMatchObject({ to: 'record' });
  });

  it('waits for a person from two levels up, and brings one in', () => {
    const who = { last: c(1) };
    const { events, move } = after(who, ...answered, [set({ reason: '想法变了' })], [yes]);
    expect(events.at(-2)).toMatchObject({ kind: 'RiskAssessed', tolerance: 3, counts: false });
    const values = move?.to === 'record' ? move.values : {};
    const later = { ...known, ...who, saidAt: NOON + 5 * MINUTE };
    expect(flowsFor(later).assessment?.handsOff(values)).toBe('class_change');
  });

  it('counts at once from two levels down, and brings a person in all the same', () => {
    const { events } = after({ last: c(5) }, ...answered, [set({ reason: '想法变了' })], [yes]);
    expect(events.at(-2)).toMatchObject({ tolerance: 3, counts: true });
  });
});

describe('answers with a doubt', () => {
  const contrary = { ...STEADY, years: 'a', held: 'd' };

  it('may be put right before they count', () => {
    const turns = [[start], [set(contrary)], [set({ years: 'd' })], [yes]] as const;
    expect(after({}, ...turns).events.at(-2)).toMatchObject({ kind: 'RiskAssessed' });
  });

  it('come to no class where the customer insists, and to no question why', () => {
    const { events } = after({ last: c(1) }, [start], [set(contrary)], [yes]);
    expect(events.at(-2)).toMatchObject({
      kind: 'AssessmentInvalid',
      doubts: [{ kind: 'contradiction', questions: [6, 7] }],
    });
  });

  it('are those of a customer whose birthday is another', () => {
    const { events } = after({ age: 68 }, [start], [set(STEADY)], [yes]);
    expect(events.at(-2)).toMatchObject({ kind: 'AssessmentInvalid', doubts: [{ kind: 'age' }] });
  });
});

describe('the last chance', () => {
  it('taken elsewhere meanwhile leaves nothing on record', () => {
    const who = { attempts: [TODAY, TODAY] };
    const { events } = after(who, [start], [set(STEADY)], [yes]);
    expect(events.map(({ kind }) => kind)).not.toContain('RiskAssessed');
    expect(events.at(-1)).toMatchObject({ kind: 'FlowClosed' });
  });

  it('of yesterday does not count for today', () => {
    const who = { attempts: [addDays(TODAY, -1), addDays(TODAY, -1)] };
    const { events } = after(who, [start], [set(STEADY)], [yes]);
    expect(events.at(-2)).toMatchObject({ kind: 'RiskAssessed' });
  });
});
