import { describe, expect, it } from '@jest/globals';
import { commandOfIntent, destinationsOf } from '../../../src/agent/understand/destinations.js';
import { loadIntents } from '../../../src/agent/understand/intents.js';

const catalogue = loadIntents('knowledge/intents');
const places = (probabilities: Readonly<Record<string, number>>) =>
  destinationsOf(
    catalogue,
    Object.entries(probabilities).map(([label, probability]) => ({ label, probability })),
  ).map(({ intent, probability }) => [intent.id, probability]);

describe('where a sentence may lead', () => {
  it('is as sure as the intents that lead there together', () => {
    expect(
      places({ product_fees: 0.375, knowledge_fees: 0.25, knowledge_tax: 0.25, own_fees: 0.125 }),
    ).toEqual([
      ['knowledge_fees', 0.5],
      ['product_fees', 0.375],
      ['own_fees', 0.125],
    ]);
  });

  it('keeps the sides of a product apart, and what is compared from all of them', () => {
    expect(places({ product_fees: 0.5, product_risk: 0.25, product_compare: 0.25 })).toHaveLength(
      3,
    );
  });

  it('counts what is mine as one, and what is not ours as one', () => {
    expect(places({ own_orders: 0.5, own_profit: 0.25 })).toEqual([['own_orders', 0.75]]);
    expect(places({ out_of_scope: 0.5, out_of_scope_finance: 0.25 })).toEqual([
      ['out_of_scope', 0.75],
    ]);
  });

  it('is the emergency that was likeliest, though questions outnumber it', () => {
    const [first] = places({ emergency_fraud: 0.4, knowledge_fraud: 0.3, knowledge_login: 0.3 });
    expect(first).toEqual(['emergency_fraud', 0.4]);
  });

  it('leaves out a label that is no intent', () => {
    expect(places({ nobody: 0.9, social_thanks: 0.1 })).toEqual([['social_thanks', 0.1]]);
  });
});

describe('what an intent makes happen', () => {
  const commandOf = (id: string, inFlow: boolean) =>
    commandOfIntent(catalogue.intents.get(id)!, '原话', inFlow);

  it('starts the matter words begin', () => {
    expect(commandOf('goal_advice', false)).toEqual({ do: 'start_flow', flow: 'need' });
    expect(commandOf('privacy_request', false)).toEqual({ do: 'start_flow', flow: 'privacy' });
    expect(commandOf('risk_test_start', false)).toEqual({ do: 'start_flow', flow: 'assessment' });
  });

  it('tells the own risk class, which stands on file; other records are held elsewhere', () => {
    expect(commandOf('own_risk_result', false)).toEqual({ do: 'my_profile' });
    expect(commandOf('own_orders', false)).toEqual({ do: 'own_account', query: '原话' });
  });

  it.each([
    ['dialogue_affirm', 'affirm'],
    ['dialogue_deny', 'deny'],
    ['dialogue_correct', 'deny'],
    ['dialogue_cancel', 'cancel_flow'],
    ['dialogue_dont_know', 'skip_slots'],
  ])('moves a matter under way by %s, and asks what is meant without one', (id, act) => {
    expect(commandOf(id, true)).toEqual({ do: act });
    if (id !== 'dialogue_affirm') {
      expect(commandOf(id, false)).toEqual({ do: 'clarify', options: [] });
    }
  });

  it('takes a yes to nothing as a courtesy', () => {
    expect(commandOf('dialogue_affirm', false)).toEqual({ do: 'social', act: 'thanks' });
  });

  it('hears what scolds it, and goes on', () => {
    expect(commandOf('dialogue_insult', false)).toEqual({ do: 'social', act: 'scolded' });
  });

  it.each(['dialogue_repeat', 'dialogue_simpler'])(
    'asks what is meant by %s, also while a matter is under way',
    (id) => {
      for (const inFlow of [false, true]) {
        expect(commandOf(id, inFlow)).toEqual({ do: 'clarify', options: [] });
      }
    },
  );
});
