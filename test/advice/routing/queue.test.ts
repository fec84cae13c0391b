import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WaitingReason } from '../../../src/advice/routing/policy.js';
import type { Waiting } from '../../../src/advice/routing/queue.js';
import { inOrder, longestHeadStart, placeOf } from '../../../src/advice/routing/queue.js';
import { POLICY, at } from './staff.js';

const MINUTE = 60_000;
const START = at('2026-11-26T10:00');
const REASONS = Object.keys(POLICY.headStart) as WaitingReason[];

const waits = (conversation: string, minute: number, part: Partial<Waiting> = {}): Waiting => ({
  conversation,
  reason: 'asked',
  since: START + minute * MINUTE,
  age: null,
  eligible: ['a'],
  ...part,
});

const names = (waiting: readonly Waiting[]) =>
  inOrder(waiting, POLICY).map(({ conversation }) => conversation);

const anyQueue = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: 300 }),
      reason: fc.constantFrom(...REASONS),
      age: fc.option(fc.integer({ min: 18, max: 90 })),
      eligible: fc.subarray(['a', 'b', 'c']),
    }),
    { maxLength: 20 },
  )
  .map((all) => all.map(({ minute, ...part }, n) => waits(`c${n}`, minute, part)));

describe('the queue', () => {
  it('takes those of one kind in the order they came', () => {
    expect(names([waits('b', 2), waits('a', 1), waits('c', 3)])).toEqual(['a', 'b', 'c']);
  });

  it('puts danger before distress, distress before a complaint, a complaint before a wish', () => {
    const now = (['asked', 'complaint', 'fraud', 'distress', 'weak_evidence'] as const).map(
      (reason) => waits(reason, 0, { reason }),
    );
    expect(names(now)).toEqual(['fraud', 'distress', 'complaint', 'asked', 'weak_evidence']);
  });

  it('lets an urgent one overtake, but not somebody who has waited that much longer', () => {
    const patient = waits('patient', 0);
    expect(names([patient, waits('fraud', 60, { reason: 'fraud' })])[0]).toBe('fraud');
    expect(names([patient, waits('fraud', 90, { reason: 'fraud' })])[0]).toBe('patient');
  });

  it('is a little kinder to the elder', () => {
    expect(names([waits('young', 0, { age: 40 }), waits('old', 4, { age: 70 })])[0]).toBe('old');
    expect(names([waits('young', 0, { age: 40 }), waits('old', 6, { age: 70 })])[0]).toBe('young');
  });

  it('never lets anybody pass who came later than the longest head start', () => {
    fc.assert(
      fc.property(anyQueue, (waiting) => {
        const order = inOrder(waiting, POLICY);
        order.forEach((one, k) => {
          for (const before of order.slice(0, k)) {
            expect(before.since).toBeLessThan(one.since + longestHeadStart(POLICY) + 1);
          }
        });
      }),
    );
  });

  it('keeps two in their order whoever else comes or goes', () => {
    fc.assert(
      fc.property(anyQueue, fc.nat(19), (waiting, gone) => {
        const without = waiting.filter((_, k) => k !== gone);
        const rest = new Set(without.map(({ conversation }) => conversation));
        expect(names(without)).toEqual(names(waiting).filter((one) => rest.has(one)));
        expect(names([...waiting].reverse())).toEqual(names(waiting));
      }),
    );
  });

  it('serves everybody in the end, however many emergencies keep coming', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.constantFrom(...REASONS), (a, reason) => {
        // An emergency every minute, an end of a service every minute and `a` minutes in between.
        let waiting = [waits('patient', 0, { reason })];
        let served = 0;
        for (let minute = 0; minute < 1_000; minute += 1) {
          waiting.push(waits(`f${minute}`, minute, { reason: 'fraud' }));
          if (minute % a !== 0) continue;
          const [first] = inOrder(waiting, POLICY);
          waiting = waiting.filter((one) => one !== first);
          served += 1;
          if (first!.conversation === 'patient') {
            expect(served).toBeLessThanOrEqual(longestHeadStart(POLICY) / MINUTE + 2);
            return;
          }
        }
        throw new Error('starved');
      }),
    );
  });

  it('tells a place, and how many before wait for the same people', () => {
    const queue = [
      waits('fund', 0, { eligible: ['a'] }),
      waits('cover', 1, { eligible: ['b'] }),
      waits('either', 2, { eligible: ['a', 'b'] }),
      waits('own', 3, { eligible: ['a'] }),
    ];
    expect(placeOf('own', queue, POLICY)).toEqual({ position: 4, ahead: 2 });
    expect(placeOf('fund', queue, POLICY)).toEqual({ position: 1, ahead: 0 });
    expect(placeOf('nobody', queue, POLICY)).toBeNull();
  });

  it('gives every place once', () => {
    fc.assert(
      fc.property(anyQueue, (waiting) => {
        const places = waiting.map(({ conversation }) => placeOf(conversation, waiting, POLICY)!);
        expect(places.map(({ position }) => position).sort((a, b) => a - b)).toEqual(
          waiting.map((_, k) => k + 1),
        );
        expect(places.every(({ position, ahead }) => ahead < position)).toBe(true);
      }),
    );
  });
});
