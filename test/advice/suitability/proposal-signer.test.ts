import { describe, expect, it } from '@jest/globals';
import type { Signer } from '../../../src/advice/suitability/proposal-signer.js';
import { judgeSigner } from '../../../src/advice/suitability/proposal-signer.js';
import { demoEmployees } from '../../../src/demo/employees.js';
import { demoProduct } from '../../demo/demo-shelf.js';

const staff = (id: string): Signer => demoEmployees.find((one) => one.id === id) as Signer;

describe('who may decide about a proposal', () => {
  const fund = demoProduct('QY0060', { riskLevel: 3, issuerRiskLevel: 3 });
  const advisory = demoProduct('TG0001');
  const wealth = demoProduct('YX0401');
  const insurance = demoProduct('YQ0103');

  it('is an advisor with a licence for every product in it', () => {
    expect(judgeSigner(staff('advisor1'), [fund, wealth, advisory])).toEqual({
      verdict: 'ALLOW',
      advises: true,
      beyond: [],
    });
  });

  it('is nobody who lacks the licence for one of them, and that one is named', () => {
    expect(judgeSigner(staff('advisor1'), [fund, insurance])).toMatchObject({
      verdict: 'BLOCK',
      beyond: [{ name: insurance.name, lacks: ['licence'] }],
    });
    expect(judgeSigner(staff('advisor2'), [advisory]).beyond).toMatchObject([
      { lacks: ['licence'] },
    ]);
  });

  it('is nobody whose grade is below that of one of them', () => {
    const risky = { ...fund, riskLevel: 4 as const };
    expect(judgeSigner(staff('advisor2'), [risky]).beyond).toMatchObject([{ lacks: ['grade'] }]);
    expect(judgeSigner(staff('advisor3'), [risky]).verdict).toBe('ALLOW');
  });

  it.each(['compliance1', 'operator1', 'auditor1', 'admin1'])('is not %s', (id) => {
    expect(judgeSigner(staff(id), [])).toMatchObject({ verdict: 'BLOCK', advises: false });
  });

  it('is no advisor without any licence, and no other role with every licence', () => {
    const bare = { ...staff('advisor1'), licences: [] };
    const clerk = { ...staff('advisor1'), role: 'operator' };
    expect([bare, clerk].map((one) => judgeSigner(one, []).advises)).toEqual([false, false]);
    expect(judgeSigner(staff('supervisor1'), [fund]).verdict).toBe('ALLOW');
  });
});
