import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Classifier, Example, Model } from '../agent/models/embedded/classifier.js';
import { classifierOf, fit } from '../agent/models/embedded/classifier.js';
import { joinTwins } from '../agent/understand/folds.js';
import type { IntentCatalogue } from '../agent/understand/intents.js';
import { knowledgeExamples } from '../agent/understand/intents.js';
import { productNames } from '../agent/understand/product-names.js';
import { publicProducts } from '../profiles/kyp.js';
import { readKnowledge } from '../retrieval/queries.js';
import type { Store } from '../store/store.js';

const PROGRAM = fileURLToPath(new URL('../agent/models/embedded', import.meta.url));
/** Where `npm run build` leaves the models of what ships, so that a first start need not train. */
export const BUILT_MODELS = fileURLToPath(new URL('../models', import.meta.url));

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

/**
 * The router these examples make: read from `folder` or from the build, else trained (seconds) and
 * kept in `folder`. A file that cannot be read is as good as none.
 */
export function openRouter(examples: readonly Example[], folder: string): Classifier {
  const name = routerFile(examples);
  const kept = readModel(join(folder, name)) ?? readModel(join(BUILT_MODELS, name));
  if (kept) return classifierOf(kept);
  const model = fit(examples);
  keepModel(folder, name, model);
  return classifierOf(model);
}

/** The file a router is kept in is named by all it is made of. */
export const routerFile = (examples: readonly Example[]): string =>
  `router-${keyOf(examples)}.model`;

/** SHA-256 over the examples and the program that learns from them: any change trains anew. */
function keyOf(examples: readonly Example[]): string {
  const hash = createHash('sha256').update(process.versions.v8);
  for (const file of readdirSync(PROGRAM).sort()) hash.update(readFileSync(join(PROGRAM, file)));
  for (const { label, text, family } of examples) hash.update(`${label}\t${text}\t${family}\n`);
  return hash.digest('hex').slice(0, 16);
}

function readModel(file: string): Model | null {
  try {
    return deserialize(readFileSync(file)) as Model;
  } catch {
    return null;
  }
}

function keepModel(folder: string, name: string, model: Model): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${name}.${process.pid}`);
  writeFileSync(draft, serialize(model));
  renameSync(draft, join(folder, name));
}
