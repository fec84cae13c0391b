import { afterAll, describe, expect, it } from '@jest/globals';
import type { PlanTask } from '../../src/advice/matching/draft-plan.js';
import { PlanningFailed, openPlanning } from '../../src/app/planning.js';
import { taskOf } from '../advice/matching/shelves.js';

const planning = openPlanning();
afterAll(() => planning.close());

const university = (months: number): PlanTask => ({
  ...taskOf(),
  need: {
    goal: 'education',
    amount: 300_000,
    months,
    maxLoss: 0.1,
    monthlySaving: 500,
    target: 900_000,
    liquidity: 'dated',
  },
  riskClass: 3,
  seed: 7,
});

describe('planning', () => {
  it('reckons a long plan without keeping anybody else waiting', async () => {
    let turns = 0;
    const others = setInterval(() => (turns += 1), 1);
    const { projection } = await planning.draft(university(360));
    clearInterval(others);
    expect(projection!.goal.probability.paths).toBe(100_000);
    expect(turns).toBeGreaterThan(5);
  });

  it('answers a plan asked for again as it did before', async () => {
    const [first, second] = [university(120), university(120)];
    expect(await planning.draft(first)).toEqual(await planning.draft(second));
  });

  it('tells what went wrong in a plan, and reckons the next one', async () => {
    const broken = { ...university(60), shelf: null } as unknown as PlanTask;
    await expect(planning.draft(broken)).rejects.toThrow(PlanningFailed);
    expect((await planning.draft(university(60))).plan.riskClass).toBe(3);
  });

  it('starts again after it was closed', async () => {
    await planning.close();
    expect((await planning.draft(university(60))).plan.riskClass).toBe(3);
  });
});
