import { fitTemperature } from './calibration.js';
import type { Lesson } from './margins.js';
import { learnMargins } from './margins.js';
import { HIDDEN, learnNetwork, softmax } from './network.js';
import { seeded } from './random.js';
import type { Senses } from './senses.js';
import { NO_SENSES } from './senses.js';
import type { Features, Vocabulary } from './vocabulary.js';
import { featuresOf, fitVocabulary } from './vocabulary.js';
import type { Weights } from './weights.js';
import { addRow, packed } from './weights.js';

export interface Example {
  readonly label: string;
  readonly text: string;
  /** Examples of one family are held out together; without one an example stands for itself. */
  readonly family?: string;
}

export interface Ranked {
  readonly label: string;
  readonly probability: number;
}

export interface Classifier {
  readonly labels: readonly string[];
  /** All labels, most probable first; probabilities sum to 1 and come true as often as they say. */
  rank(text: string): readonly Ranked[];
}

/** What training leaves: plain data. */
export interface Model extends Readers {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly temperature: number;
}

/** Both readers, small enough to keep. */
interface Readers {
  readonly margins: Weights;
  readonly input: Weights;
  readonly inputBias: Float32Array;
  readonly output: Weights;
  /** What every class starts from, of both. */
  readonly bias: Float32Array;
}

/** Two readers that err differently: boundaries between classes, and a small network. */
export const train = (examples: readonly Example[], senses: Senses = NO_SENSES): Classifier =>
  classifierOf(fit(examples, senses));

export function fit(examples: readonly Example[], senses: Senses = NO_SENSES): Model {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const { vocabulary, rows } = fitVocabulary(
    examples.map(({ text }) => text),
    senses,
  );
  const classes = new Map(labels.map((label, at) => [label, at]));
  const lesson: Lesson = {
    rows,
    targets: examples.map(({ label }) => classes.get(label) as number),
    classes: labels.length,
    columns: vocabulary.idf.length,
  };
  return {
    labels,
    vocabulary,
    ...learn(lesson),
    temperature: temperatureFor(lesson, familiesOf(examples)),
  };
}

function learn(lesson: Lesson): Readers {
  const margins = learnMargins(lesson);
  const network = learnNetwork(lesson);
  return {
    margins: packed(margins.weights, lesson.classes),
    input: packed(network.input, HIDDEN),
    inputBias: network.inputBias,
    output: packed(network.output, lesson.classes),
    bias: network.outputBias.map((bias, at) => bias + MARGIN_WEIGHT * margins.bias[at]!),
  };
}

export function classifierOf(model: Model): Classifier {
  const { labels, vocabulary, temperature } = model;
  return {
    labels,
    rank(text) {
      const scores = scoresOf(model, featuresOf(vocabulary, text));
      const probabilities = softmax(scores.map((score) => score / temperature));
      return labels
        .map((label, at) => ({ label, probability: probabilities[at] ?? 0 }))
        .sort((a, b) => b.probability - a.probability);
    },
  };
}

/** More would calibrate a model of fewer examples, which is less sure of itself than the whole one. */
const HELD_OUT = 0.25;
/** With fewer held-out sentences than this a temperature is a guess. */
const ENOUGH = 100;
const USUAL_TEMPERATURE = 2;

/** Learns from some families and sees how sure it may be of the others. */
function temperatureFor(lesson: Lesson, families: readonly number[]): number {
  const random = seeded(20261125);
  const isHeld = families.map(() => random() < HELD_OUT);
  const rows = lesson.rows.map((_, at) => at);
  const held = rows.filter((at) => isHeld[families[at] as number]);
  if (held.length < ENOUGH) return USUAL_TEMPERATURE;
  const learnt = learn(
    partOf(
      lesson,
      rows.filter((at) => !isHeld[families[at] as number]),
    ),
  );
  return fitTemperature(
    held.map((at) => ({
      scores: scoresOf(learnt, lesson.rows[at] as Features),
      target: lesson.targets[at] as number,
    })),
  );
}

const partOf = (lesson: Lesson, rows: readonly number[]): Lesson => ({
  ...lesson,
  rows: rows.map((at) => lesson.rows[at] as Features),
  targets: rows.map((at) => lesson.targets[at] as number),
});

/** Number of the first example of each example's family. */
function familiesOf(examples: readonly Example[]): readonly number[] {
  const first = new Map<string, number>();
  return examples.map(({ family }, at) => {
    if (family === undefined) return at;
    if (!first.has(family)) first.set(family, at);
    return first.get(family) as number;
  });
}

/** A margin of one is worth this much in the network's logits. */
const MARGIN_WEIGHT = 4;

/** What the two readers say together, before calibration. */
function scoresOf(
  { margins, input, inputBias, output, bias }: Readers,
  { columns, values }: Features,
): Float32Array {
  const scores = Float32Array.from(bias);
  const hidden = Float32Array.from(inputBias);
  for (let i = 0; i < columns.length; i += 1) {
    addRow(scores, margins, columns[i]!, MARGIN_WEIGHT * values[i]!);
    addRow(hidden, input, columns[i]!, values[i]!);
  }
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    if (hidden[unit]! > 0) addRow(scores, output, unit, hidden[unit]!);
  }
  return scores;
}
