import { describe, expect, it } from '@jest/globals';
import type { Settled } from '../../../src/conversation/agent.js';
import { emptyState } from '../../../src/conversation/evolve.js';
import { personNeeded, withPerson } from '../../../src/conversation/handoff/triggers.js';
import { demoProduct } from '../../demo/demo-shelf.js';
import { nothing } from '../harness.js';

const unsure: Settled = { step: { say: 'unsure', query: '' }, result: nothing };
const misheard: Settled = {
  step: { say: 'look_back', how: 'misheard', words: '' },
  result: null,
};
const product = demoProduct('QY0021');

/** What the gate said of a product that was asked about for oneself. */
const judged = (verdict: 'HUMAN' | 'ALLOW'): Settled =>
  ({
    step: {
      say: 'product',
      aspects: ['suitability'],
      query: '',
      call: { name: 'check_suitability', args: {} },
    },
    result: {
      ...nothing,
      products: [product],
      gate: { judged: [{ product: { code: product.code }, verdict: { verdict } }] },
    },
  }) as unknown as Settled;

describe('a person is called without being asked for', () => {
  it.each([
    ['after the second reply that cannot help', { unsureStreak: 1 }, [unsure], 'weak_evidence'],
    ['not after the first', { unsureStreak: 0 }, [unsure], null],
    ['when the customer is misheard again', { repairs: 1 }, [misheard], 'repeated_failure'],
    ['not when it is the first time', { repairs: 0 }, [misheard], null],
    ['when the gate leaves it to a person', {}, [judged('HUMAN')], 'suitability'],
    ['not when the gate allows it', {}, [judged('ALLOW')], null],
    ['not twice', { unsureStreak: 1, handoff: 'requested' as const }, [unsure], null],
  ])('%s', (_, state, settled, reason) => {
    expect(personNeeded({ ...emptyState, ...state }, settled)).toBe(reason);
  });

  it('in the place of what could not be answered, beside what could', () => {
    const person: Settled = {
      step: { say: 'handoff', reason: 'weak_evidence', call: { name: 'request_human', args: {} } },
      result: nothing,
    };
    const answered = judged('ALLOW');
    expect(withPerson([answered, unsure], person)).toEqual([answered, person]);
  });
});
