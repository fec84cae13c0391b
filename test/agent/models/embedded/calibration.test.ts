import { describe, expect, it } from '@jest/globals';
import { fitTemperature } from '../../../../src/agent/models/embedded/calibration.js';

/** Scores that always say 95 % for class 0, which is right `right` times in a hundred. */
const claims = (right: number) =>
  Array.from({ length: 100 }, (_, at) => ({
    scores: Float32Array.of(Math.log(0.95), Math.log(0.05)),
    target: at < right ? 0 : 1,
  }));

const said = (temperature: number) =>
  1 / (1 + Math.exp((Math.log(0.05) - Math.log(0.95)) / temperature));

describe('the temperature', () => {
  it.each([60, 75, 95, 99])('makes a claim come true as often as it says: %d in 100', (right) => {
    expect(said(fitTemperature(claims(right)))).toBeCloseTo(right / 100, 1);
  });
});
