import { failsAgain } from '../../src/conversation/handoff/triggers.js';
import { describe, expect, it } from '@jest/globals';
import { loadQuestionnaires } from '../../src/app/questionnaire.js';
import type { Settled, Step, ToolResult } from '../../src/conversation/agent.js';
import { emptyResult } from '../../src/conversation/agent.js';
import {
  advance,
  consequences,
  settle,
  withHelpWhenCheated,
  withoutIdleApology,
} from '../../src/conversation/decide.js';
import { emptyState } from '../../src/conversation/evolve.js';
import type { ConversationState } from '../../src/conversation/evolve.js';
import { flowsFor } from '../../src/conversation/flows/engine.js';
import { outcomeOf } from '../../src/conversation/outcome.js';
import type { Command } from '../../src/terms/command.js';
import { unknownFraud } from '../../src/terms/fraud.js';
import { passageId, productCode } from '../../src/terms/ids.js';
import type { Passage } from '../../src/terms/passage.js';
import { demoProduct } from '../demo/demo-shelf.js';
import { nothing } from './harness.js';

const slot = { id: '2026-11-26T09:00', label: '11 月 26 日（周四）09:00–11:30' };
const answer: Command = { do: 'answer', query: '赎回几天到账' };
const thanks: Command = { do: 'social', act: 'thanks' };
const says = (commands: readonly Command[], state = emptyState) =>
  advance(state, commands).map(({ say }) => say);
const passage: Passage = {
  id: passageId('faq/a#1'),
  document: 'faq/a',
  kind: 'faq',
  title: '赎回',
  article: null,
  text: '看产品。',
  issuer: '青屿财富',
  effective: null,
  expires: null,
  source: null,
  evidence: null,
  product: null,
};

describe('an assessment', () => {
  const start: Command = { do: 'start_flow', flow: 'assessment' };
  const [questionnaire] = loadQuestionnaires();
  const flows = flowsFor({
    questionnaire: questionnaire!,
    last: null,
    attempts: [],
    nth: 1,
    age: null,
    saidAt: 0,
    today: '2026-11-26',
  });

  it('looks up as it begins whether it may be taken, and not again later', () => {
    const [first] = advance(emptyState, [start], 'standard', flows);
    expect(first).toMatchObject({ say: 'flow', call: { name: 'start_risk_assessment' } });
    const open = { name: 'assessment', values: {}, asked: ['way'], stage: 'asking', misses: 0 };
    const state = { ...emptyState, flow: open as ConversationState['flow'] };
    const way: Command = { do: 'set_slots', values: { way: 'words' } };
    expect(advance(state, [start, way], 'standard', flows)[0]).not.toHaveProperty('call');
  });

  it('does not begin where none may be taken, and leaves what is open as it is', () => {
    const [step] = advance(emptyState, [start], 'standard', flows) as [Step];
    const closed = settle(step, { ...emptyResult, failure: 'no assessment is left for now' }, 0.5);
    expect(closed.step).toMatchObject({ say: 'assessment_closed' });
    expect(settle(step, emptyResult, 0.5).step).toBe(step);
  });

  it('asks nothing of whoever is not known', () => {
    expect(advance(emptyState, [start])).toMatchObject([{ say: 'assessment_closed' }]);
  });
});

describe('files that came with the words', () => {
  const files: Command = { do: 'receive_files' };
  const product: Command = { do: 'foreign_product' };

  it('are acknowledged, however much else is asked', () => {
    expect(says([files])).toEqual(['files_kept']);
    expect(says([answer, product, { do: 'own_account', query: '' }, answer, files])).toEqual([
      'answer',
      'foreign_product',
      'own_account',
      'files_kept',
    ]);
  });

  it('give way to an emergency', () => {
    expect(says([{ do: 'emergency', kind: 'self_harm' }, files])).not.toContain('files_kept');
  });

  it('leave the matter under way where it was', () => {
    const flow = { name: 'complaint', values: {}, asked: ['matter'], stage: 'asking', misses: 0 };
    expect(says([files], { ...emptyState, flow: flow as never })).toEqual(['files_kept', 'flow']);
  });

  it('are what an unanswered question beside them was about', () => {
    const unsure: Settled = { step: { say: 'unsure', query: '这张对吗' }, result: null };
    const kept: Settled = { step: { say: 'files_kept' }, result: null };
    expect(withoutIdleApology([unsure, kept])).toEqual([kept]);
    expect(withoutIdleApology([unsure])).toEqual([unsure]);
  });
});

describe('a matter under way', () => {
  const flow = { name: 'need', values: {}, asked: ['goal'], stage: 'asking', misses: 0 };
  const state = { ...emptyState, flow: flow as never };

  it('is not asked about again because of thanks', () => {
    expect(says([thanks], state)).toEqual(['social']);
  });

  it('ends without a word where it is an alarm nobody came back to', () => {
    const quiet = { ...emptyState, flow: { ...flow, name: 'fraud', quiet: 3 } as never };
    expect(says([answer], quiet)).toEqual(['answer', 'flow']);
    expect(advance(quiet, [answer])[1]).toMatchObject({ move: { to: 'close' } });
  });
});

describe('whoever is being cheated', () => {
  const unsure: Settled = { step: { say: 'unsure', query: '' }, result: null };
  const fraud = { ...unknownFraud, isAlarm: true, ago: 1 };
  const cheated = { ...emptyState, fraud };

  it('never hears that nothing was found', () => {
    expect(withHelpWhenCheated(cheated, [unsure])).toMatchObject([
      { step: { say: 'emergency', kind: 'fraud', told: { news: ['steps'] } } },
    ]);
    const wasTold = { ...cheated, fraud: { ...fraud, news: ['steps'] as const } };
    expect(withHelpWhenCheated(wasTold, [unsure])).toMatchObject([
      { step: { told: { news: ['unclear'] } } },
    ]);
  });

  it('is answered like anyone where there is an answer, a choice, or the matter is past', () => {
    const which: Settled = {
      step: { say: 'clarify', options: [{ label: '短债 A', say: 'A' }] },
      result: null,
    };
    expect(withHelpWhenCheated(cheated, [which])).toEqual([which]);
    expect(withHelpWhenCheated(cheated, [])).toEqual([]);
    const past = { ...cheated, fraud: { ...fraud, ago: 9 } };
    expect(withHelpWhenCheated(past, [unsure])).toEqual([unsure]);
  });
});

describe('a customer who is upset', () => {
  const upset: Command = { do: 'social', act: 'upset' };

  it('is taken in first, then answered', () => {
    expect(says([upset, answer])).toEqual(['social', 'answer']);
  });

  it('gets a person the second time', () => {
    const comforted = { ...emptyState, comforted: true };
    expect(advance(comforted, [upset])).toMatchObject([{ say: 'handoff', reason: 'distress' }]);
  });

  it('hears no apology beside the comfort for what could not be answered', () => {
    const comfort: Settled = { step: { say: 'social', act: 'upset' }, result: null };
    const unsure: Settled = { step: { say: 'unsure', query: '' }, result: null };
    expect(withoutIdleApology([comfort, unsure])).toEqual([comfort]);
    expect(outcomeOf([comfort]).kind).toBe('comforted');
  });
});

describe('what happens next', () => {
  it('is only help when there is an emergency, whatever else was said', () => {
    const emergency: Command = { do: 'emergency', kind: 'fraud' };
    expect(says([answer, emergency, thanks])).toEqual(['emergency', 'handoff', 'flow']);
    expect(advance(emptyState, [emergency])[2]).toMatchObject({
      move: { flow: 'fraud', asks: ['sent'] },
    });
    const harm: Command = { do: 'emergency', kind: 'self_harm' };
    expect(says([answer, harm])).toEqual(['emergency', 'handoff']);
  });

  it('asks an older or distressed customer one thing at a time', () => {
    const start: Command = { do: 'start_flow', flow: 'need' };
    const asks = (register: 'plain' | 'standard') => advance(emptyState, [start], register)[0];
    expect(asks('plain')).toMatchObject({ move: { asks: ['goal'] } });
    expect(asks('standard')).toMatchObject({ move: { asks: ['goal', 'amount'] } });
  });

  it('does not ask whether the money is gone when that was said', () => {
    const alarm: Command = { do: 'emergency', kind: 'fraud', news: ['sent'], yuan: 50_000 };
    const move = { to: 'record', values: { sent: true, yuan: 50_000 } };
    expect(advance(emptyState, [alarm]).at(-1)).toMatchObject({ move });
  });

  it('takes an answer to the question as news', () => {
    const flow = {
      name: 'fraud',
      values: {},
      asked: ['sent'],
      stage: 'asking',
      misses: 0,
    } as const;
    const cheated = { ...emptyState, flow, fraud: { ...unknownFraud, isAlarm: true } };
    const steps = advance(cheated, [{ do: 'set_slots', values: { sent: false } }]);
    expect(steps).toMatchObject([
      { say: 'emergency', taken: ['unsent'] },
      { say: 'handoff' },
      { say: 'flow', move: { to: 'record', values: { sent: false } } },
    ]);
  });

  it('puts a loss on record that was told after all', () => {
    const fraud = { ...unknownFraud, isAlarm: true, news: ['unsent'] as const };
    const state = { ...emptyState, handoff: 'requested', settled: ['fraud'], fraud } as const;
    const told = advance(state, [{ do: 'emergency', kind: 'fraud', news: ['sent'] }]);
    expect(told.at(-1)).toMatchObject({ move: { to: 'record', values: { sent: true } } });
    const again = advance(state, [{ do: 'emergency', kind: 'fraud', news: ['threat'] }]);
    expect(again.map(({ say }) => say)).toEqual(['emergency']);
  });

  it('warns of an offer, calls nobody and asks nothing', () => {
    const offer: Command = { do: 'emergency', kind: 'fraud', news: ['offer', 'verify'] };
    const [step, ...more] = advance(emptyState, [offer]);
    expect(step).toMatchObject({ say: 'emergency', manner: 'warning' });
    expect(more).toEqual([]);
    expect(outcomeOf([{ step: step!, result: null }])).toMatchObject({
      kind: 'answered',
      news: ['offer', 'verify'],
    });
  });

  it('asks for a person and for the money once, however often the alarm is raised', () => {
    const emergency: Command = { do: 'emergency', kind: 'fraud' };
    const again = advance({ ...emptyState, handoff: 'requested', settled: ['fraud'] }, [emergency]);
    expect(again.map(({ say }) => say)).toEqual(['emergency']);
  });

  it('goes on with the matter under way after another question was answered', () => {
    const flow = { name: 'need', values: {}, asked: ['goal'], stage: 'asking', misses: 0 } as const;
    const steps = advance({ ...emptyState, flow }, [answer]);
    expect(steps).toMatchObject([{ say: 'answer' }, { say: 'flow', move: { manner: 'resumed' } }]);
  });

  it('ends the matter under way without a word when a person is asked for', () => {
    const flow = { name: 'need', values: {}, asked: ['goal'], stage: 'asking', misses: 0 } as const;
    const steps = advance({ ...emptyState, flow }, [{ do: 'request_human', reason: 'asked' }]);
    expect(steps[1]).toMatchObject({ move: { to: 'close', how: 'interrupted' } });
  });

  it('drops the greeting of a question with manners', () => {
    expect(says([{ do: 'social', act: 'greeting' }, answer])).toEqual(['answer']);
    expect(says([{ do: 'social', act: 'greeting' }, thanks])).toEqual(['social']);
  });

  it('says it is not ours when nothing was understood', () => {
    expect(says([])).toEqual(['out_of_scope']);
  });

  it('takes three wishes of one message and no more', () => {
    expect(says([answer, answer, answer, answer])).toHaveLength(3);
  });

  it('looks up what it is going to say', () => {
    const code = productCode('QY0021');
    const steps = advance(emptyState, [
      { do: 'describe_product', code, aspects: ['fees'], query: '费用' },
      { do: 'compare_products', codes: [code, productCode('QY0022')], aspects: [] },
      { do: 'list_products', query: 'R2 的理财', skip: 0 },
    ]);
    expect(steps.map((step) => ('call' in step ? step.call : null))).toEqual([
      { name: 'get_product', args: { code: 'QY0021', query: '费用' } },
      { name: 'compare_products', args: { codes: ['QY0021', 'QY0022'] } },
      { name: 'list_products', args: { query: 'R2 的理财', skip: 0 } },
    ]);
  });

  it('hands what was told of a complaint to the person who is asked for', () => {
    const flow = {
      name: 'complaint',
      values: { matter: '经理说保本，亏了两万' },
      asked: ['wish'],
      stage: 'asking',
      misses: 0,
    } as const;
    const human: Command = { do: 'request_human', reason: 'asked' };
    const [handoff, close] = advance({ ...emptyState, flow }, [human]);
    expect(handoff).toMatchObject({ told: { flow: 'complaint', values: flow.values } });
    expect(close).toMatchObject({ move: { to: 'close', how: 'interrupted' } });
    const told = { do: 'set_slots', values: { matter: '扣错了钱' } } as const;
    expect(
      advance(emptyState, [{ do: 'start_flow', flow: 'complaint' }, told, human]),
    ).toMatchObject([{ told: { values: { matter: '扣错了钱' } } }]);
    expect(advance(emptyState, [human])[0]).not.toHaveProperty('told');
  });

  it('books only a time that was offered, and offers times again for any other', () => {
    const state = { ...emptyState, callbackSlots: [slot] };
    expect(advance(state, [{ do: 'book_callback', slot: slot.id }])).toEqual([
      { say: 'callback_booked', slot },
    ]);
    expect(advance(state, [{ do: 'book_callback', slot: '2026-11-26T03:00' }])).toMatchObject([
      { say: 'handoff', reason: 'callback' },
    ]);
  });
});

describe('a step in the light of what was found', () => {
  const [step] = advance(emptyState, [answer]) as [Step];
  const found = (support: number | null): ToolResult => ({
    ...nothing,
    passages: [passage],
    support,
  });

  it('is an answer from the threshold up and not below it', () => {
    expect(settle(step, found(0.5), 0.5).step).toBe(step);
    expect(settle(step, found(0.49), 0.5).step).toEqual({ say: 'unsure', query: answer.query });
    expect(settle(step, found(null), 0.5).step.say).toBe('unsure');
  });

  it('is no answer without a passage, however sure the search is', () => {
    expect(settle(step, { ...nothing, support: 1 }, 0.5).step.say).toBe('unsure');
    expect(settle(step, null, 0.5).step.say).toBe('unsure');
  });

  it('does not speak of a product that is not on the shelf', () => {
    const [product] = advance(emptyState, [
      { do: 'describe_product', code: productCode('X'), aspects: [], query: '它' },
    ]) as [Step];
    expect(settle(product, nothing, 0.5).step).toEqual({ say: 'unsure', query: '它' });
  });
});

describe('after a reply', () => {
  const unsure: Settled = { step: { say: 'unsure', query: '' }, result: nothing };
  const handoff: Settled = {
    step: { say: 'handoff', reason: 'asked', call: { name: 'request_human', args: {} } },
    result: { ...nothing, slots: [slot] },
  };

  it('a person is offered at the second miss in a row', () => {
    expect(failsAgain(emptyState, [unsure])).toBe(false);
    expect(failsAgain({ ...emptyState, unsureStreak: 1 }, [unsure])).toBe(true);
    expect(failsAgain({ ...emptyState, unsureStreak: 5 }, [handoff])).toBe(false);
  });

  it('the next turn knows which products it was about, each once', () => {
    const [a, b] = [demoProduct('QY0021'), demoProduct('QY0022')];
    const settled: Settled[] = [
      { step: { say: 'own_account' }, result: { ...nothing, products: [a, b] } },
      { step: { say: 'own_account' }, result: { ...nothing, products: [b] } },
    ];
    expect(outcomeOf(settled).products).toEqual(['QY0021', 'QY0022']);
  });

  it('the next turn knows which product was named, where nothing was shown', () => {
    const comfort: Settled = { step: { say: 'social', act: 'upset' }, result: null };
    expect(outcomeOf([comfort], ['QY0060']).products).toEqual(['QY0060']);
  });

  it('the next turn knows where a list stopped', () => {
    const step = {
      say: 'product_list',
      call: { name: 'list_products', args: { query: '基金', skip: 6 } },
    } as const;
    const result = { ...nothing, products: [demoProduct('QY0021'), demoProduct('QY0022')] };
    expect(outcomeOf([{ step, result }]).listing).toEqual({ query: '基金', shown: 8 });
    expect(outcomeOf([{ step, result: nothing }]).listing).toBeNull();
  });

  it('half an answer is an answer, none at all is a miss', () => {
    const own: Settled = { step: { say: 'own_account' }, result: null };
    expect(outcomeOf([unsure, own]).kind).toBe('answered');
    expect(outcomeOf([unsure, unsure]).kind).toBe('unsure');
    expect(outcomeOf([own, handoff]).kind).toBe('handed_off');
  });

  it('what is not ours to answer is told apart from an answer, and from a miss', () => {
    const foreign: Settled = { step: { say: 'foreign_product' }, result: null };
    const elsewhere: Settled = { step: { say: 'out_of_scope' }, result: null };
    const own: Settled = { step: { say: 'own_account' }, result: null };
    expect(outcomeOf([foreign]).kind).toBe('foreign_product');
    expect(outcomeOf([elsewhere]).kind).toBe('out_of_scope');
    expect(outcomeOf([elsewhere, unsure]).kind).toBe('unsure');
    expect(outcomeOf([foreign, own]).kind).toBe('answered');
  });

  it.each([
    ['fraud', 'fraud_alert'],
    ['self_harm', 'crisis'],
  ] as const)('an emergency (%s) names the whole, whoever is called besides', (kind, outcome) => {
    const [step] = advance(emptyState, [{ do: 'emergency', kind }]);
    expect(outcomeOf([{ step: step!, result: null }, handoff]).kind).toBe(outcome);
  });

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

describe('a question about one’s own account', () => {
  const query = '我的持仓';

  it('is looked up where the institution’s rows have its answer, with no customer in the call', () => {
    expect(advance(emptyState, [{ do: 'own_account', query, about: 'holdings' }])).toEqual([
      {
        say: 'own_portfolio',
        about: 'holdings',
        query,
        call: { name: 'get_my_holdings', args: { query } },
      },
    ]);
    expect(advance(emptyState, [{ do: 'own_account', query }])).toEqual([{ say: 'own_account' }]);
  });

  it('stays unanswered of one who is not signed in', () => {
    const [step] = advance(emptyState, [{ do: 'own_account', query, about: 'profit' }]);
    const failed = { ...nothing, failure: 'nobody is signed in' };
    expect(settle(step as Step, failed, 0.5)).toEqual({
      step: { say: 'own_account' },
      result: null,
    });
  });
});
