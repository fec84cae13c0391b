import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { routeBatch } from '../../../src/advice/routing/batch.js';
import { filter } from '../../../src/advice/routing/filters.js';
import { HOUSE, POLICY, anyCandidates, anyRequest, candidate, request } from './staff.js';

describe('a batch of requests', () => {
  it('is shared out so that as many as can be are served', () => {
    const both = candidate('both', { capacity: 1, domains: ['养老'] });
    const fundOnly = candidate('fund', { capacity: 1, licences: ['fund'] });
    const candidates = [both, fundOnly];
    const insurance = { ...request().products[0]!, regime: 'NFRA_INSURANCE' as const };
    const { to } = routeBatch(
      [
        { request: request({ domains: ['养老'], manager: 'both' }), candidates },
        { request: request({ products: [insurance] }), candidates },
      ],
      HOUSE,
      POLICY,
    );
    expect(to).toEqual(['fund', 'both']);
  });

  it('gives customers to their own advisors where nobody loses more by it', () => {
    const candidates = [candidate('a', { capacity: 1 }), candidate('b', { capacity: 1, load: 0 })];
    const { to } = routeBatch(
      [
        { request: request({ manager: 'b' }), candidates },
        { request: request(), candidates },
      ],
      HOUSE,
      POLICY,
    );
    expect(to).toEqual(['b', 'a']);
  });

  it('keeps every filter and every capacity, leaves nobody waiting who could be served, and is proven', () => {
    fc.assert(
      fc.property(fc.array(anyRequest, { maxLength: 8 }), anyCandidates, (requests, candidates) => {
        const batch = requests.map((one) => ({ request: one, candidates }));
        const { to, certificate } = routeBatch(batch, HOUSE, POLICY);
        const room = (id: string) => {
          const { capacity, load } = candidates.find((one) => one.id === id)!;
          return capacity - load - to.filter((one) => one === id).length;
        };
        to.forEach((id, k) => {
          const left = filter(candidates, requests[k]!, HOUSE).left.map((one) => one.id);
          if (id !== null) expect(left).toContain(id);
          else expect(left.every((one) => room(one) === 0)).toBe(true);
        });
        for (const id of to) if (id !== null) expect(room(id)).toBeGreaterThanOrEqual(0);
        expect(certificate.gap).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  it('has an answer for nobody', () => {
    expect(routeBatch([], HOUSE, POLICY).to).toEqual([]);
  });
});
