import { fileURLToPath } from 'node:url';
import type { Classifier, Example } from '../agent/models/embedded/classifier.js';
import { classifierOf, fit } from '../agent/models/embedded/classifier.js';
import { joinTwins } from '../agent/understand/folds.js';
import type { IntentCatalogue } from '../agent/understand/intents.js';
import { knowledgeExamples } from '../agent/understand/intents.js';
import { productNames } from '../agent/understand/product-names.js';
import { publicProducts } from '../profiles/kyp.js';
import { readKnowledge } from '../retrieval/queries.js';
import type { Store } from '../store/store.js';
import { keptModel, modelFile } from './kept-model.js';

const PROGRAM = fileURLToPath(new URL('../agent/models/embedded', import.meta.url));

/** What the router learns: the intents and the questions knowledge answers, names of products hidden. */
export async function routerExamples(
  store: Store,
  catalogue: IntentCatalogue,
): Promise<readonly Example[]> {
  const names = productNames(await publicProducts(store));
  const asked = knowledgeExamples(await readKnowledge(store));
  return [...joinTwins(catalogue.examples), ...asked].map((example) => ({
    ...example,
    text: names.mask(example.text),
  }));
}

/** The router these examples make, kept in `folder` once it was trained. */
export const openRouter = (examples: readonly Example[], folder: string): Classifier =>
  classifierOf(keptModel(routerFile(examples), folder, () => fit(examples)));

export const routerFile = (examples: readonly Example[]): string =>
  modelFile({
    name: 'router',
    programs: [PROGRAM],
    lines: examples.map(({ label, text, family }) => `${label}\t${text}\t${family}`),
  });
