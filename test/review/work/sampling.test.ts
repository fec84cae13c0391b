import { describe, expect, it } from '@jest/globals';
import type { SamplingPolicy } from '../../../src/review/work/sampling.js';
import { draw, riskScore, stratumOf } from '../../../src/review/work/sampling.js';

const POLICY: SamplingPolicy = {
  version: 'test',
  seed: 'a seed of these tests',
  rates: { other: 0.05, channels: { directline: 0.1 } },
  withPerson: 0.2,
  rules: { other: 0.3, soft: { T15: 1 } },
};
const IDS = Array.from({ length: 20_000 }, (_, n) => `conversation-${n}`);
const share = (isDrawn: (id: string) => boolean): number => IDS.filter(isDrawn).length / IDS.length;
const machine = { channel: 'directline', withPerson: false };
const hard = { rule: 'T1', severity: 'hard' } as const;
const soft = { rule: 'T2', severity: 'soft' } as const;

describe('sampling', () => {
  it.each([
    [machine, 0.1],
    [{ channel: 'directline', withPerson: true }, 0.3],
    [{ channel: 'msteams', withPerson: false }, 0.05],
  ])('draws %j at its rate', (place, rate) => {
    const drawn = share((id) => draw(POLICY, id, place, []).byLot);
    // Four standard errors of a share of 20,000.
    expect(Math.abs(drawn - rate)).toBeLessThan(4 * Math.sqrt((rate * (1 - rate)) / IDS.length));
  });

  it('draws the same again with the same seed, and others with another', () => {
    const lots = (seed: string) =>
      IDS.filter((id) => draw({ ...POLICY, seed }, id, machine, []).byLot);
    const once = new Set(lots(POLICY.seed));
    expect(new Set(lots(POLICY.seed))).toEqual(once);
    const both = lots('another seed').filter((id) => once.has(id));
    expect(both.length).toBeLessThan(0.2 * once.size);
  });

  it('looks at all that is hard and at a share of what is soft', () => {
    expect(share((id) => draw(POLICY, id, machine, [hard]).byRisk)).toBe(1);
    const some = share((id) => draw(POLICY, id, machine, [soft]).byRisk);
    expect(Math.abs(some - 0.3)).toBeLessThan(0.02);
    expect(share((id) => draw(POLICY, id, machine, []).byRisk)).toBe(0);
  });

  it('lets the lot fall the same whatever was found, or the rate could not be told by it', () => {
    const first = IDS.map((id) => draw(POLICY, id, machine, []).byLot);
    expect(IDS.map((id) => draw(POLICY, id, machine, [hard, soft]).byLot)).toEqual(first);
  });

  it('ranks by hard rules first, then by how many rules there are', () => {
    expect(riskScore([hard, hard])).toBe(riskScore([hard]));
    expect(riskScore([hard])).toBeGreaterThan(riskScore([soft, { ...soft, rule: 'T17' }]));
    expect(riskScore([])).toBe(0);
  });

  it('keeps channels, and those with a person from those without, apart', () => {
    expect(stratumOf('directline', true)).not.toBe(stratumOf('directline', false));
  });
});
