import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startJobs } from '../../src/app/jobs.js';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** A job whose runs end when the test says so. */
function heldJob(everyMs: number) {
  const ends: (() => void)[] = [];
  let runs = 0;
  const run = () => {
    runs += 1;
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  return { job: { name: 'held', everyMs, run }, runs: () => runs, end: () => ends.shift()?.() };
}

const noReport = () => undefined;

describe('a job', () => {
  it('runs on its own rhythm', async () => {
    const runs: string[] = [];
    const job = (name: string, everyMs: number) => ({
      name,
      everyMs,
      run: async () => void runs.push(name),
    });
    const stop = startJobs([job('often', 10), job('seldom', 30)], noReport);
    await jest.advanceTimersByTimeAsync(60);
    expect(runs.filter((name) => name === 'often')).toHaveLength(6);
    expect(runs.filter((name) => name === 'seldom')).toHaveLength(2);
    await stop();
  });

  it('never runs twice at once', async () => {
    const { job, runs, end } = heldJob(10);
    const stop = startJobs([job], noReport);
    await jest.advanceTimersByTimeAsync(50);
    expect(runs()).toBe(1);
    end();
    await jest.advanceTimersByTimeAsync(10);
    expect(runs()).toBe(2);
    end();
    await stop();
  });

  it('is tried again when it fails, and reported once a minute while it fails alike', async () => {
    const reports: string[] = [];
    let runs = 0;
    const run = () => {
      runs += 1;
      return Promise.reject(new Error('down'));
    };
    const stop = startJobs([{ name: 'failing', everyMs: 7_000, run }], (error, name) =>
      reports.push(`${name}: ${(error as Error).message}`),
    );
    await jest.advanceTimersByTimeAsync(56_000);
    expect([runs, reports]).toEqual([8, ['failing: down']]);
    await jest.advanceTimersByTimeAsync(14_000);
    expect([runs, reports]).toEqual([10, ['failing: down', 'failing: down']]);
    await stop();
  });

  it('is reported at once where it fails otherwise, or again after it went well', async () => {
    const outcomes = ['down', 'down', 'torn', null, 'torn'];
    const reports: string[] = [];
    const run = () => {
      const outcome = outcomes.shift();
      return outcome ? Promise.reject(new Error(outcome)) : Promise.resolve();
    };
    const stop = startJobs([{ name: 'failing', everyMs: 10, run }], (error) =>
      reports.push((error as Error).message),
    );
    await jest.advanceTimersByTimeAsync(50);
    expect(reports).toEqual(['down', 'torn', 'torn']);
    await stop();
  });

  it('is waited for at the end, and not begun again', async () => {
    const { job, runs, end } = heldJob(10);
    const stop = startJobs([job], noReport);
    await jest.advanceTimersByTimeAsync(10);
    let stopped = false;
    const stopping = stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(50);
    expect(stopped).toBe(false);
    end();
    await stopping;
    await jest.advanceTimersByTimeAsync(50);
    expect(runs()).toBe(1);
  });
});
