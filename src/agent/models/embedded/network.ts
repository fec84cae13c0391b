import type { Lesson } from './margins.js';
import { seeded, shuffle } from './random.js';
import type { Features } from './vocabulary.js';

/** One hidden layer: `input` has a row of hidden units for every column, `output` a row of classes for every unit. */
export interface Network {
  readonly input: Float32Array;
  readonly inputBias: Float32Array;
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

export const HIDDEN = 96;
const EPOCHS = 8;
const RATE = 0.5;
/** The output layer and the biases are shared by all sentences and learn more slowly. */
const SHARED_RATE = 0.1;
const DROP_COLUMNS = 0.3;
const DROP_UNITS = 0.5;
const SEED = 20261125;

/** Softmax regression over rectified units with dropout, by SGD with a falling rate. */
export function learnNetwork(lesson: Lesson): Network {
  const random = seeded(SEED);
  const network = newNetwork(lesson, random);
  const step = stepper(network, lesson, random);
  const order = Uint32Array.from(lesson.rows, (_, at) => at);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    const rate = RATE * (1 - epoch / EPOCHS);
    for (const row of order)
      step(lesson.rows[row] as Features, lesson.targets[row] as number, rate);
  }
  return network;
}

function newNetwork({ columns, classes }: Lesson, random: () => number): Network {
  const around = (size: number, scale: number) =>
    new Float32Array(size).map(() => (2 * random() - 1) * scale);
  return {
    input: around(columns * HIDDEN, 0.17),
    inputBias: new Float32Array(HIDDEN),
    output: around(HIDDEN * classes, Math.sqrt(3 / HIDDEN)),
    outputBias: new Float32Array(classes),
  };
}

/** One example learnt. Only units that are on and kept take part, which is a quarter of the work. */
function stepper(network: Network, { rows, classes }: Lesson, random: () => number) {
  const { input, inputBias, output, outputBias } = network;
  const longest = rows.reduce((most, { columns }) => Math.max(most, columns.length), 0);
  const bases = new Uint32Array(longest);
  const values = new Float32Array(longest);
  const hidden = new Float32Array(HIDDEN);
  const on = new Uint32Array(HIDDEN);
  const slopes = new Float32Array(HIDDEN);
  const errors = new Float32Array(classes);

  function keepColumns(features: Features): number {
    let kept = 0;
    for (let i = 0; i < features.columns.length; i += 1) {
      if (random() < DROP_COLUMNS) continue;
      bases[kept] = features.columns[i]! * HIDDEN;
      values[kept] = features.values[i]! / (1 - DROP_COLUMNS);
      kept += 1;
    }
    return kept;
  }

  function excite(kept: number): number {
    hidden.set(inputBias);
    for (let i = 0; i < kept; i += 1) {
      const [base, value] = [bases[i]!, values[i]!];
      for (let unit = 0; unit < HIDDEN; unit += 1) hidden[unit]! += input[base + unit]! * value;
    }
    let active = 0;
    for (let unit = 0; unit < HIDDEN; unit += 1) {
      if (hidden[unit]! <= 0 || random() < DROP_UNITS) continue;
      hidden[active] = hidden[unit]! / (1 - DROP_UNITS);
      on[active] = unit;
      active += 1;
    }
    return active;
  }

  function judge(active: number, target: number): void {
    errors.set(outputBias);
    for (let a = 0; a < active; a += 1) {
      const [base, value] = [on[a]! * classes, hidden[a]!];
      for (let c = 0; c < classes; c += 1) errors[c]! += output[base + c]! * value;
    }
    softmax(errors);
    errors[target]! -= 1;
  }

  function correctOutput(active: number, rate: number): void {
    for (let c = 0; c < classes; c += 1) outputBias[c]! -= SHARED_RATE * rate * errors[c]!;
    for (let a = 0; a < active; a += 1) {
      const base = on[a]! * classes;
      const move = hidden[a]! * rate * SHARED_RATE;
      let slope = 0;
      for (let c = 0; c < classes; c += 1) {
        slope += output[base + c]! * errors[c]!;
        output[base + c]! -= move * errors[c]!;
      }
      slopes[a] = (slope * rate) / (1 - DROP_UNITS);
      inputBias[on[a]!]! -= SHARED_RATE * slopes[a]!;
    }
  }

  return (features: Features, target: number, rate: number): void => {
    const kept = keepColumns(features);
    const active = excite(kept);
    judge(active, target);
    correctOutput(active, rate);
    for (let i = 0; i < kept; i += 1) {
      const [base, value] = [bases[i]!, values[i]!];
      for (let a = 0; a < active; a += 1) input[base + on[a]!]! -= value * slopes[a]!;
    }
  };
}

/** Scores become probabilities, in place. */
export function softmax(scores: Float32Array): Float32Array {
  let max = -Infinity;
  for (const score of scores) max = Math.max(max, score);
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) {
    scores[c] = Math.exp(scores[c]! - max);
    sum += scores[c]!;
  }
  for (let c = 0; c < scores.length; c += 1) scores[c]! /= sum;
  return scores;
}
