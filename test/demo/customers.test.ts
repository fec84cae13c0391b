import { describe, expect, it } from '@jest/globals';
import { STAGED_IDS, demoCustomers } from '../../src/demo/customers.js';
import { demoEmployees } from '../../src/demo/employees.js';
import type { CustomerProfile } from '../../src/profiles/kyc.js';
import { ageOn } from '../../src/profiles/kyc.js';
import { addDays } from '../../src/terms/time.js';
import { TODAY } from './demo-shelf.js';

const all = demoCustomers(TODAY);
const customer = (id: string) => all.find((one) => one.id === id) as CustomerProfile;
const isAssessed = ({ assessedOn }: CustomerProfile) =>
  assessedOn !== null && assessedOn > addDays(TODAY, -365) && assessedOn <= TODAY;

describe('the demonstration customers', () => {
  it('are two thousand, each once, the same at every seeding of a day', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(2_000);
    expect(demoCustomers(TODAY)).toEqual(all);
  });

  it.each([1, 2, 3, 4, 5])('have C100%d with that risk class and a valid assessment', (n) => {
    const one = customer(`C100${n}`);
    expect(one).toMatchObject({ tolerance: n, investorClass: 'ordinary', lowestCategory: false });
    expect(isAssessed(one)).toBe(true);
  });

  it('have the situations that rules are shown on', () => {
    expect(isAssessed(customer('C1006'))).toBe(false);
    expect(customer('C1006').assessedOn).not.toBeNull();
    expect(ageOn(customer('C1007').born, TODAY)).toBe(68);
    expect(customer('C1007').tolerance).toBe(4);
    expect(customer('C1008')).toMatchObject({ tolerance: 5, investorClass: 'professional_B' });
    expect(customer('C1009')).toMatchObject({ tolerance: null, assessedOn: null });
    expect(customer('C1010')).toMatchObject({ tolerance: 1, lowestCategory: true });
    expect(customer('C1011').personalization).toBe(false);
  });

  it.each(['2026-02-28', '2026-11-25', '2027-06-15', '2028-02-29', '2032-12-31'])(
    'keep C1007 at 68 years when seeded on %s',
    (day) => {
      const elder = demoCustomers(day).find(({ id }) => id === 'C1007');
      expect(ageOn(elder?.born ?? null, day)).toBe(68);
    },
  );

  it('are adults with an address that fits their name', () => {
    for (const { id, born, name, address } of all) {
      expect(ageOn(born, TODAY)).toBeGreaterThanOrEqual(21);
      expect(`${id} ${address}`).toMatch(new RegExp(`^${id} ${name[0]}(女士|先生)$`));
    }
  });

  it('have no pattern in their classes that rows side by side would show', () => {
    const generated = all.filter(({ id }) => !STAGED_IDS.includes(id));
    for (const tolerance of [1, 2, 3, 4, 5]) {
      const share =
        generated.filter((one) => one.tolerance === tolerance).length / generated.length;
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.25);
    }
  });

  it('each belong to an advisor who exists', () => {
    const advisors = demoEmployees.filter(({ role }) => role === 'advisor').map(({ id }) => id);
    expect(advisors).toHaveLength(8);
    expect(all.every(({ advisor }) => advisors.includes(advisor ?? ''))).toBe(true);
  });
});

describe('the demonstration staff', () => {
  it('has every role under the names that are promised', () => {
    expect(demoEmployees.map(({ id }) => id).filter((id) => !id.startsWith('advisor'))).toEqual([
      'supervisor1',
      'compliance1',
      'compliance2',
      'compliance3',
      'operator1',
      'operator2',
      'auditor1',
      'admin1',
    ]);
  });

  it('gives licences only to those who advise', () => {
    const licensed = demoEmployees.filter(({ licences }) => licences.length > 0);
    expect(new Set(licensed.map(({ role }) => role))).toEqual(new Set(['advisor', 'supervisor']));
  });
});
