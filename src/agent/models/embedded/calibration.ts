import { softmax } from './network.js';

/** A held-out sentence: the score of every class, and the right one. */
export interface Scored {
  readonly scores: Float32Array;
  readonly target: number;
}

const COOLEST = 0.25;
const HOTTEST = 8;
const STEPS = 60;

/**
 * Temperature: scores divided by it give probabilities that come true as often as they say
 * (Guo et al. 2017). The one that makes held-out answers likeliest, between 0.25 and 8.
 */
export function fitTemperature(held: readonly Scored[]): number {
  let [best, least] = [1, Infinity];
  for (let step = 0; step <= STEPS; step += 1) {
    const temperature = COOLEST * (HOTTEST / COOLEST) ** (step / STEPS);
    const surprise = held.reduce(
      (sum, { scores, target }) => sum - Math.log(probability(scores, target, temperature)),
      0,
    );
    if (surprise < least) [best, least] = [temperature, surprise];
  }
  return best;
}

const probability = (scores: Float32Array, target: number, temperature: number): number =>
  Math.max(1e-12, softmax(scores.map((score) => score / temperature))[target] ?? 0);
