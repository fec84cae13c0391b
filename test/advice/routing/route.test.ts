import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Candidate, Request } from '../../../src/advice/routing/candidate.js';
import { FILTERS, FILTER_RULES } from '../../../src/advice/routing/filters.js';
import { route } from '../../../src/advice/routing/route.js';
import {
  HOUSE,
  POLICY,
  anyCandidates,
  anyRequest,
  at,
  candidate,
  product,
  request,
} from './staff.js';

const routed = (asked: Request, ...candidates: readonly Candidate[]) =>
  route(asked, candidates, HOUSE, POLICY);

describe('the filter table', () => {
  it('has one line a rule, tried in the order of its name list', () => {
    expect(FILTERS.map(({ rule }) => rule)).toEqual(FILTER_RULES);
  });

  it.each<[string, Partial<Candidate>, Partial<Request>, string, string]>([
    ['an operator', { role: 'operator' }, {}, 'role', '岗位不接待客户'],
    ['no fund licence', { licences: ['insurance'] }, {}, 'licence', '对远行成长没有销售资质'],
    [
      'a fund licence for an advisory portfolio',
      { licences: ['fund'] },
      { products: [product({ type: 'advisory_portfolio' })] },
      'licence',
      '没有销售资质',
    ],
    [
      'a fund licence for insurance',
      { licences: ['fund'] },
      { products: [product({ regime: 'NFRA_INSURANCE', riskLevel: null })] },
      'licence',
      '没有销售资质',
    ],
    ['a grade below the fund’s', { productGrade: 3 }, {}, 'grade', '授权等级不够'],
    ['no grade at all', { productGrade: null }, {}, 'grade', '授权等级不够'],
    [
      'the second of two products',
      { licences: ['fund'] },
      { products: [product(), product({ name: '稳稳一年', regime: 'NFRA_INVEST' })] },
      'licence',
      '对稳稳一年没有销售资质',
    ],
    [
      'a relative',
      {},
      { conflicts: [{ employee: 'a', kind: 'relative' }] },
      'conflict',
      '与客户是亲属',
    ],
    [
      'the person complained about',
      {},
      { reason: 'complaint', conflicts: [{ employee: 'a', kind: 'complained_about' }] },
      'conflict',
      '客户投诉的正是这位同事',
    ],
    [
      'the own advisor of who complains',
      {},
      { reason: 'complaint', manager: 'a' },
      'conflict',
      '投诉不由客户经理本人受理',
    ],
    ['no Cantonese', {}, { language: 'cantonese' }, 'language', '不会粤语'],
    ['no language named', { languages: [] }, { language: 'english' }, 'language', '不会英语'],
    ['a lunch break', {}, { now: at('2026-11-26T12:00') }, 'hours', '不在服务时间'],
    ['the end of the day', {}, { now: at('2026-11-26T18:00') }, 'hours', '不在服务时间'],
    ['a Saturday', {}, { now: at('2026-11-28T10:00') }, 'hours', '不在服务时间'],
    ['a holiday', {}, { now: at('2026-10-01T10:00') }, 'hours', '不在服务时间'],
    [
      'hours of one’s own',
      { hours: { weekdays: [5], spans: [{ from: '09:00', to: '18:00' }] } },
      {},
      'hours',
      '不在服务时间',
    ],
    ['a break', { isReady: false }, {}, 'presence', '未在线或正在休息'],
    ['full hands', { load: 5 }, {}, 'capacity', '手上已有 5 个会话，上限 5 个'],
    ['no capacity', { capacity: 0 }, {}, 'capacity', '手上已有 0 个会话，上限 0 个'],
  ])('leaves out %s', (_what, person, asked, rule, words) => {
    const { to, filtered } = routed(request(asked), candidate('a', person));
    expect(to).toBeNull();
    expect(filtered).toEqual([{ employee: 'a', rule, words: expect.stringContaining(words) }]);
  });

  it.each<[string, Partial<Candidate>, Partial<Request>]>([
    ['a fund of the own grade', { productGrade: 4 }, {}],
    [
      'a deposit without a licence',
      { licences: [] },
      { products: [product({ regime: 'DEPOSIT', riskLevel: null })] },
    ],
    ['a question about no product', { licences: [], productGrade: null }, { products: [] }],
    ['Mandarin where no language is named', { languages: [] }, {}],
    ['the first minute after lunch', {}, { now: at('2026-11-26T13:00') }],
    [
      'a Saturday of one’s own',
      { hours: { weekdays: [6], spans: [{ from: '09:00', to: '18:00' }] } },
      { now: at('2026-11-28T10:00') },
    ],
    ['the last place', { load: 4 }, {}],
    ['a conflict of somebody else', {}, { conflicts: [{ employee: 'b', kind: 'declared' }] }],
    ['another’s customer who complains', {}, { reason: 'complaint', manager: 'b' }],
  ])('lets pass %s', (_what, person, asked) => {
    expect(routed(request(asked), candidate('a', person))).toMatchObject({ to: 'a', filtered: [] });
  });
});

describe('routing', () => {
  it('gives a customer to their own advisor first, whatever the scores', () => {
    const own = candidate('own', { load: 4, served: 50, endedWell: 0 });
    const best = candidate('best', { domains: ['养老'] });
    const answer = routed(request({ manager: 'own', domains: ['养老'] }), best, own);
    expect(answer).toMatchObject({ to: 'own', by: 'manager' });
    expect(answer.reason).toBe('分给顾问own：是客户的客户经理；手上 4 个会话，还能接 1 个。');
    expect(answer.ranking.map(({ employee }) => employee)).toEqual(['best', 'own']);
  });

  it('says why the own advisor could not, and goes by the score', () => {
    const own = candidate('own', { isReady: false });
    const other = candidate('b', { domains: ['养老'], tenureDays: 10 });
    const answer = routed(request({ manager: 'own', domains: ['养老', '教育'] }), own, other);
    expect(answer).toMatchObject({ to: 'b', by: 'score' });
    expect(answer.reason).toBe(
      '分给顾问b：客户经理这次不能接（未在线或正在休息），改由最合适的同事接；熟悉养老；以前服务过这位客户；手上 0 个会话，还能接 5 个。',
    );
  });

  it.each<[string, Partial<Candidate>, Partial<Request>]>([
    ['who knows the subject', { domains: ['养老'] }, { domains: ['养老'] }],
    ['who has more room', { load: 0 }, {}],
    ['whose conversations end well', { served: 40, endedWell: 40 }, {}],
    ['who knows the customer', { tenureDays: 400 }, {}],
  ])('prefers the one %s, all else equal', (_what, person, asked) => {
    const plain = candidate('a', { load: 1 });
    const better = candidate('b', { load: 1, ...person });
    expect(routed(request(asked), plain, better).to).toBe('b');
  });

  it('takes a rate from two conversations for less than one from forty', () => {
    const lucky = candidate('a', { served: 2, endedWell: 2 });
    const proven = candidate('b', { served: 40, endedWell: 38 });
    expect(routed(request(), lucky, proven).to).toBe('b');
  });

  it('counts who could not when nobody can', () => {
    const { to, by, reason } = routed(
      request(),
      candidate('a', { licences: [] }),
      candidate('b', { load: 5 }),
      candidate('c', { load: 5 }),
      candidate('d', { role: 'admin' }),
    );
    expect({ to, by }).toEqual({ to: null, by: null });
    expect(reason).toBe('暂时没人能接：1 人没有相应的销售资质，2 人手上的会话已满。');
    expect(routed(request()).reason).toBe('暂时没人能接：没有可以接待的同事。');
  });

  it('sends nobody past a filter, names a rule for everybody left out, and does not care for the order', () => {
    fc.assert(
      fc.property(anyRequest, anyCandidates, (asked, candidates) => {
        const answer = route(asked, candidates, HOUSE, POLICY);
        const out = answer.filtered.map(({ employee }) => employee);
        const left = answer.ranking.map(({ employee }) => employee);
        expect([...out, ...left].sort()).toEqual(candidates.map(({ id }) => id).sort());
        expect(answer.to === null).toBe(left.length === 0);
        for (const { id, ...one } of candidates.filter(({ id }) => left.includes(id))) {
          expect(
            FILTERS.every(({ objects }) => objects({ id, ...one }, asked, HOUSE) === null),
          ).toBe(true);
        }
        if (asked.manager !== null && left.includes(asked.manager)) {
          expect(answer.to).toBe(asked.manager);
        }
        const turned = route(asked, [...candidates].reverse(), HOUSE, POLICY);
        expect({ ...turned, filtered: [] }).toEqual({ ...answer, filtered: [] });
      }),
    );
  });

  it('knows nothing of what a customer owns', () => {
    const rich = { ...request(), liquidAssets: 1e9 } as Request;
    const people = [candidate('a'), candidate('b', { load: 2 })];
    expect(routed(rich, ...people)).toEqual(routed(request(), ...people));
  });
});
