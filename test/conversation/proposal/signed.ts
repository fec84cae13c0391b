import { judgeSigner } from '../../../src/advice/suitability/proposal-signer.js';
import type { Grounds } from '../../../src/conversation/proposal/decide.js';
import type { ProposalEvent } from '../../../src/conversation/proposal/events.js';
import { drafted } from '../../../src/conversation/proposal/decide.js';
import type { ProposalState } from '../../../src/conversation/proposal/evolve.js';
import { fold } from '../../../src/conversation/proposal/evolve.js';
import { demoEmployees } from '../../../src/demo/employees.js';
import { samplePlan } from '../../terms/sample-plan.js';

export const NOW = Date.parse('2026-11-25T02:00:00Z');
export const WEEK = 7 * 86_400_000;

export const draftEvent = (at = NOW) =>
  drafted({ customer: 'C1003', conversation: 'talk', turn: 'turn-1', plan: samplePlan() }, at);

/** What an employee's signature under a plan without trouble stands on. */
export function grounds(id: string, part: Partial<Grounds> = {}): Grounds {
  const employee = demoEmployees.find((one) => one.id === id)!;
  const signer = employee as Grounds['signer'];
  return {
    signer,
    opinion: judgeSigner(signer, []),
    products: [],
    standing: null,
    fourEyes: [],
    ruleVersion: 'S1',
    ...part,
  };
}

export const stateAfter = (...later: readonly ProposalEvent[]): ProposalState =>
  fold([draftEvent(), ...later])!;
