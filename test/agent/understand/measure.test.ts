import { describe, expect, it } from '@jest/globals';
import { figuresOf } from '../../../src/agent/understand/measure.js';

const said = (right: string, answer: string, probability: number, ms = 1) => ({
  right,
  said: answer,
  probability,
  ms,
});

describe('the figures of a classifier', () => {
  const figures = figuresOf([
    said('fees', 'fees', 0.9),
    said('fees', 'fees', 0.9),
    said('fees', 'risk', 0.4),
    said('risk', 'risk', 0.8, 9),
  ]);

  it('count right answers, and classes alike however often they are asked', () => {
    expect(figures).toMatchObject({ examples: 4, classes: 2, accuracy: 0.75 });
    // fees: 2·2/(2+3); risk: 2·1/(2+1)
    expect(figures.macro_f1).toBeCloseTo((0.8 + 2 / 3) / 2, 3);
  });

  it('say how far claims are from what came true', () => {
    // 0.9 twice right: off by 0.1; 0.4 wrong: off by 0.4; 0.8 right: off by 0.2
    expect(figures.calibration_error).toBeCloseTo((0.1 + 0.1 + 0.4 + 0.2) / 4, 3);
  });

  it('say what is gained by answering only the surest', () => {
    expect(figures.abstention[0]).toEqual({ coverage: 1, accuracy: 0.75, threshold: 0.4 });
    expect(figures.abstention.at(-1)).toEqual({ coverage: 0.5, accuracy: 1, threshold: 0.9 });
  });

  it('give the usual and the worst time', () => {
    expect([figures.latency_p50_ms, figures.latency_p99_ms]).toEqual([1, 9]);
  });
});
